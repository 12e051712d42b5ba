package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {

    /// A line, and what is in it.
    record Example(
            String line,
            Map<String, String> tags,
            String source,
            String command,
            List<String> parameters) {}

    private static Example plain(String line, String command, String... parameters) {
        return new Example(line, Map.of(), "", command, List.of(parameters));
    }

    private static Example tagged(String line, Map<String, String> tags) {
        return new Example(line, tags, "", "PING", List.of());
    }

    static Stream<Example> examples() {
        return Stream.of(
                plain("QUIT", "QUIT"),
                plain("quit", "QUIT"),
                plain("PRIVMSG #tea hello", "PRIVMSG", "#tea", "hello"),
                plain("PRIVMSG #tea :hello all", "PRIVMSG", "#tea", "hello all"),
                plain("PRIVMSG #tea :", "PRIVMSG", "#tea", ""),
                plain("PRIVMSG #tea ::-)", "PRIVMSG", "#tea", ":-)"),
                plain("PRIVMSG #tea a:b", "PRIVMSG", "#tea", "a:b"),
                plain("PRIVMSG #tea :  two spaces  ", "PRIVMSG", "#tea", "  two spaces  "),
                plain("PRIVMSG #tea :чай 🍵", "PRIVMSG", "#tea", "чай 🍵"),
                plain(
                        "PRIVMSG #tea :\u0001ACTION waves\u0001",
                        "PRIVMSG",
                        "#tea",
                        "\u0001ACTION waves\u0001"),
                plain("  MODE   #tea  +o   ann  ", "MODE", "#tea", "+o", "ann"),
                plain("JOIN\t#tea", "JOIN\t#TEA"),
                plain("écrire", "éCRIRE"),
                plain(
                        "ISON 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 :17 18",
                        "ISON",
                        "1",
                        "2",
                        "3",
                        "4",
                        "5",
                        "6",
                        "7",
                        "8",
                        "9",
                        "10",
                        "11",
                        "12",
                        "13",
                        "14",
                        "15",
                        "16",
                        "17 18"),
                new Example(":ann!a@host PING x", Map.of(), "ann!a@host", "PING", List.of("x")),
                new Example(
                        ":irc.example.org 001 ann :Hello",
                        Map.of(),
                        "irc.example.org",
                        "001",
                        List.of("ann", "Hello")),
                new Example("@a=1  :ann  PING  x", Map.of("a", "1"), "ann", "PING", List.of("x")),
                plain(": PING", "PING"),
                tagged("@a PING", Map.of("a", "")),
                tagged("@a= PING", Map.of("a", "")),
                tagged("@a=1;b;c=3 PING", Map.of("a", "1", "b", "", "c", "3")),
                tagged("@a=1;a=2;a=3 PING", Map.of("a", "3")),
                tagged("@a=1;A=2 PING", Map.of("a", "1", "A", "2")),
                tagged("@a=b=c;d==  PING", Map.of("a", "b=c", "d", "=")),
                tagged("@+a=1;a=2 PING", Map.of("+a", "1", "a", "2")),
                tagged("@+example.org/foo=bar PING", Map.of("+example.org/foo", "bar")),
                tagged("@a=\\:\\s\\\\\\r\\n\\b\\ PING", Map.of("a", "; \\\r\nb")),
                tagged("@+e=raw+:=,escaped\\:\\s\\\\ PING", Map.of("+e", "raw+:=,escaped; \\")),
                tagged("@=1;;+;+=2;ключ=3;a_b=4;c=5; PING", Map.of("c", "5")),
                tagged("@ PING", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aLineIsTakenToPieces(Example example) {
        assertThat(Message.parse(example.line()))
                .isEqualTo(
                        new Message(
                                example.tags(),
                                example.source(),
                                example.command(),
                                example.parameters()));
    }

    @Test
    void tagsKeepTheirOrder() {
        var message = (Message) Message.parse("@z=1;y;+x;a PING");
        assertThat(message.tags().keySet()).containsExactly("z", "y", "+x", "a");
    }

    @Test
    void whatIsNoMessageIsSaidToBeSo() {
        assertThat(Message.parse("")).isEqualTo(Malformed.EMPTY);
        assertThat(Message.parse("   ")).isEqualTo(Malformed.EMPTY);
        for (var line : List.of(":", ":ann", ":ann ", "@a", "@a :ann ", ":ann :x", "@a @b x")) {
            assertThat(Message.parse(line)).as(line).isEqualTo(Malformed.NO_COMMAND);
        }
        for (var line : List.of("PI\0NG", "PING a\rb", "PING :a\nb", "@a=\r PING", ":a\0b PING")) {
            assertThat(Message.parse(line)).as(line).isEqualTo(Malformed.ILLEGAL_CHARACTER);
        }
    }

    @Test
    void tagsAreCountedWithoutTheRest() {
        var longest = "@" + "я".repeat(LineLimits.TAGS / 2);
        assertThat(Message.parse(longest + " PING")).isInstanceOf(Message.class);
        assertThat(Message.parse(longest + "a PING")).isEqualTo(Malformed.TAGS_TOO_LONG);
        assertThat(Message.parse(longest + "a PING", LineLimits.fromServer(512)))
                .isInstanceOf(Message.class);
    }

    @Test
    void theRestIsCountedWithoutTags() {
        var longest = "PING " + "x".repeat(505);
        assertThat(Message.parse(longest)).isInstanceOf(Message.class);
        assertThat(Message.parse(longest + "x")).isEqualTo(Malformed.REST_TOO_LONG);
        assertThat(Message.parse("@a=1 " + longest)).isInstanceOf(Message.class);
        assertThat(Message.parse("@a=1 " + longest + "x")).isEqualTo(Malformed.REST_TOO_LONG);
        assertThat(Message.parse(longest + "x", LineLimits.fromClient(513)))
                .isInstanceOf(Message.class);
        assertThat(Message.parse("PING " + "я".repeat(253))).isEqualTo(Malformed.REST_TOO_LONG);
    }

    @Test
    void aColonIsPrintedOnlyWhereItIsNeeded() {
        assertThat(Message.of("ping", "a").print()).isEqualTo("PING a");
        assertThat(Message.of("PING", "a", "").print()).isEqualTo("PING a :");
        assertThat(Message.of("PING", "a b").print()).isEqualTo("PING :a b");
        assertThat(Message.of("PING", ":a").print()).isEqualTo("PING ::a");
        assertThat(Message.of("PING").withSource("ann").withTag("a", "; ").withTag("b", "").print())
                .isEqualTo("@a=\\:\\s;b :ann PING");
    }

    @Test
    void theLastParameterIsCutWhereTheLineWouldBeTooLong() {
        var message = Message.of("TOPIC", "#tea", "green tea").withSource("ann").withTag("a", "b");
        assertThat(message.fitting(28).print()).isEqualTo("@a=b :ann TOPIC #tea :green tea");
        assertThat(message.fitting(27).print()).isEqualTo("@a=b :ann TOPIC #tea :green ");
        assertThat(message.fitting(3)).isEqualTo(message);
        var russian = Message.of("TOPIC", "#tea", "привет");
        assertThat(russian.fitting(20).print()).isEqualTo("TOPIC #tea :при");
        assertThat(Message.of("PING").fitting(1)).isEqualTo(Message.of("PING"));
    }

    @Test
    void aMessageThatCouldNotBeReadAgainIsABug() {
        for (var parameter : List.of("", "a b", ":a", "a\rb", "a\nb", "a\0b")) {
            assertThatThrownBy(() -> Message.of("PING", parameter, "last"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var text : List.of("", "a b", ":a", "@a", "a\n", "a\0")) {
            assertThatThrownBy(() -> Message.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
        var ping = Message.of("PING");
        assertThatThrownBy(() -> Message.of("PING", "last\r"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ping.withSource("a b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ping.withTag("a=b", "c"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ping.withTag("a", "\0"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
