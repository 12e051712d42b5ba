package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import veche.chat.State;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Text;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// A round as bytes, for all of it and for those who said some of it.
class RenderedTest {

    private static final List<String> WORDS =
            List.of("tea", "чай", "お茶", "🫖", "Ä", "ffi", "\n", "x".repeat(300), "ш".repeat(200));

    private final Rendering rendering = new Rendering(new State(), "veche.local");

    @Test
    void whoSaidSomeOfItGetsTheRestWholeInAnyScript() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 500; i++) {
            var style = random.nextBoolean() ? Style.PLAIN : tagged();
            var entries = entries(random);
            var leftOut = random.nextLong();
            var rest = new ByteArrayOutputStream();
            for (var index = 0; index < entries.size(); index++) {
                if ((leftOut >> index & 1) == 0) {
                    rest.writeBytes(bytes(entries.subList(index, index + 1), style));
                }
            }
            var rendered = Rendered.of(rendering, entries, style);
            assertThat(rendered.without(index -> (leftOut >> index & 1) == 1))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(rest.toByteArray());
        }
    }

    private static Style tagged() {
        return Style.of(EnumSet.of(Capability.MESSAGE_TAGS, Capability.SERVER_TIME));
    }

    private byte[] bytes(List<Entry> entries, Style style) {
        return Rendered.of(rendering, entries, style).bytes();
    }

    private static List<Entry> entries(Random random) {
        var entries = new ArrayList<Entry>();
        for (var position = 1; position <= 1 + random.nextInt(8); position++) {
            var said =
                    new Event.Said(
                            new ChannelName("#чай"),
                            new Author(new PersonId(7), new Nickname("Ann")),
                            random.nextBoolean() ? Manner.SPEECH : Manner.ACTION,
                            text(random));
            entries.add(new Entry(position, Instant.ofEpochSecond(1_790_000_000L), said));
        }
        return entries;
    }

    private static Text text(Random random) {
        var text = new StringBuilder("and");
        for (var count = random.nextInt(5); count > 0; count--) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return Text.parse(text.toString()).orElseThrow();
    }

    /// Clients are sent the same bytes exactly if what makes a difference to that is the same.
    @Test
    void aStyleIsWhatMakesADifference() {
        assertThat(Style.of(EnumSet.of(Capability.SERVER_TIME, Capability.ECHO_MESSAGE)))
                .isEqualTo(Style.of(EnumSet.of(Capability.SERVER_TIME)))
                .isNotEqualTo(Style.of(EnumSet.of(Capability.MESSAGE_TAGS)))
                .isNotEqualTo(Style.PLAIN);
        assertThat(Style.of(EnumSet.of(Capability.ECHO_MESSAGE))).isEqualTo(Style.PLAIN);
        assertThat(tagged().has(Capability.SERVER_TIME)).isTrue();
        assertThat(tagged().has(Capability.SETNAME)).isFalse();
    }
}
