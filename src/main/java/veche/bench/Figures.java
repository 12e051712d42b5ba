package veche.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What was measured in one run, in the order in which it is shown: names with their unit at the
/// end, as in JSON.
final class Figures {

    private final Map<String, Double> all = new LinkedHashMap<>();

    /// Adds a figure, if it is known.
    ///
    /// @param value not a number if it is not known
    Figures put(String name, double value) {
        if (Double.isFinite(value)) {
            all.put(name, value);
        }
        return this;
    }

    /// Adds the quantiles of times, in microseconds.
    Figures put(String name, Histogram times) {
        if (times.count() > 0) {
            put(name + "_p50_us", micros(times.quantile(0.5)));
            put(name + "_p90_us", micros(times.quantile(0.9)));
            put(name + "_p99_us", micros(times.quantile(0.99)));
            put(name + "_p999_us", micros(times.quantile(0.999)));
            put(name + "_max_us", micros(times.longest()));
        }
        return this;
    }

    /// Adds what the server took and whether the machine had other things to do.
    ///
    /// @param units how many there were of what the server's processor time is divided by
    /// @param name of the quotient: seconds for a million of them
    Figures put(Sample before, Sample after, double seconds, String name, double units) {
        var cpu = after.cpu() - before.cpu();
        var own = after.own() - before.own();
        put(name, cpu / units * 1e6);
        put("server_processors", cpu / seconds);
        put("server_memory_mib", after.memory() / 1024);
        put("server_peak_memory_mib", after.peak() / 1024);
        put("benchmark_processors", own / seconds);
        var others = after.busy() - before.busy() - own - (Double.isNaN(cpu) ? 0 : cpu);
        if (!Double.isNaN(cpu)) {
            put("other_processors", Math.max(0, others) / seconds);
        }
        put("stolen_processors", (after.stolen() - before.stolen()) / seconds);
        return this;
    }

    private static double micros(long nanos) {
        return nanos / (double) TimeUnit.MICROSECONDS.toNanos(1);
    }

    Map<String, Double> all() {
        return all;
    }
}
