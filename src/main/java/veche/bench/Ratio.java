package veche.bench;

import java.util.Map;

/// How many times as much one target has as another.
final class Ratio {

    private Ratio() {}

    /// Of the medians; not a number, or infinite, if one is not known or nothing.
    static double of(Map<String, Spread> first, Map<String, Spread> second, String name) {
        var above = first.get(name);
        var below = second.get(name);
        return above == null || below == null ? Double.NaN : above.median() / below.median();
    }
}
