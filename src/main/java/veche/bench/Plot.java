package veche.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Curves over one axis as SVG: a panel for each unit, one below the other. Dark on white, so that
/// it can be read wherever it is shown.
final class Plot {

    private static final int WIDTH = 720;
    private static final int PANEL = 300;
    private static final int LEFT = 78;
    private static final int RIGHT = 22;
    private static final int TOP = 58;
    private static final int BOTTOM = 48;
    private static final List<String> COLOURS =
            List.of("#1f5fa8", "#c2571a", "#2f7d4f", "#8a3fa0", "#9c7a00", "#555555");

    private final String title;
    private final String axis;
    private final boolean isLogarithmic;
    private final List<Panel> panels = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();

    /// A point of a curve.
    record Point(double x, double y) {}

    /// @param isDashed for a second target
    record Curve(String name, boolean isDashed, List<Point> points) {}

    /// Curves with one unit.
    record Panel(String unit, boolean isLogarithmic, List<Curve> curves) {}

    /// @param axis what its points are, with their unit
    Plot(String title, String axis, boolean isLogarithmic) {
        this.title = title;
        this.axis = axis;
        this.isLogarithmic = isLogarithmic;
    }

    Plot add(Panel panel) {
        panels.add(panel);
        return this;
    }

    /// The whole picture.
    String svg() {
        var height = 30 + panels.size() * PANEL;
        svg.setLength(0);
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" \
                font-family="system-ui, sans-serif" font-size="12" fill="#222">
                <rect width="%d" height="%d" fill="#fff"/>
                """
                        .formatted(WIDTH, height, WIDTH, height));
        text(LEFT, 24, "start", "font-size=\"15\" font-weight=\"600\"", title);
        for (var i = 0; i < panels.size(); i++) {
            panel(panels.get(i), 30 + i * PANEL);
        }
        return svg.append("</svg>\n").toString();
    }

    private void panel(Panel panel, int top) {
        var points = panel.curves().stream().flatMap(it -> it.points().stream()).toList();
        var across = Scale.of(points.stream().map(Point::x).toList(), isLogarithmic);
        var up = Scale.of(points.stream().map(Point::y).toList(), panel.isLogarithmic());
        for (var tick : across.ticks()) {
            var x = x(across, tick);
            line(x, top + TOP, x, top + PANEL - BOTTOM);
            text(x, top + PANEL - BOTTOM + 18, "middle", "", number(tick));
        }
        for (var tick : up.ticks()) {
            var y = y(up, tick, top);
            line(LEFT, y, WIDTH - RIGHT, y);
            text(LEFT - 8, y + 4, "end", "", number(tick));
        }
        text(WIDTH - RIGHT, top + PANEL - BOTTOM + 38, "end", "", axis);
        text(LEFT, top + 22, "start", "font-weight=\"600\"", panel.unit());
        var from = (double) LEFT;
        for (var i = 0; i < panel.curves().size(); i++) {
            var curve = panel.curves().get(i);
            var colour = COLOURS.get(i % COLOURS.size());
            draw(curve, colour, across, up, top);
            from = legend(curve, colour, from, top + 42);
        }
    }

    private void draw(Curve curve, String colour, Scale across, Scale up, int top) {
        var path = new StringBuilder();
        for (var point : curve.points()) {
            if (!(up.isLogarithmic() && point.y() <= 0)) {
                var x = x(across, point.x());
                var y = y(up, point.y(), top);
                path.append(
                        String.format(
                                Locale.ROOT, "%s%.1f,%.1f", path.isEmpty() ? "M" : " L", x, y));
                svg.append(
                        String.format(
                                Locale.ROOT,
                                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n",
                                x,
                                y,
                                colour));
            }
        }
        var dashes = curve.isDashed() ? " stroke-dasharray=\"6 4\"" : "";
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>\n",
                        path,
                        colour,
                        dashes));
    }

    /// @return where the next one begins
    private double legend(Curve curve, String colour, double x, int y) {
        var dashes = curve.isDashed() ? " stroke-dasharray=\"6 4\"" : "";
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f,%d h22\" stroke=\"%s\" stroke-width=\"2\"%s/>\n",
                        x,
                        y - 4,
                        colour,
                        dashes));
        text(x + 28, y, "start", "", curve.name());
        return x + 28 + 7.0 * curve.name().length() + 20;
    }

    private static double x(Scale scale, double value) {
        return LEFT + scale.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Scale scale, double value, int top) {
        return top + PANEL - BOTTOM - scale.place(value) * (PANEL - TOP - BOTTOM);
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f,%.1f L%.1f,%.1f\" stroke=\"#ddd\"/>\n",
                        fromX,
                        fromY,
                        toX,
                        toY));
    }

    private void text(double x, double y, String anchor, String style, String words) {
        var escaped = words.replace("&", "&amp;").replace("<", "&lt;");
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>\n",
                        x,
                        y,
                        anchor,
                        style,
                        escaped));
    }

    private static String number(double value) {
        if (value >= 1e6) {
            return String.format(Locale.ROOT, "%s M", trimmed(value / 1e6));
        }
        return value >= 1e4
                ? String.format(Locale.ROOT, "%s k", trimmed(value / 1e3))
                : trimmed(value);
    }

    private static String trimmed(double value) {
        var text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
