package veche.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.event.Credential;
import veche.name.Nickname;

/// Finds out whether an e-mail address is that of whoever gives it, before they have an account: a
/// program of the operator's sends a code there, and the account waits for whoever knows it. The
/// address itself is not kept.
///
/// [#WAITING] accounts can wait at once, and [#FROM_ONE_SOURCE] of them from one address; at one
/// more nobody can be verified until one of them is, or its time is over. Any thread may call.
public final class Verification {

    /// How many accounts can wait at once.
    static final int WAITING = 1000;

    /// How many of them from one address, or from one network of IPv6.
    static final int FROM_ONE_SOURCE = 3;

    /// How many programs run at once.
    private static final int AT_ONCE = 4;

    /// How long a program may take.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// What a program says that cannot send anything to the address.
    private static final int NO_SUCH_ADDRESS = 1;

    /// In characters, each of 5 bits.
    private static final int CODE = 20;

    /// No two of them look alike.
    private static final String DIGITS = "abcdefghijkmnpqrstuvwxyz23456789";

    /// Something that may be an address (RFC 5321 section 4.1.2), and nothing that a program could
    /// take for an option or for several addresses.
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[^-@\\s\\p{Cntrl},;<>\"'`|][^@\\s\\p{Cntrl},;<>\"'`|]{0,63}@[\\p{L}\\p{N}.-]{1,189}");

    private static final Logger log = LoggerFactory.getLogger(Verification.class);

    /// What came of sending a code.
    public enum Sending {
        /// It is on its way.
        SENT,
        /// It cannot be sent to that address.
        NO_SUCH_ADDRESS,
        /// It cannot be sent now.
        NOT_NOW
    }

    private record Unverified(Credential credential, String code, String source, Instant until) {}

    private final List<String> program;
    private final Duration time;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Semaphore running = new Semaphore(AT_ONCE);
    private final Map<Nickname, Unverified> waiting = new HashMap<>();

    /// @param program and its arguments, as [veche.config.Registering#verification] has it
    /// @param time how long a code is good
    public Verification(
            List<String> program, Duration time, InstantSource clock, SecureRandom random) {
        this.program = List.copyOf(program);
        this.time = time;
        this.clock = clock;
        this.random = random;
    }

    /// Whether a text may be an e-mail address.
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /// Whether an account of that name waits for somebody else than whoever comes from there.
    public synchronized boolean isReserved(Nickname name, InetAddress from) {
        forgetOld();
        var other = waiting.get(name);
        return other != null && !other.source().equals(WrongPasswords.source(from));
    }

    /// Sends a code, and has the account wait for it. Blocks while the program runs, half a minute
    /// at most.
    ///
    /// @param address one that [may be][#isAddress] one
    /// @param from where whoever gave it comes from
    public Sending send(Nickname name, Credential credential, String address, InetAddress from)
            throws InterruptedException {
        var source = WrongPasswords.source(from);
        var code = code();
        if (!running.tryAcquire()) {
            return Sending.NOT_NOW;
        }
        var before = good(name);
        try {
            if (!keep(name, new Unverified(credential, code, source, clock.instant().plus(time)))) {
                return Sending.NOT_NOW;
            }
            var sending = run(name, address, code);
            if (sending != Sending.SENT) {
                takeBack(name, code, before);
            }
            return sending;
        } finally {
            running.release();
        }
    }

    private synchronized boolean keep(Nickname name, Unverified account) {
        forgetOld();
        var before = waiting.remove(name);
        var near = waiting.values().stream().filter(it -> it.source().equals(account.source()));
        if (waiting.size() >= WAITING || near.count() >= FROM_ONE_SOURCE) {
            if (before != null) {
                waiting.put(name, before);
            }
            return false;
        }
        waiting.put(name, account);
        return true;
    }

    private synchronized Optional<Unverified> good(Nickname name) {
        forgetOld();
        return Optional.ofNullable(waiting.get(name));
    }

    /// A code that could not be sent. The one that was sent before, if any, is as good as it was.
    private synchronized void takeBack(Nickname name, String code, Optional<Unverified> before) {
        forget(name, code);
        before.ifPresent(it -> waiting.putIfAbsent(name, it));
    }

    private synchronized void forget(Nickname name, String code) {
        waiting.computeIfPresent(name, (_, it) -> it.code().equals(code) ? null : it);
    }

    private void forgetOld() {
        var now = clock.instant();
        waiting.values().removeIf(it -> !it.until().isAfter(now));
    }

    /// What the account that has waited for a code is to be made with; it waits no longer. Empty if
    /// there is none, or the code is another one.
    public synchronized Optional<Credential> verify(Nickname name, String code) {
        forgetOld();
        var account = waiting.get(name);
        if (account == null
                || !MessageDigest.isEqual(account.code().getBytes(UTF_8), code.getBytes(UTF_8))) {
            return Optional.empty();
        }
        waiting.remove(name);
        return Optional.of(account.credential());
    }

    /// The same, for somebody who need not know the code.
    public synchronized Optional<Credential> approve(Nickname name) {
        forgetOld();
        return Optional.ofNullable(waiting.remove(name)).map(Unverified::credential);
    }

    private String code() {
        var code = new StringBuilder();
        for (var i = 0; i < CODE; i++) {
            code.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return code.toString();
    }

    private Sending run(Nickname name, String address, String code) throws InterruptedException {
        var builder =
                new ProcessBuilder(program)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("VECHE_ACCOUNT", name.text());
        builder.environment().put("VECHE_EMAIL", address);
        builder.environment().put("VECHE_CODE", code);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return await(process);
        } catch (IOException e) {
            log.atError().setCause(e).addKeyValue("program", program.getFirst()).log("no codes");
            return Sending.NOT_NOW;
        }
    }

    private Sending await(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.atError()
                        .addKeyValue("program", program.getFirst())
                        .log("a code took too long");
                return Sending.NOT_NOW;
            }
        } finally {
            process.destroyForcibly();
        }
        var status = process.exitValue();
        if (status > NO_SUCH_ADDRESS) {
            log.atError()
                    .addKeyValue("program", program.getFirst())
                    .addKeyValue("status", status)
                    .log("a code was not sent");
        }
        return switch (status) {
            case 0 -> Sending.SENT;
            case NO_SUCH_ADDRESS -> Sending.NO_SUCH_ADDRESS;
            default -> Sending.NOT_NOW;
        };
    }
}
