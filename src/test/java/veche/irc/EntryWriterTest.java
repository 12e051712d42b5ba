package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import veche.chat.State;
import veche.event.Author;
import veche.event.ChannelFlag;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.event.Tags;
import veche.event.Text;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.wire.LineLimits;
import veche.wire.Message;

/// What is written at once is what would be written of its messages.
class EntryWriterTest {

    private static final Instant TIME = Instant.ofEpochSecond(1_790_000_000L);
    private static final ChannelName TEA = new ChannelName("#чай");

    private static final Author ANN = new Author(new PersonId(7), new Nickname("Ann"));
    private static final Author GUEST =
            new Author(new PersonId(9), new Nickname("Ёж"), Optional.empty(), "u@лес.example");
    private static final List<Author> PEOPLE = List.of(ANN, GUEST);

    private static final List<String> WORDS =
            List.of("tea", "чай", "お茶", "🫖", ":", "\n", "x".repeat(300), "ш".repeat(200));

    /// Whatever a client may send, or the server notes.
    private static final List<String> TAGS =
            List.of("+draft/reply", Tags.CLIENT_ID, Tags.ASIDE, Tags.RELAYED, "bot");

    private final Rendering rendering = new Rendering(new State(), "veche.local");

    @Test
    void theBytesAreThoseOfTheMessages() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++) {
            var style = style(random);
            var entries = entries(random);
            var batch = random.nextBoolean() ? "b1" : null;
            var lines = new EntryWriter(rendering, style, batch, 1);
            for (var next = 0; next < entries.size(); ) {
                next = lines.write(entries, next);
            }
            assertThat(new String(lines.bytes(), UTF_8))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(printed(rendering.messages(entries, style), batch));
        }
    }

    private static String printed(List<Message> messages, @Nullable String batch) {
        var lines = new StringBuilder();
        for (var message : messages) {
            var line =
                    batch == null || message.tags().containsKey("batch")
                            ? message
                            : message.withTag("batch", batch);
            lines.append(line.fitting(LineLimits.CLASSIC).print()).append("\r\n");
        }
        return lines.toString();
    }

    /// Some capabilities of all that there are.
    private static Style style(Random random) {
        var capabilities = EnumSet.allOf(Capability.class);
        capabilities.removeIf(_ -> random.nextBoolean());
        return Style.of(capabilities);
    }

    private static List<Entry> entries(Random random) {
        var entries = new ArrayList<Entry>();
        for (var position = 1; position <= 1 + random.nextInt(8); position++) {
            entries.add(new Entry(position, TIME.plusMillis(random.nextInt(2_000)), event(random)));
        }
        return entries;
    }

    private static Event event(Random random) {
        var by = one(PEOPLE, random);
        var manner = one(List.of(Manner.values()), random);
        var text = text(random);
        var tags = tags(random);
        return switch (random.nextInt(5)) {
            case 0 -> new Event.Told(by, one(PEOPLE, random), manner, text, tags);
            case 1 -> new Event.SaidToRank(TEA, Rank.OPERATOR, by, manner, text, tags);
            case 2 ->
                    new Event.ModeChanged(
                            TEA,
                            by,
                            new ModeChange.Flagged(ChannelFlag.MODERATED, random.nextBoolean()));
            default -> new Event.Said(TEA, by, manner, text, tags);
        };
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Tags tags(Random random) {
        var tags = new LinkedHashMap<String, String>();
        for (var name : TAGS) {
            if (random.nextInt(4) == 0) {
                tags.put(name, name.equals("bot") ? "" : "a\\b;c");
            }
        }
        if (random.nextInt(4) == 0) {
            tags.put(Tags.BREAKS, "1,3");
        }
        return new Tags(tags);
    }

    private static Text text(Random random) {
        var text = new StringBuilder("and");
        for (var count = random.nextInt(5); count > 0; count--) {
            text.append(' ').append(one(WORDS, random));
        }
        return Text.parse(text.toString()).orElseThrow();
    }
}
