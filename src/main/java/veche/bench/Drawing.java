package veche.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import veche.language.Phrases;

/// Draws what was measured along an axis: medians, those of a second target dashed.
final class Drawing {

    private Drawing() {}

    static String svg(Phrases phrases, String title, Axis axis, List<Results> all) {
        var plot = new Plot(title, phrases.text("axis." + axis.name()), axis.isLogarithmic());
        for (var group : axis.curves()) {
            var curves = new ArrayList<Plot.Curve>();
            for (var figure : group.figures()) {
                for (var results : all) {
                    curve(phrases, figure, results, all).ifPresent(curves::add);
                }
            }
            if (!curves.isEmpty()) {
                var unit = phrases.text("unit." + group.unit());
                plot.add(new Plot.Panel(unit, group.isLogarithmic(), curves));
            }
        }
        return plot.svg();
    }

    private static Optional<Plot.Curve> curve(
            Phrases phrases, String figure, Results results, List<Results> all) {
        var points = new ArrayList<Plot.Point>();
        for (var point : results.points()) {
            var spread = point.figures().get(figure);
            if (spread != null) {
                points.add(new Plot.Point(point.at(), spread.median()));
            }
        }
        var label = phrases.text("figure." + figure);
        var name = all.size() == 1 ? label : label + " (" + results.target().name() + ")";
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Plot.Curve(name, results != all.getFirst(), List.copyOf(points)));
    }
}
