package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LineWriterTest {

    @Test
    void linesFollowEachOther() {
        var lines = new LineWriter();
        assertThat(lines.isEmpty()).isTrue();
        lines.tag("time", "now").tag("a", "").tag("+b", "x y");
        lines.source("ann", "a@host").command("PRIVMSG").parameter("#tea").trailing("чай").end();
        lines.source("irc.example.org").numeric(5).parameter("ann").last("A=1").end();
        lines.numeric(1).last("Hello, ann").end();
        lines.command("PING").end();
        assertThat(lines.text())
                .isEqualTo(
                        """
                        @time=now;a;+b=x\\sy :ann!a@host PRIVMSG #tea :чай\r
                        :irc.example.org 005 ann A=1\r
                        001 :Hello, ann\r
                        PING\r
                        """);
        assertThat(lines.bytes()).isEqualTo(lines.text().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatWouldNotBeReadAgainIsABug() {
        List<Consumer<LineWriter>> bugs =
                List.of(
                        lines -> lines.tag("", "a"),
                        lines -> lines.tag("a", "\0"),
                        lines -> lines.source(""),
                        lines -> lines.source("a b"),
                        lines -> lines.source("a", ""),
                        lines -> lines.source("a b", "c@d"),
                        lines -> lines.command(""),
                        lines -> lines.command(":a"),
                        lines -> lines.numeric(1000),
                        lines -> lines.command("A").parameter(""),
                        lines -> lines.command("A").parameter(":b"),
                        lines -> lines.command("A").parameter("b c"),
                        lines -> lines.command("A").trailing("b\nc"),
                        lines -> lines.command("A").last("b\rc"));
        for (var bug : bugs) {
            leavesNothingBehind(bug, IllegalArgumentException.class);
        }
    }

    @Test
    void aWholeLineCanHaveATagMore() {
        var bare = new Message(Map.of(), "ann", "PRIVMSG", List.of("#veche", "hello"));
        for (var message : List.of(bare, bare.withTag("time", "12:00; \\"))) {
            assertThat(new LineWriter().message(message, "batch", "b1").text())
                    .isEqualTo(message.withTag("batch", "b1").print() + "\r\n");
        }
    }

    @Test
    void whatIsOutOfOrderIsABug() {
        List<Consumer<LineWriter>> bugs =
                List.of(
                        lines -> lines.end(),
                        lines -> lines.source("a").end(),
                        lines -> lines.parameter("a"),
                        lines -> lines.source("a").tag("b", "c"),
                        lines -> lines.source("a").source("b"),
                        lines -> lines.command("A").command("B"),
                        lines -> lines.command("A").trailing("b").parameter("c"),
                        lines -> lines.command("A").last("b").last("c"));
        for (var bug : bugs) {
            leavesNothingBehind(bug, IllegalStateException.class);
        }
    }

    private static void leavesNothingBehind(
            Consumer<LineWriter> bug, Class<? extends RuntimeException> type) {
        var lines = new LineWriter().command("BEFORE").end();
        assertThatThrownBy(() -> bug.accept(lines)).isInstanceOf(type);
        assertThat(lines.command("AFTER").end().text()).isEqualTo("BEFORE\r\nAFTER\r\n");
    }
}
