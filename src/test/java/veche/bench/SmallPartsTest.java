package veche.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class SmallPartsTest {

    @Test
    void aNumberIsReadAsItWasWritten() {
        var random = new Random(1);
        var bytes = new byte[20];
        for (var i = 0; i < 1000; i++) {
            var number = random.nextLong();
            Hex.writeLong(bytes, 2, number);
            assertThat(Hex.readLong(bytes, 2)).isEqualTo(number);
            assertThat(new String(bytes, 2, 16, US_ASCII)).isEqualTo("%016x".formatted(number));
        }
    }

    @Test
    void aLiteralIsFoundOnlyWhereItIs() {
        for (var length = 0; length < 40; length++) {
            var text = "abcdefghijklmnopqrstuvwxyz0123456789ABCD".substring(0, length);
            var literal = new Literal(text);
            var bytes = ("--" + text + "?".repeat(16)).getBytes(US_ASCII);
            assertThat(literal.isAt(bytes, 2)).as(text).isTrue();
            for (var wrong = 0; wrong < length; wrong++) {
                bytes[2 + wrong]++;
                assertThat(literal.isAt(bytes, 2)).as("%s, %d", text, wrong).isFalse();
                bytes[2 + wrong]--;
            }
        }
    }

    @Test
    void aWindowIsOpenUntilItIsFullAndAgainWhenEverybodyHasTheFirstMessage() {
        var window = new Window(3, 1, 1, 2, false);
        assertThat(window.isOpen(0, 1)).isTrue();
        assertThat(window.isOpen(0, 2)).isFalse();
        window.delivered(0, 1, 0);
        window.delivered(0, 1, 0);
        assertThat(window.isOpen(0, 2)).as("the first is still under way").isFalse();
        window.delivered(0, 0, 0);
        assertThat(window.isOpen(0, 2)).isFalse();
        window.delivered(0, 0, 0);
        assertThat(window.isOpen(0, 3)).as("both have arrived").isTrue();
        assertThat(window.isOpen(0, 4)).isFalse();
    }

    @Test
    void theMedianIsInTheMiddle() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
        assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void anAxisHasRoomForAllAndRoundTicks() {
        var linear = Scale.of(List.of(3.0, 47.0), false);
        assertThat(linear.ticks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(linear.place(25)).isEqualTo(0.5);
        var logarithmic = Scale.of(List.of(30.0, 2000.0), true);
        assertThat(logarithmic.ticks()).containsExactly(10.0, 100.0, 1000.0, 10_000.0);
        assertThat(logarithmic.place(10_000)).isEqualTo(1);
        assertThat(Scale.of(List.of(0.0), true).ticks()).hasSize(2);
        assertThat(Scale.of(List.of(), false).ticks()).isNotEmpty();
    }

    @Test
    void aPlotIsGoodXmlAndHasEachCurve() throws Exception {
        var curve = new Plot.Curve("p50 < p99 & co", true, List.of(new Plot.Point(1, 2)));
        var svg =
                new Plot("title", "members", true)
                        .add(new Plot.Panel("µs", true, List.of(curve)))
                        .svg();
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("circle").getLength()).isOne();
        assertThat(document.getDocumentElement().getTextContent()).contains("p50 < p99 & co");
    }
}
