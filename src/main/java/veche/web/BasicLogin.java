package veche.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.account.Identity;
import veche.account.PasswordAttempt;
import veche.account.Passwords;
import veche.account.PasswordsBusyException;
import veche.account.Proof;
import veche.account.Proving;
import veche.account.WrongPasswords;
import veche.chat.Command;
import veche.chat.Hub;

/// Finds out whose request it is, by the name and the password in it (RFC 7617), or the token in
/// its place, as SASL PLAIN takes them. Any thread.
///
/// Whoever guesses gets no further here than in the chat: an attempt waits as [WrongPasswords] has
/// it. But nobody waits for long while a request is open; then the client is told to come back.
public final class BasicLogin {

    /// How long a request waits for the attempts before it and for its delay, together. Less than
    /// how long Jetty lets a connection do nothing.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SCHEME = "basic ";

    private static final Map<String, String> CHALLENGE =
            Map.of("WWW-Authenticate", "Basic realm=\"Veche\", charset=\"UTF-8\"");

    private final Hub hub;
    private final Proving proving;
    private final WrongPasswords wrongPasswords;
    private final InstantSource clock;

    private record NamedPassword(Identity identity, String password) {}

    public BasicLogin(
            Hub hub, Passwords passwords, WrongPasswords wrongPasswords, InstantSource clock) {
        this.hub = hub;
        this.proving = new Proving(passwords, hub.state().tokens());
        this.wrongPasswords = wrongPasswords;
        this.clock = clock;
    }

    /// Waits until it is known whose request it is.
    ///
    /// @param authorization the header of that name; null if there is none
    /// @param from where it is from
    /// @throws Declined if it is nobody's, or that cannot be found out now
    Account require(@Nullable String authorization, InetAddress from)
            throws Declined, InterruptedException {
        requireNoBan(hub.state().bans().about(from, clock.instant()).isPresent());
        var told =
                parse(authorization)
                        .orElseThrow(() -> new Declined(401, "say who you are", CHALLENGE));
        var account = judge(told, from);
        requireNoBan(
                hub.state()
                        .bans()
                        .about(account.author(), Optional.of(from), clock.instant())
                        .isPresent());
        return account;
    }

    private static void requireNoBan(boolean isBanned) throws Declined {
        if (isBanned) {
            throw new Declined(403, "you are banned from this server");
        }
    }

    private Optional<NamedPassword> parse(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            var parts = new String(bytes, UTF_8).split(":", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(
                            new NamedPassword(Identity.parse(parts[0], hub.names()), parts[1]));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Account judge(NamedPassword told, InetAddress from)
            throws Declined, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var turn = new CountDownLatch(1);
        var name = told.identity().name();
        try (var attempt = wrongPasswords.attempt(from, name, turn::countDown)) {
            awaitTurn(attempt, turn, deadline);
            var account = name.flatMap(hub.accounts()::named);
            var proof =
                    account.isEmpty()
                            ? Optional.<Proof>empty()
                            : proving.prove(account.get(), told.password());
            if (account.isPresent() && proof.isPresent()) {
                attempt.right(account.get().name());
                note(proof.get());
                return account.get();
            }
            attempt.wrong();
            throw new Declined(401, "no such name and password", CHALLENGE);
        } catch (PasswordsBusyException busy) {
            throw later(503, "too many passwords are being looked at", Duration.ofSeconds(5));
        }
    }

    /// A token that is of use here must not pass for one that is of none.
    private void note(Proof proof) {
        if (proof instanceof Proof.ByToken(var id)) {
            hub.state()
                    .tokens()
                    .find(id)
                    .filter(token -> token.isLongUnused(clock.instant()))
                    .ifPresent(token -> hub.note(new Command.NoteToken(token.id())));
        }
    }

    /// Ends when those before it are answered and its delay is over, or at the deadline.
    private static void awaitTurn(PasswordAttempt attempt, CountDownLatch turn, long deadline)
            throws Declined, InterruptedException {
        if (!attempt.hasTurn() && !turn.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw wait(PATIENCE);
        }
        var delay = attempt.delay();
        if (delay.toNanos() > deadline - System.nanoTime()) {
            throw wait(delay);
        }
        Thread.sleep(delay);
    }

    private static Declined wait(Duration time) {
        return later(429, "there were too many wrong passwords from where you are", time);
    }

    private static Declined later(int status, String why, Duration time) {
        return new Declined(
                status, why, Map.of("Retry-After", Long.toString(Math.max(1, time.toSeconds()))));
    }
}
