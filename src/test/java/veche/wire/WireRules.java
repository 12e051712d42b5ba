package veche.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/// What holds for every text that anybody could send.
final class WireRules {

    private static final LineLimits WIDE = LineLimits.fromServer(1 << 20);

    private WireRules() {}

    static void check(String text) {
        if (Message.parse(text, WIDE) instanceof Message message) {
            isPrintedAlike(message);
        }
        agreesWithNarrowLimits(text);
        Source.parse(text)
                .ifPresent(source -> assertThat(Source.parse(source.print())).contains(source));
        assertThat(TagValue.unescape(TagValue.escape(text))).isEqualTo(text);
        assertThat(TagValue.unescape(text)).hasSizeLessThanOrEqualTo(text.length());
        assertThat(Tokens.unescape(Tokens.escape(text))).isEqualTo(text);
        assertThat(String.join(",", Tokens.places(text))).isEqualTo(text);
        assertThat(Utf8.length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        cutIntoPiecesIsWhole(text);
    }

    private static void isPrintedAlike(Message message) {
        var line = message.print();
        assertThat(line).doesNotContain("\r", "\n", "\0");
        assertThat(Message.parse(line, WIDE)).isEqualTo(message);
        var whole = new LineWriter().message(message).bytes();
        assertThat(whole).isEqualTo((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /// The usual limits refuse lines, and never read one in another way.
    private static void agreesWithNarrowLimits(String text) {
        switch (Message.parse(text)) {
            case Malformed.TAGS_TOO_LONG -> assertThat(Utf8.length(text)).isGreaterThan(4094);
            case Malformed.REST_TOO_LONG -> assertThat(Utf8.length(text)).isGreaterThan(510);
            case Malformed other -> assertThat(Message.parse(text, WIDE)).isEqualTo(other);
            case Message message -> {
                assertThat(Message.parse(text, WIDE)).isEqualTo(message);
                // Reading a line and handing it on makes it no longer.
                assertThat(message.print()).hasSizeLessThanOrEqualTo(text.length() + 1);
            }
        }
    }

    private static void cutIntoPiecesIsWhole(String text) {
        for (var bytes : new int[] {4, 7, 30, 400}) {
            var pieces = Pieces.of(text, bytes);
            assertThat(String.join("", pieces)).isEqualTo(text);
            assertThat(pieces).allMatch(piece -> Utf8.length(piece) <= bytes);
            if (pieces.size() > 1) {
                assertThat(pieces).noneMatch(String::isEmpty);
                assertThat(pieces)
                        .noneMatch(piece ->
                                Character.isLowSurrogate(piece.charAt(0)) && isWellFormed(text));
            }
        }
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
