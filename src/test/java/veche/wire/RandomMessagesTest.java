package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every text and for every message.
class RandomMessagesTest {

    private static final int TEXTS = 2_000;

    /// What has a meaning somewhere, and what is at the border of something.
    private static final List<String> WORDS =
            List.of(
                    "@",
                    ":",
                    ";",
                    "=",
                    "\\",
                    " ",
                    "  ",
                    "+",
                    "!",
                    ",",
                    "/",
                    "-",
                    "\\:",
                    "\\s",
                    "\\x20",
                    "\\x5C",
                    "PRIVMSG",
                    "privmsg",
                    "#tea",
                    "a",
                    "b",
                    "time",
                    "msgid",
                    "\r",
                    "\n",
                    "\0",
                    "\t",
                    "ж",
                    "e\u0301",
                    "👩‍👩‍👧",
                    "🇸🇪",
                    "\uD83D",
                    "\uDE42",
                    "x".repeat(120));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noTextBreaksAnything(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < TEXTS; i++) {
            WireRules.check(text(random));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMessageThatIsPrintedIsReadAsTheSame(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < TEXTS; i++) {
            var message = message(random);
            assertThat(Message.parse(message.print(), LineLimits.fromServer(1 << 20)))
                    .isEqualTo(message);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder(random.nextBoolean() ? "@" : "");
        for (var more = random.nextInt(30); more > 0; more--) {
            if (random.nextInt(12) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            } else {
                text.append(WORDS.get(random.nextInt(WORDS.size())));
            }
        }
        return text.toString();
    }

    private static Message message(Random random) {
        var tags = new LinkedHashMap<String, String>();
        for (var more = random.nextInt(4); more > 0; more--) {
            var name = "+draft/tag-".substring(random.nextInt(11)) + random.nextInt(4);
            tags.put(name, text(random).replace("\0", ""));
        }
        var parameters = new ArrayList<String>();
        for (var more = random.nextInt(20); more > 0; more--) {
            parameters.add("x" + text(random).replaceAll("[ \0\r\n]", ""));
        }
        if (random.nextBoolean()) {
            parameters.add(text(random).replaceAll("[\0\r\n]", ""));
        }
        var source = random.nextBoolean() ? "ann!a@example.org" : "";
        return new Message(tags, source, "PRIVMSG", parameters);
    }
}
