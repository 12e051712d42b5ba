package veche.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import veche.language.Phrases;

/// Shows people what was measured. With a second target, its figures stand beside those of the
/// first, and then how many times as much the first has.
final class Table {

    private final Phrases phrases;
    private final Locale locale;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Phrases phrases) {
        this.phrases = phrases;
        this.locale = phrases.language().locale();
    }

    /// @param all of one target or two
    void print(PrintWriter out, Optional<Axis> axis, List<Results> all) {
        if (axis.isPresent()) {
            series(axis.get(), all);
        } else {
            figures(all);
        }
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (var i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        for (var row : rows) {
            var line = new StringBuilder(pad(row.getFirst(), -widths.getFirst()));
            for (var i = 1; i < row.size(); i++) {
                line.append("  ").append(pad(row.get(i), widths.get(i)));
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }

    /// A row for each figure.
    private void figures(List<Results> all) {
        var head = new ArrayList<>(List.of(""));
        all.forEach(results -> head.add(results.target().name()));
        if (all.size() == 2) {
            head.add(phrases.text("ratio"));
        }
        rows.add(head);
        var points = all.stream().map(it -> it.points().getFirst().figures()).toList();
        for (var name : points.getFirst().keySet()) {
            var row = new ArrayList<>(List.of(phrases.text("figure." + name)));
            points.forEach(point -> row.add(shown(point, name)));
            if (all.size() == 2) {
                row.add(ratio(points.getFirst(), points.getLast(), name));
            }
            rows.add(row);
        }
    }

    /// A row for each point, with the figures that are drawn.
    private void series(Axis axis, List<Results> all) {
        var names = axis.curves().stream().flatMap(it -> it.figures().stream()).toList();
        var head = new ArrayList<>(List.of(phrases.text("axis." + axis.name())));
        for (var name : names) {
            all.forEach(_ -> head.add(phrases.text("figure." + name)));
            if (all.size() == 2) {
                head.add(phrases.text("ratio"));
            }
        }
        rows.add(head);
        for (var point : all.getFirst().points()) {
            var row = new ArrayList<>(List.of(number(point.at())));
            for (var name : names) {
                row.add(shown(point.figures(), name));
                if (all.size() == 2) {
                    var other = all.getLast().figures(point.at());
                    row.add(shown(other, name));
                    row.add(ratio(point.figures(), other, name));
                }
            }
            rows.add(row);
        }
    }

    private String shown(Map<String, Spread> point, String name) {
        var spread = point.get(name);
        if (spread == null) {
            return "-";
        }
        return spread.lowest() == spread.highest()
                ? number(spread.median())
                : phrases.text(
                        "spread",
                        number(spread.median()),
                        number(spread.lowest()),
                        number(spread.highest()));
    }

    private String ratio(Map<String, Spread> first, Map<String, Spread> second, String name) {
        var ratio = Ratio.of(first, second, name);
        return Double.isFinite(ratio) ? String.format(locale, "%.2f", ratio) : "-";
    }

    /// With three digits that say something, at least.
    private String number(double value) {
        var size = Math.abs(value);
        var digits =
                size == Math.rint(size) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(locale, "%,." + digits + "f", value);
    }

    /// @param width below zero if the text stands at the left
    private static String pad(String text, int width) {
        return width == 0 ? text : String.format("%" + width + "s", text);
    }
}
