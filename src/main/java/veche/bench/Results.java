package veche.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What all runs against one target have shown.
final class Results {

    private final Target target;
    private final List<List<Row>> runs = new ArrayList<>();

    Results(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    void add(List<Row> run) {
        runs.add(List.copyOf(run));
    }

    List<List<Row>> runs() {
        return runs;
    }

    /// A point of the axis.
    ///
    /// @param figures how far they are spread over the runs
    record Point(double at, Map<String, Spread> figures) {}

    /// All points that any run has reached, in the order of the axis.
    List<Point> points() {
        var values = new TreeMap<Double, Map<String, List<Double>>>();
        for (var run : runs) {
            for (var row : run) {
                var point = values.computeIfAbsent(row.at(), _ -> new LinkedHashMap<>());
                row.figures()
                        .forEach((name, value) ->
                                point.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
            }
        }
        var points = new ArrayList<Point>();
        values.forEach((at, figures) -> {
            var spreads = new LinkedHashMap<String, Spread>();
            figures.forEach((name, all) -> spreads.put(name, Spread.of(all)));
            points.add(new Point(at, spreads));
        });
        return points;
    }

    /// The figures at a point of the axis; none if no run has reached it.
    Map<String, Spread> figures(double at) {
        return points().stream()
                .filter(point -> point.at() == at)
                .map(Point::figures)
                .findFirst()
                .orElse(Map.of());
    }
}
