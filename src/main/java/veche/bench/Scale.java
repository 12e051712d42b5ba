package veche.bench;

import java.util.ArrayList;
import java.util.List;

/// Where values are on an axis, and where its ticks are.
///
/// @param low the value at its beginning; above zero if it is logarithmic
/// @param high the value at its end; above `low`
record Scale(double low, double high, boolean isLogarithmic) {

    private static final int TICKS = 5;

    /// An axis that has room for all of some values, and begins and ends at a round number. A
    /// logarithmic one has no room for what is not above zero.
    static Scale of(List<Double> values, boolean isLogarithmic) {
        if (isLogarithmic) {
            var positive = values.stream().filter(value -> value > 0).sorted().toList();
            var least = positive.isEmpty() ? 1 : positive.getFirst();
            var most = positive.isEmpty() ? 1 : positive.getLast();
            var low = Math.pow(10, Math.floor(Math.log10(least)));
            var high = Math.pow(10, Math.ceil(Math.log10(most)));
            return new Scale(low, high > low ? high : 10 * low, true);
        }
        var most = values.stream().mapToDouble(it -> it).max().orElse(1);
        var step = step(Math.max(most, 1e-9));
        return new Scale(0, step * Math.ceil(Math.max(most, 1e-9) / step), false);
    }

    /// Where a value is, from 0 to 1.
    double place(double value) {
        return isLogarithmic
                ? Math.log(value / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    /// Round values between the ends, and those.
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        if (isLogarithmic) {
            for (var tick = low; tick <= high * 1.001; tick *= 10) {
                ticks.add(tick);
            }
        } else {
            var step = step(high);
            for (var i = 0; i * step <= high * 1.001; i++) {
                ticks.add(i * step);
            }
        }
        return ticks;
    }

    /// 1, 2 or 5 times a power of ten, of which a handful reach as far as a value.
    private static double step(double value) {
        var rough = value / TICKS;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }
}
