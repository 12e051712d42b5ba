package veche.bench;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was measured as JSON, for programs.
final class Document {

    private final Map<String, Object> all = new LinkedHashMap<>();

    /// @param arguments as they were written
    /// @param trouble what went wrong, if anything did
    Document(Mode mode, List<String> arguments, List<Results> results, Optional<String> trouble) {
        all.put("mode", mode.name());
        all.put("ok", trouble.isEmpty());
        trouble.ifPresent(it -> all.put("error", it));
        all.put("arguments", arguments);
        all.put("machine", machine());
        all.put("targets", results.stream().map(Document::target).toList());
        if (results.size() == 2) {
            all.put("ratio", ratios(results.getFirst(), results.getLast()));
        }
    }

    String json() throws IOException {
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(all);
    }

    private static Map<String, Object> target(Results results) {
        var target = new LinkedHashMap<String, Object>();
        target.put("target", results.target().name());
        target.put("median", points(results));
        target.put("runs", results.runs().stream().map(Document::run).toList());
        return target;
    }

    private static List<Map<String, Object>> run(List<Row> run) {
        return run.stream().map(row -> point(row.at(), row.figures())).toList();
    }

    private static List<Map<String, Object>> points(Results results) {
        return results.points().stream()
                .map(point -> {
                    var medians = new LinkedHashMap<String, Double>();
                    point.figures().forEach((name, it) -> medians.put(name, it.median()));
                    return point(point.at(), medians);
                })
                .toList();
    }

    private static List<Map<String, Object>> ratios(Results first, Results second) {
        return first.points().stream()
                .map(point -> {
                    var others = second.figures(point.at());
                    var ratios = new LinkedHashMap<String, Double>();
                    for (var name : point.figures().keySet()) {
                        var ratio = Ratio.of(point.figures(), others, name);
                        if (Double.isFinite(ratio)) {
                            ratios.put(name, ratio);
                        }
                    }
                    return point(point.at(), ratios);
                })
                .toList();
    }

    private static Map<String, Object> point(double at, Map<String, Double> figures) {
        var point = new LinkedHashMap<String, Object>();
        if (at != 0) {
            point.put("at", at);
        }
        point.putAll(figures);
        return point;
    }

    private static Map<String, Object> machine() {
        var machine = new LinkedHashMap<String, Object>();
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        model().ifPresent(it -> machine.put("model", it));
        machine.put(
                "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vm.version"));
        return machine;
    }

    private static Optional<String> model() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
