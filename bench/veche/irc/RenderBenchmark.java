package veche.irc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Text;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// What it takes to put a round of messages into IRC, for each message: once for all clients of a
/// style.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RenderBenchmark {

    private static final int ROUND = 16;

    /// Whether the clients have asked for tags.
    @Param({"false", "true"})
    public boolean tagged;

    private final Rendering rendering = new Rendering(new veche.chat.State(), "veche.local");
    private final List<Entry> entries = new ArrayList<>();
    private Style style = Style.PLAIN;

    /// Makes the round.
    @Setup
    public void say() {
        var author = new Author(new PersonId(7), new Nickname("ann"));
        for (var i = 0; i < ROUND; i++) {
            var text = new Text("is there any left of the one that we had on Sunday? " + i);
            var said = new Event.Said(new ChannelName("#tea"), author, Manner.SPEECH, text);
            entries.add(new Entry(1000 + i, Instant.ofEpochSecond(1_790_000_000L), said));
        }
        if (tagged) {
            style = Style.of(EnumSet.of(Capability.MESSAGE_TAGS, Capability.SERVER_TIME));
        }
    }

    /// Puts the round into bytes.
    @Benchmark
    @OperationsPerInvocation(ROUND)
    public byte[] render() {
        return Rendered.of(rendering, entries, style).bytes();
    }
}
