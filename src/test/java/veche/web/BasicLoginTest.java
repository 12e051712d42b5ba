package veche.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import veche.account.Passwords;
import veche.account.Proof;
import veche.account.Token;
import veche.account.WrongPasswords;
import veche.chat.Command;
import veche.chat.Hub;
import veche.chat.Rules;
import veche.chat.Story;
import veche.config.Hashing;
import veche.config.Retention;
import veche.event.Text;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;

/// HTTP Basic, with the passwords of the chat.
class BasicLoginTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.2");

    private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");

    private Instant now = START;
    private final WrongPasswords wrongPasswords = new WrongPasswords(() -> now);
    private final Passwords passwords =
            new Passwords(new Hashing(8, 1, 1, 4096, 1), false, new SecureRandom());
    private final Hub hub =
            new Hub(
                    Rules.usual(new ChannelName("#veche")),
                    new MemoryJournal(),
                    Retention.EVERYTHING,
                    () -> now);
    private final BasicLogin login = new BasicLogin(hub, passwords, wrongPasswords, () -> now);

    BasicLoginTest() throws Exception {}

    @BeforeEach
    void somebodyHasAnAccount() throws Exception {
        hub.start();
        hub.perform(new Command.AddAccount(new Nickname("ann"), passwords.hash("пароль: 123")));
    }

    @AfterEach
    void end() {
        hub.close();
        passwords.close();
    }

    private static String header(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private int refusal(@Nullable String header) {
        return refused(header).answer().status();
    }

    private Declined refused(@Nullable String header) {
        return catchThrowableOfType(Declined.class, () -> login.require(header, HERE));
    }

    @Test
    void anOwnerIsKnownByNameAndPassword() throws Exception {
        for (var name : new String[] {"ann", "ANN", "ann@phone", "ann/network@phone"}) {
            var account = login.require(header(name + ":пароль: 123"), HERE);
            assertThat(account.name()).isEqualTo(new Nickname("ann"));
        }
        var other = header("ann:пароль: 123").replaceFirst("Basic", "bAsIc ");
        assertThat(login.require(other, HERE).name()).isEqualTo(new Nickname("ann"));
    }

    @Test
    void whatIsNoProofIsRefusedAndCounts() {
        assertThat(refusal(header("ann:wrong"))).isEqualTo(401);
        assertThat(refusal(header("nobody:x"))).isEqualTo(401);
        assertThat(refusal(header("no name at all:x"))).isEqualTo(401);
        assertThat(wrongPasswords.wrongAttempts()).isEqualTo(3);
    }

    @Test
    void whatIsMalformedIsNoAttempt() {
        assertThat(refusal(null)).isEqualTo(401);
        assertThat(refusal("Basic")).isEqualTo(401);
        assertThat(refusal("Basic ???")).isEqualTo(401);
        assertThat(refusal(header("ann"))).isEqualTo(401);
        assertThat(refusal("Bearer abc")).isEqualTo(401);
        assertThat(refused(null).headers()).containsKey("WWW-Authenticate");
        assertThat(wrongPasswords.wrongAttempts()).isZero();
    }

    /// As often as in the chat: what was guessed there counts here.
    @Test
    void whoGuessesTooOftenHasToComeBackLater() throws Exception {
        for (var count = 0; count < 8; count++) {
            try (var attempt =
                    wrongPasswords.attempt(HERE, Optional.of(new Nickname("ann")), () -> {})) {
                attempt.wrong();
            }
        }
        var later = refused(header("ann:пароль: 123"));
        assertThat(later.answer().status()).isEqualTo(429);
        assertThat(later.headers()).containsEntry("Retry-After", "30");
        assertThat(login.require(header("ann:пароль: 123"), ELSEWHERE).name())
                .isEqualTo(new Nickname("ann"));
        now = now.plusSeconds(601);
        assertThat(login.require(header("ann:пароль: 123"), HERE).name())
                .isEqualTo(new Nickname("ann"));
    }

    /// So that it is not the one that makes room when its owner makes another.
    @Test
    void aTokenThatIsOfUseIsKnownToBe() throws Exception {
        var secret = Token.secret(new SecureRandom());
        var ann = hub.accounts().named(new Nickname("ann")).orElseThrow();
        var session = hub.open(new Story());
        session.perform(new Command.LogIn(ann.id(), new Proof.ByCredential(ann.credential())));
        session.perform(
                new Command.MakeToken(Text.parse("phone").orElseThrow(), Token.hash(secret)));
        for (var minutes : List.of(0, 30, 61)) {
            now = START.plus(Duration.ofMinutes(minutes));
            login.require(header("ann:" + secret), HERE);
            hub.perform(new Command.Announce(Text.parse("stored").orElseThrow()));
            assertThat(hub.state().tokens().of(ann.id()))
                    .singleElement()
                    .extracting(Token::used)
                    .isEqualTo(Optional.of(minutes < 60 ? START : now));
        }
    }
}
