package veche.account;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import veche.name.Nickname;

/// Slows down whoever guesses passwords, or whatever else proves who somebody is. What counts is
/// the address they come from, and of an IPv6 address its first 64 bits, since one machine may have
/// all of the others.
///
/// [WrongHistory#FREE] wrong passwords within [WrongHistory#MEMORY] are forgiven. After them each
/// answer waits: a second, then twice as long each time, up to [WrongHistory#LONGEST_DELAY].
/// [WrongHistory#SOURCES] addresses are remembered; at one more, the one that was quiet for longest
/// is forgotten.
///
/// A name that nobody has can be tried in the chat, and does not count: that is how clients find
/// out that it is free, and a roomful of people who are new may come by one address.
///
/// Guessing on many connections at once is no faster. An [attempt][PasswordAttempt] that might be
/// one too many if all before it were wrong waits in line until it is known whether they were. So
/// many people behind one address who know their passwords wait no longer than it takes to see that
/// they do.
///
/// Any thread may call; nothing blocks.
public final class WrongPasswords {

    private static final Logger log = LoggerFactory.getLogger(WrongPasswords.class);

    private final WrongHistory history;
    private final AtomicLong right = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();

    /// The attempts from each source that nothing has come of yet, in the order of their coming.
    private final Map<String, SequencedSet<PasswordAttempt>> lines = new HashMap<>();

    public WrongPasswords(InstantSource clock) {
        this.history = new WrongHistory(clock);
    }

    /// Takes a place in line for somebody who says that they can prove who they are. Whoever has it
    /// must close it, or nobody gets past it.
    ///
    /// @param account whose it is said to be, if that is known
    /// @param onTurn what wakes those who wait for its turn; called once if it was not its turn at
    ///   once, by any thread; must not block
    public PasswordAttempt attempt(InetAddress from, Optional<Nickname> account, Runnable onTurn) {
        var attempt = new PasswordAttempt(this, from, account, onTurn);
        var source = source(from);
        List<PasswordAttempt> next;
        synchronized (this) {
            var line = lines.computeIfAbsent(source, _ -> new LinkedHashSet<>());
            line.addLast(attempt);
            next = giveTurns(source, line);
        }
        // What was wrong before may have been so long ago by now that others have their turn, too.
        next.stream().filter(it -> it != attempt).forEach(PasswordAttempt::wake);
        return attempt;
    }

    /// How many attempts were right since the start.
    public long rightAttempts() {
        return right.get();
    }

    /// How many attempts were wrong since the start.
    public long wrongAttempts() {
        return wrong.get();
    }

    /// It was wrong. Logs it.
    void wrong(PasswordAttempt attempt) {
        var source = source(attempt.from());
        if (settle(attempt, () -> history.add(source, attempt.account()))) {
            wrong.incrementAndGet();
            logged(log.atWarn(), attempt)
                    .addKeyValue("recent", recent(source))
                    .log("wrong password");
        }
    }

    /// There is no such account. Logs it.
    void unknown(PasswordAttempt attempt) {
        if (settle(attempt, () -> {})) {
            logged(log.atInfo(), attempt).log("no such account");
        }
    }

    private static LoggingEventBuilder logged(LoggingEventBuilder entry, PasswordAttempt attempt) {
        return entry.addKeyValue("address", attempt.from().getHostAddress())
                .addKeyValue("account", attempt.account().map(Nickname::text).orElse(""));
    }

    private synchronized int recent(String source) {
        return history.count(source);
    }

    /// It was right: what they had mistyped before is forgotten. Wrong passwords for other accounts
    /// are not, or an account of one's own would be all it takes to go on guessing.
    void right(PasswordAttempt attempt, Nickname account) {
        if (settle(attempt, () -> history.forget(source(attempt.from()), account))) {
            right.incrementAndGet();
        }
    }

    /// Nobody has learnt whether it was right.
    void giveBack(PasswordAttempt attempt) {
        settle(attempt, () -> {});
    }

    /// Takes an attempt out of its line, and wakes those who have their turn now, without the lock.
    ///
    /// @return false if something was said of it before
    private boolean settle(PasswordAttempt attempt, Runnable consequence) {
        var source = source(attempt.from());
        List<PasswordAttempt> next = List.of();
        synchronized (this) {
            var line = lines.get(source);
            if (line == null || !line.remove(attempt)) {
                return false;
            }
            consequence.run();
            if (line.isEmpty()) {
                lines.remove(source);
            } else {
                next = giveTurns(source, line);
            }
        }
        next.forEach(PasswordAttempt::wake);
        return true;
    }

    /// The first always has its turn, and so has each that would be free even if all before it were
    /// wrong. Its delay begins now.
    private List<PasswordAttempt> giveTurns(String source, SequencedSet<PasswordAttempt> line) {
        var next = new ArrayList<PasswordAttempt>();
        var wrong = history.count(source);
        for (var attempt : line) {
            if (attempt != line.getFirst() && wrong >= WrongHistory.FREE) {
                break;
            }
            if (!attempt.hasTurn()) {
                attempt.begin(history.delay(source));
                next.add(attempt);
            }
            wrong++;
        }
        return next;
    }

    /// The part of an address that counts.
    static String source(InetAddress from) {
        var bytes = from.getAddress();
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, Long.BYTES));
    }
}
