package veche.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What IRC clients send that is no message of IRC.
class IrcBadInputTest {

    private static final String TOO_LONG = "ann < 417 ann :Input line was too long\n";

    private ChatServer server;
    private IrcChat chat;

    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start();
        chat =
                server.irc(
                        """
                        ann + caps: message-tags
                        bob + caps: message-tags
                        """);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void send(byte[] bytes) throws IOException {
        chat.person("ann").sendBytes(bytes);
    }

    /// https://ircv3.net/specs/extensions/utf8-only
    @Test
    void whatIsNotUtf8IsNotPassedOn() throws IOException {
        send("PRIVMSG bob :привет\r\n".getBytes(Charset.forName("KOI8-R")));
        send("@+a=\u00e9 PRIVMSG bob :tags\r\n".getBytes(ISO_8859_1));
        send("PRIVMSG bob :привет\r\n".getBytes(UTF_8));
        chat.scene(
                """
                ann < FAIL * INVALID_UTF8 :Message rejected: it is not UTF-8
                ann < FAIL * INVALID_UTF8 :Message rejected: it is not UTF-8
                bob < @msgid=… :ann PRIVMSG bob привет
                """);
    }

    /// Nor does it come in: https://ircv3.net/specs/extensions/utf8-only
    @Test
    void whoeverIsComingInIsToldSoToo() throws IOException {
        var eve = chat.scene("eve ^").person("eve");
        eve.sendBytes("NICK \u00e9ve\r\n".getBytes(ISO_8859_1));
        chat.scene(
                """
                eve < FAIL * INVALID_UTF8 :…
                eve > NICK eve
                eve > USER eve 0 * :Eve
                eve ~ 376 …
                """);
    }

    /// https://modern.ircdocs.horse/#message-format: 512 bytes with the line end, and no more.
    @Test
    void aLineHas512Bytes() throws IOException {
        var start = "PRIVMSG bob :";
        var words = "x".repeat(510 - start.length());
        chat.scene("ann > " + start + words + "\n" + inTwo("bob"));
        chat.scene("ann > " + start + words + "x\n" + TOO_LONG);
        chat.scene("ann > PRIVMSG bob :short\nbob < @msgid=… :ann PRIVMSG bob short\n");
    }

    /// With where it comes from, it is too long for one line.
    private static String inTwo(String who) {
        return """
        %1$s < @msgid=… :ann PRIVMSG %1$s …x
        %1$s < :ann PRIVMSG %1$s …x
        """
                .formatted(who);
    }

    /// https://ircv3.net/specs/extensions/message-tags#size-limit: what clients send has 4096 bytes
    /// of tags, with `@` and the space behind them, beside the rest.
    @Test
    void tagsHave4096Bytes() throws IOException {
        var tags = "@+a=" + "x".repeat(4096 - 5);
        chat.scene(
                "ann > "
                        + tags
                        + " PRIVMSG bob :full\n"
                        + "bob < @msgid=…;+a=…x :ann PRIVMSG bob full\n"
                        + "ann > "
                        + tags
                        + "x PRIVMSG bob :more\n"
                        + TOO_LONG
                        + "ann > "
                        + tags
                        + " PRIVMSG bob :"
                        + "x".repeat(510)
                        + "\n"
                        + TOO_LONG);
    }

    /// More than any message can have is not even kept.
    @Test
    void aLineWithoutAnEndIsThrownAway() throws IOException {
        send("x".repeat(1_000_000).getBytes(UTF_8));
        send("\r\nPRIVMSG bob :and then\r\n".getBytes(UTF_8));
        chat.scene(TOO_LONG + "bob < @msgid=… :ann PRIVMSG bob :and then\n");
    }

    /// https://modern.ircdocs.horse/#message-format: NUL, CR and LF are in no parameter.
    @Test
    void noMessageHasANul() throws IOException {
        send("PRIVMSG bob :one\0two\r\n".getBytes(UTF_8));
        send("PRIVMSG bob :one\rtwo\r\n".getBytes(UTF_8));
        chat.scene(
                """
                ann < 400 ann * :That line is no message of IRC
                ann < 400 ann * :That line is no message of IRC
                """);
    }

    /// https://modern.ircdocs.horse/#compatibility-with-incorrect-software
    @Test
    void emptyLinesAndOtherLineEndsAreTakenAsTheyAre() throws IOException {
        send("\r\n\n   \r\nPRIVMSG bob :one\nPRIVMSG bob :two\r\n".getBytes(UTF_8));
        chat.scene(
                """
                bob < @msgid=… :ann PRIVMSG bob one
                bob < @msgid=… :ann PRIVMSG bob two
                """);
    }
}
