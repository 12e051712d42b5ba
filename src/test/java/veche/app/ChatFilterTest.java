package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import veche.client.Exit;
import veche.client.Options;
import veche.client.Sitter;

/// The terminal client without a terminal: a filter for scripts.
@Timeout(60)
class ChatFilterTest {

    @TempDir Path home;

    private final ChatServer server = ChatServer.start("[irc]\ntls_listen = [\"127.0.0.1:0\"]\n");

    @BeforeEach
    void register() throws IOException {
        server.account("bot");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Options options(String... channels) {
        return Sitter.options(server.ircAddress(), "bot", channels);
    }

    private Sitter.Ran run(Options options, String password, String input) {
        return Sitter.run(Sitter.Setup.of(home).with(password).with(options), input);
    }

    @Test
    void eachLineIsSentAndTheEndIsItsAcknowledgement() throws IOException {
        var lines = new StringBuilder();
        for (var i = 1; i <= 120; i++) {
            lines.append("backup ").append(i).append(" of 120\n");
        }
        try (var ann = Client.arrive(server.address(), "ann", Chat.PASSWORD)) {
            ann.send("/join #ops");
            ann.readUntil("*** In #ops");
            var ran = run(Sitter.once(options("#ops")), Chat.PASSWORD, lines.toString());
            assertThat(ran).isEqualTo(new Sitter.Ran(Exit.DONE, "", ""));
            var read = ann.readUntil("bot: backup 120 of 120");
            for (var i = 1; i <= 120; i++) {
                assertThat(read).containsOnlyOnce("bot: backup " + i + " of 120");
            }
        }
    }

    @Test
    void withoutAChannelItTalksInTheFirstOne() {
        var ran = run(options(), Chat.PASSWORD, "hello\n");
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        assertThat(ran.out()).endsWith("#veche bot: hello\n");
    }

    @Test
    void unknownNamesAreRegistered() {
        var newcomer = Sitter.options(server.ircAddress(), "newcomer", "#veche");
        assertThat(run(newcomer, "a long secret", "here\n").exit()).isEqualTo(Exit.DONE);
        assertThat(run(newcomer, "a long secret", "again\n").exit()).isEqualTo(Exit.DONE);
    }

    @Test
    void aWrongPasswordIsRefused() {
        var ran = run(options("#veche"), "something else", "hello\n");
        assertThat(ran.exit()).isEqualTo(Exit.NO_LOGIN);
        assertThat(ran.error()).contains("not the password of bot");
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsRefused() {
        var ran =
                Sitter.run(Sitter.Setup.of(home).with(Sitter.options(server.ircAddress(), "")), "");
        assertThat(ran.exit()).isEqualTo(Exit.NO_LOGIN);
        assertThat(ran.error()).contains("--name");
    }

    @Test
    void aChannelThatDoesNotTakeAnyoneIsAReasonToFail() throws IOException {
        server.irc(
                """
                ann +
                ann > JOIN #closed
                ann ~ 366 …
                ann > MODE #closed +i
                ann < :ann MODE #closed +i
                """);
        var ran = run(Sitter.once(options("#closed")), Chat.PASSWORD, "hello\n");
        assertThat(ran.exit()).isEqualTo(Exit.REFUSED);
        assertThat(ran.error()).contains("#closed");
    }

    @Test
    void aServerThatIsNotThereIsAReasonToFail() {
        var nobody =
                Sitter.options(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                        "bot",
                        "#veche");
        var ran = run(Sitter.within(nobody, Duration.ofMillis(300)), Chat.PASSWORD, "hello\n");
        assertThat(ran.exit()).isEqualTo(Exit.NO_SERVER);
        assertThat(ran.error()).contains("127.0.0.1:1 cannot be reached");
    }

    @Test
    void whatIsNotAcknowledgedInTimeIsAReasonToFail() throws Exception {
        var input = new PipedOutputStream();
        try (var read = new PipedInputStream(input)) {
            var setup =
                    Sitter.Setup.of(home)
                            .with(Chat.PASSWORD)
                            .with(Sitter.within(options("#veche"), Duration.ofSeconds(3)));
            var ran = CompletableFuture.supplyAsync(() -> Sitter.run(setup, read));
            try (var ann = Client.arrive(server.address(), "ann", Chat.PASSWORD)) {
                input.write("one\n".getBytes(UTF_8));
                input.flush();
                ann.readUntil("bot: one");
            }
            server.ctl("pause", "--disconnect");
            input.write("two\n".getBytes(UTF_8));
            input.close();
            assertThat(ran.get(30, TimeUnit.SECONDS).exit()).isEqualTo(Exit.NOT_ACKNOWLEDGED);
        }
    }

    @Test
    void whatHappensIsPrintedAsLinesOfJson() throws Exception {
        var ran = run(Sitter.json(options("#veche"), false), Chat.PASSWORD, "good \"morning\"\n");
        assertThat(ran.exit()).isEqualTo(Exit.DONE);
        var events = ran.out().lines().toList();
        assertThat(JSON.std.mapFrom(events.getFirst())).containsEntry("code", "welcome");
        assertThat(JSON.std.mapFrom(events.getLast()))
                .containsEntry("event", "message")
                .containsEntry("place", "#veche")
                .containsEntry("from", "bot")
                .containsEntry("text", "good \"morning\"")
                .containsEntry("kind", "say")
                .containsEntry("own", true)
                .containsEntry("past", false)
                .containsKeys("time", "id");
    }

    @Test
    void aCertificateIsTrustedByItsFingerprintAndByNothingElse() {
        var address = server.ircTlsAddress();
        var options = Sitter.options(address, "bot", "#veche");
        var unknown = run(Sitter.tls(options, Optional.empty()), Chat.PASSWORD, "hello\n");
        assertThat(unknown.exit()).isEqualTo(Exit.NO_TRUST);
        var fingerprint = unknown.error().replaceFirst("(?s).*--fingerprint (\\S+).*", "$1");
        var known = run(Sitter.tls(options, Optional.of(fingerprint)), Chat.PASSWORD, "hello\n");
        assertThat(known.exit()).isEqualTo(Exit.DONE);
        var start = fingerprint.startsWith("00") ? "11" : "00";
        var other = Optional.of(start + fingerprint.substring(2));
        assertThat(run(Sitter.tls(options, other), Chat.PASSWORD, "hello\n").exit())
                .isEqualTo(Exit.NO_TRUST);
    }

    @Test
    void aCertificateThatWasTrustedOnceIsKnownUntilItChanges() throws Exception {
        var options = Sitter.tls(Sitter.options(server.ircTlsAddress(), "bot"), Optional.empty());
        var setup = Sitter.Setup.of(home).with(Chat.PASSWORD).with(options);
        try (var first = Sitter.start(setup)) {
            first.sees("Nobody vouches").sees("[y/N]").says("y").sees("You are bot");
        }
        try (var second = Sitter.start(setup)) {
            second.sees("You are bot");
        }
        var known = home.resolve("veche/servers");
        var digits = Files.readString(known);
        Files.writeString(
                known, digits.replaceFirst(" [0-9a-f]{2}", digits.contains(" 00") ? " 11" : " 00"));
        try (var third = Sitter.start(setup)) {
            third.sees("HAS CHANGED").ends(Exit.NO_TRUST);
        }
    }
}
