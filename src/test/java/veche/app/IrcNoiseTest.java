package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import veche.wire.LineLimits;

/// Clients that send all kinds of commands with all kinds of parameters, most of them nonsense.
/// What they send may be refused, but it breaks nothing: no connection ends because of a failure of
/// the server's, and others talk on.
class IrcNoiseTest {

    private static final String LONG = "й".repeat(220);

    /// How many clients come, one after the other; on request, more.
    private static final int CLIENTS = Integer.getInteger("noise.clients", 300);

    /// It takes a fraction of that, also on a slow machine.
    private static final Duration PATIENCE = Duration.ofSeconds(60).plusMillis(200L * CLIENTS);

    private static final int LINES = 100;
    private static final int PATIENCE_MILLIS = 20_000;

    /// All but those for which somebody would have to wait after wrong passwords.
    private static final List<String> COMMANDS =
            List.of(
                    ("JOIN PART KICK INVITE TOPIC NAMES MODE LIST WHO WHOIS WHOWAS USERHOST ISON"
                                    + " MONITOR AWAY SETNAME PRIVMSG NOTICE TAGMSG BATCH CHATHISTORY"
                                    + " MARKREAD REDACT SEARCH PERSISTENCE VERIFY CS HS MOTD LUSERS"
                                    + " VERSION TIME INFO ADMIN LINKS STATS HELP KILL REHASH WALLOPS"
                                    + " UBAN CONSOLE COMPLETE LOGS STATUS TOKEN SESSION"
                                    + " DIE ISUPPORT ACCEPT KNOCK RENAME RELAYMSG METADATA"
                                    + " METADATA METADATA NS NICK USER CAP PING PONG nonsense")
                            .split(" "));

    private static final List<String> WORDS =
            List.of(
                    ("a ann bob #a #b #tea,#b 0 * ** : :: + - +o -o +ov +b -b +k +l +i +m +f +e"
                                    + " ~a:* ~m:*!*@* *!*@* @#a +#a msgid=00000000001 -1 10"
                                    + " 99999999999999999999 timestamp=2026-11-24T16:00:00.000Z LATEST"
                                    + " BEFORE AFTER AROUND BETWEEN TARGETS LS 302 REQ END LIST help info"
                                    + " op voice play search delete draft/multiline +1 -1 GET SET ON"
                                    + " o %tcuhsnfdlaor,42 >1 <5 C>1 !#a* {} [] ~ & ^ ADD DEL 1h"
                                    + " from=ann text=words;in=#a @ \u0001ACTION \u0002bold привет"
                                    + " SUB UNSUB SUBS SYNC CLEAR url avatar x/y.z a/b #A #c a,b,c,d,e"
                                    + " a,b,c,d,:e 0,1,2,3,4 ,, -draft/multiline,batch transfer accept"
                                    + " refuse amode howtoban clear users access register unregister"
                                    + " identify sessions logout others all sapasswd sacert sasessions"
                                    + " salogout saverify saregister sadrop list add del longpassword")
                            .split(" "));

    private static final List<String> TAGS =
            List.of(
                    "",
                    "",
                    "@label=x ",
                    "@+typing=active ",
                    "@+draft/react=!;+draft/reply=00000000001 ",
                    "@batch=1 ",
                    "@batch=1;draft/multiline-concat ",
                    "@+veche.chat/id=7 ",
                    "@a=\\:\\s\\\\\\ ");

    private static final String CAPABILITIES =
            "CAP REQ :message-tags server-time batch echo-message labeled-response account-tag"
                    + " draft/multiline draft/chathistory draft/event-playback draft/read-marker"
                    + " draft/message-redaction extended-join away-notify draft/metadata-2"
                    + " draft/channel-rename draft/relaymsg\r\n";

    private ChatServer server;

    @BeforeEach
    void start() {
        server =
                ChatServer.start(
                        """
                        [[operator_class]]
                        name = "noisy"
                        privileges = ["manage_channels", "manage_accounts", "relay", "kill"]
                        """
                                + IrcOperatorTest.OPERATOR
                                + "class = \"noisy\"\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void whateverClientsSendTheServerGoesOn() {
        assertTimeoutPreemptively(PATIENCE, this::makeNoise);
    }

    private void makeNoise() throws IOException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < CLIENTS; i++) {
            var sent = noise(random, i);
            try (var socket = new Socket()) {
                socket.connect(server.ircAddress());
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(sent);
                var read = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertThat(read)
                        .as("seed %d, client %d", seed, i)
                        .contains("ERROR :Closing link")
                        .doesNotContain("[Connection closed]");
                assertThat(read.split("\r\n"))
                        .as("seed %d, client %d", seed, i)
                        .allSatisfy(IrcNoiseTest::requireShort);
            }
        }
        assertThat(server.ctl("--json", "status").out())
                .as("seed %d", seed)
                .contains("\"QUIT\"")
                .doesNotContain("\"FAILED\"");
        server.irc("zoe +\nzoe > PRIVMSG zoe hello\nzoe < :zoe PRIVMSG zoe hello");
    }

    private static void requireShort(String line) {
        var rest = line.startsWith("@") ? line.substring(line.indexOf(' ') + 1) : line;
        assertThat(rest.getBytes(UTF_8).length + 2).isLessThanOrEqualTo(LineLimits.CLASSIC);
    }

    private static byte[] noise(Random random, int client) {
        var bytes = new ByteArrayOutputStream();
        if (random.nextInt(10) > 0) {
            var name = "u" + client;
            var come = "NICK " + name + "\r\nUSER " + name + " 0 * :" + name + "\r\nCAP END\r\n";
            bytes.writeBytes(((random.nextBoolean() ? CAPABILITIES : "") + come).getBytes(UTF_8));
            if (random.nextInt(4) == 0) {
                bytes.writeBytes("OPER root operpassword\r\n".getBytes(UTF_8));
            }
        }
        for (var i = 0; i < LINES; i++) {
            bytes.writeBytes(spoilt(random, line(random)));
            bytes.writeBytes("\r\n".getBytes(UTF_8));
        }
        bytes.writeBytes("QUIT :enough\r\n".getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] line(Random random) {
        var line = new StringBuilder(any(random, TAGS)).append(any(random, COMMANDS));
        for (var words = random.nextInt(6); words > 0; words--) {
            line.append(' ').append(any(random, WORDS));
        }
        if (random.nextInt(3) == 0) {
            line.append(" :").append(any(random, WORDS)).append(' ').append(any(random, WORDS));
            if (random.nextInt(8) == 0) {
                line.append(LONG);
            }
        }
        return line.toString().getBytes(UTF_8);
    }

    /// A few lines have bytes that do not belong there; none ends before its end.
    private static byte[] spoilt(Random random, byte[] line) {
        if (random.nextInt(20) == 0) {
            for (var i = 0; i < 3; i++) {
                var other = (byte) random.nextInt(256);
                line[random.nextInt(line.length)] = other == '\n' ? (byte) ' ' : other;
            }
        }
        return line;
    }

    private static String any(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
