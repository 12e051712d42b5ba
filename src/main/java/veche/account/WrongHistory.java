package veche.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import veche.name.Nickname;

/// Which wrong passwords came from where lately. Not for several threads at once.
final class WrongHistory {

    static final int FREE = 3;
    static final Duration MEMORY = Duration.ofMinutes(10);
    static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    static final int SOURCES = 10_000;

    /// With so many the delay is the longest: 1, 2, 4, 8, 16, 30 seconds.
    private static final int COUNTED = FREE + 5;

    private final InstantSource clock;

    /// What came from each source, oldest first; the source that was quiet for longest first.
    private final Map<String, Deque<Wrong>> bySource =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Wrong>> eldest) {
                    return size() > SOURCES;
                }
            };

    private record Wrong(Optional<Nickname> account, Instant time) {}

    WrongHistory(InstantSource clock) {
        this.clock = clock;
    }

    void add(String source, Optional<Nickname> account) {
        var recent = bySource.computeIfAbsent(source, _ -> new ArrayDeque<>());
        dropOld(recent);
        if (recent.size() == COUNTED) {
            recent.removeFirst();
        }
        recent.addLast(new Wrong(account, clock.instant()));
    }

    /// How many count at this moment; at most so many as the longest delay takes.
    int count(String source) {
        var recent = bySource.get(source);
        if (recent == null) {
            return 0;
        }
        dropOld(recent);
        return recent.size();
    }

    /// How long the next answer has to wait.
    Duration delay(String source) {
        var count = count(source);
        if (count < FREE) {
            return Duration.ZERO;
        }
        var delay = Duration.ofSeconds(1L << (count - FREE));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    void forget(String source, Nickname account) {
        bySource.computeIfPresent(
                source,
                (_, recent) -> {
                    recent.removeIf(wrong -> wrong.account().filter(account::equals).isPresent());
                    return recent.isEmpty() ? null : recent;
                });
    }

    private void dropOld(Deque<Wrong> recent) {
        var oldest = clock.instant().minus(MEMORY);
        recent.removeIf(wrong -> !wrong.time().isAfter(oldest));
    }
}
