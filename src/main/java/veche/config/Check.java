package veche.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Looks at the components of a record, all of them, before it says that one is wrong.
final class Check {

    private final Map<String, Words> demands = new LinkedHashMap<>();

    /// A number between two others, both included.
    Check within(String key, long value, long least, long most) {
        return that(key, least <= value && value <= most, Words.of("must.within", least, most));
    }

    /// A time span between two others, both included.
    Check within(String key, Duration value, Duration least, Duration most) {
        var fits = value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        return that(
                key,
                fits,
                Words.of(
                        "must.timespan.within",
                        Units.TIME.write(least.toSeconds()),
                        Units.TIME.write(most.toSeconds())));
    }

    /// A size in bytes between two others, both included.
    Check size(String key, long value, long least, long most) {
        return that(
                key,
                least <= value && value <= most,
                Words.of("must.size.within", Units.SIZE.write(least), Units.SIZE.write(most)));
    }

    /// Anything.
    ///
    /// @param demand what it must be
    Check that(String key, boolean fits, Words demand) {
        if (!fits) {
            demands.putIfAbsent(key, demand);
        }
        return this;
    }

    /// @throws Unfit if anything was wrong
    void pass() {
        if (!demands.isEmpty()) {
            throw new Unfit(demands);
        }
    }

    /// A record with these components cannot be.
    static final class Unfit extends IllegalArgumentException {

        private final Map<String, Words> demands;

        private Unfit(Map<String, Words> demands) {
            super("out of bounds: " + demands);
            this.demands = demands;
        }

        /// What each component that is wrong must be, by its key in the settings.
        Map<String, Words> demands() {
            return demands;
        }
    }
}
