package veche.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What others write never controls a terminal.
class HarmlessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J", // clears the screen
                "\u001b[1;1H", // moves the cursor
                "\u001b[31m", // colours
                "\u001b[1A\u001b[2K", // writes over the line above
                "\u001b]0;title\u0007", // sets the title
                "\u001b]2;title\u001b\\",
                "\u001b]52;c;cm0gLXJmIC8=\u0007", // sets the clipboard
                "\u001b]8;;http://example.org\u0007link\u001b]8;;\u0007",
                "\u001b]1337;File=:AAAA\u0007",
                "\u001b]4;1;rgb:00/00/00\u0007", // sets a colour
                "\u001bP$q\"p\u001b\\", // asks for settings
                "\u001bP+q544e\u001b\\",
                "\u001b_Gf=24;AAAA\u001b\\", // graphics
                "\u001b^private\u001b\\",
                "\u001bXstring\u001b\\",
                "\u001b[6n", // asks where the cursor is
                "\u001b[c",
                "\u001b[>c",
                "\u001b[21t", // asks for the title
                "\u001b[?1049h", // the other screen
                "\u001b[?1000h", // reports the mouse
                "\u001b[?2004l",
                "\u001b[5i", // prints
                "\u001bc", // resets
                "\u001b7\u001b8",
                "\u001b(0qqq",
                "\u000e\u000f",
                "\u009b2J", // the same, as single characters of C1
                "\u009d0;title\u009c",
                "\u0090q\u009c",
                "\u0085\u0084\u008d",
                "\u0008\u0008\u0008over",
                "one\rtwo",
                "one\ntwo",
                "one\u000btwo\u000c",
                "\u0007\u0007\u0007",
                "\u0000",
                "\u007f\u007f",
                "\u202eevil\u202c", // turns the direction
                "\u202a\u202b\u202d",
                "\u2066\u2067\u2068\u2069",
                "\u200e\u200f\u061c",
                "\u2028\u2029",
                "\u200b\u2060\ufeff", // cannot be seen
                "\u00ad",
                "\udb40\udc41", // a tag
                "\ud800", // half of a character
                "\udc00\ud800",
                "\u000304red",
                "\u0002bold\u000f",
                "\u0016\u001d\u001e\u001f\u0011",
            })
    void nothingIsLeftThatATerminalObeys(String payload) {
        for (var text : new String[] {payload, "ann: " + payload + " hello", payload.repeat(3)}) {
            isHarmless(Harmless.line(text));
            isHarmless(Harmless.lines(text).replace("\n", ""));
        }
    }

    private static void isHarmless(String shown) {
        assertThat(shown.codePoints())
                .noneMatch(c ->
                        c < 0x20
                                || (c >= 0x7F && c < 0xA0)
                                || (c >= 0x202A && c <= 0x202E)
                                || (c >= 0x2066 && c <= 0x2069)
                                || (c >= 0xD800 && c <= 0xDFFF));
    }

    @Test
    void nothingAtRandomIsEither() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (var length = random.nextInt(30); length > 0; length--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x100 : 0x10000));
            }
            isHarmless(Harmless.line(text.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "доброе утро, доброе утро",
        "'\u0002bold\u000f', bold",
        "'\u00034,12red', red",
        "'\u000304red', red",
        "'\u0003,red', ',red'",
        "'\u0004ff0000red', red",
        "'a\tb', a b",
        "'\ud83d\udc68\u200d\ud83d\udc69', '\ud83d\udc68\u200d\ud83d\udc69'",
        "'\u001b[2J', '\ufffd[2J'",
    })
    void whatCanBeReadStays(String text, String shown) {
        assertThat(Harmless.line(text)).isEqualTo(shown);
    }
}
