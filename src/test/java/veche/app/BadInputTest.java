package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What clients send that they should not, or in pieces that nobody expects.
class BadInputTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void nobodyCanGarbleAnothersScreen() throws IOException {
        var chat = server.chat("ann +\nbob +\nann < *** bob is here");
        chat.person("ann").send("\u001b[2J\u001b]0;mine\u0007red\u009b31m\ttab\u0000nul\u202egnp");
        chat.scene("bob < ann: \uFFFD[2J\uFFFD]0;mine\uFFFDred\uFFFD31m tab\uFFFDnul\uFFFDgnp");
        chat.person("ann").send("back\bspace and a lone\rreturn");
        chat.scene("bob < ann: back\uFFFDspace and a lone\uFFFDreturn");
    }

    @Test
    void aLineThatIsNotUtf8IsNotSaid() throws IOException {
        var chat = server.chat("ann +\nbob +\nann < *** bob is here");
        chat.person("ann").sendBytes("привет\n".getBytes(Charset.forName("KOI8-R")));
        chat.scene(
                "ann < *** That line was not sent: it is not UTF-8. Set your terminal to UTF-8.");
    }

    @Test
    void aLineThatIsTooLongIsNotSaidAndTheNextOneIs() throws IOException {
        var chat = server.chat("ann +\nbob +\nann < *** bob is here");
        chat.person("ann").send("x".repeat(4_097));
        chat.person("ann").send("y".repeat(4_096));
        chat.scene(
                """
                ann < *** That line was too long, and was not sent: a line has at most 4,096 bytes.
                bob < ann: %s
                """
                        .formatted("y".repeat(4_096)));
    }

    @Test
    void aLineMayComeInManyPiecesAndManyLinesInOne() throws IOException {
        var chat = server.chat("ann +\nbob +\nann < *** bob is here");
        for (var piece : "при вет 👋\r\n".getBytes(UTF_8)) {
            chat.person("ann").sendBytes(new byte[] {piece});
        }
        chat.person("ann").sendBytes("one\ntwo\r\n\n   \nthree\n".getBytes(UTF_8));
        chat.scene(
                """
                bob < ann: при вет 👋
                bob < ann: one
                bob < ann: two
                bob < ann: three
                """);
    }

    @Test
    void aScriptCanSayEverythingAtOnceAndLeave() throws IOException {
        var chat = server.chat("ann +");
        try (var script = Client.connect(server.address())) {
            script.sendBytes("bot\ncorrect horse\nbackup done\nsecond line\n".getBytes(UTF_8));
            script.finishSending();
            assertThat(script.readToEnd()).contains("*** In #veche: ann, bot");
        }
        chat.scene(
                """
                ann < *** bot is here
                ann < bot: backup done
                ann < bot: second line
                ann < *** bot left
                """);
    }

    @Test
    void whateverAClientSendsTheOthersTalkOn() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var chat = server.chat("ann +\nbob +\nann < *** bob is here");
        for (var round = 0; round < 30; round++) {
            try (var mallory = Client.connect(server.address())) {
                var noise = new byte[random.nextInt(20_000)];
                random.nextBytes(noise);
                if (random.nextBoolean()) {
                    mallory.sendBytes("mallory\ncorrect horse\n".getBytes(UTF_8));
                }
                mallory.sendBytes(noise);
            }
        }
        chat.person("ann").send("still here");
        assertThat(chat.person("bob").readUntil("ann: "))
                .as("seed %d", seed)
                .last()
                .asString()
                .isEqualTo("ann: still here");
    }
}
