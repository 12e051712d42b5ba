package veche.account;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.name.Nickname;

/// Slows down whoever guesses passwords. What counts is the address they come from, and of an IPv6
/// address its first 64 bits, since one machine may have all of the others.
///
/// [#FREE] wrong passwords within [#MEMORY] are forgiven. After them each answer waits: a second,
/// then twice as long each time, up to [#LONGEST_DELAY]. [#SOURCES] addresses are remembered; at
/// one more, the one that was quiet for longest is forgotten. Any thread may call; nothing blocks.
public final class WrongPasswords {

    static final int FREE = 3;
    static final Duration MEMORY = Duration.ofMinutes(10);
    static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    static final int SOURCES = 10_000;

    /// With so many the delay is the longest: 1, 2, 4, 8, 16, 30 seconds.
    private static final int COUNTED = FREE + 5;

    private static final Logger log = LoggerFactory.getLogger(WrongPasswords.class);

    private final InstantSource clock;

    /// What came from each address, oldest first; the address that was quiet for longest first.
    private final Map<String, Deque<Wrong>> bySource =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Wrong>> eldest) {
                    return size() > SOURCES;
                }
            };

    private record Wrong(Nickname account, Instant time) {}

    public WrongPasswords(InstantSource clock) {
        this.clock = clock;
    }

    /// Somebody gave a wrong password. Logs it.
    public void add(InetAddress from, Nickname account) {
        log.atWarn()
                .addKeyValue("address", from.getHostAddress())
                .addKeyValue("account", account)
                .addKeyValue("recent", count(from, account))
                .log("wrong password");
    }

    private synchronized int count(InetAddress from, Nickname account) {
        var recent = bySource.computeIfAbsent(source(from), _ -> new ArrayDeque<>());
        dropOld(recent);
        if (recent.size() == COUNTED) {
            recent.removeFirst();
        }
        recent.addLast(new Wrong(account, clock.instant()));
        return recent.size();
    }

    /// How long the next answer to a password from this address has to wait. That a password is
    /// right is not told any sooner, or a guesser would not wait for the others.
    public synchronized Duration delay(InetAddress from) {
        var recent = bySource.get(source(from));
        if (recent == null) {
            return Duration.ZERO;
        }
        dropOld(recent);
        if (recent.size() < FREE) {
            return Duration.ZERO;
        }
        var delay = Duration.ofSeconds(1L << (recent.size() - FREE));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    /// Somebody gave the right password: what they had mistyped before is forgotten. Wrong
    /// passwords for other accounts are not, or an account of one's own would be all it takes to go
    /// on guessing.
    public synchronized void forget(InetAddress from, Nickname account) {
        bySource.computeIfPresent(
                source(from),
                (_, recent) -> {
                    recent.removeIf(wrong -> wrong.account().equals(account));
                    return recent.isEmpty() ? null : recent;
                });
    }

    private void dropOld(Deque<Wrong> recent) {
        var oldest = clock.instant().minus(MEMORY);
        recent.removeIf(wrong -> !wrong.time().isAfter(oldest));
    }

    /// The part of an address that counts.
    private static String source(InetAddress from) {
        var bytes = from.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, Long.BYTES));
    }
}
