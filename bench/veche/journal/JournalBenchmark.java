package veche.journal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import veche.event.Conversation;
import veche.event.Entry;

/// What it takes to store a message, and to find what was said, when much has been said already.
/// Appending leaves its messages in the journal, some thousands.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class JournalBenchmark {

    private static final Conversation CHANNEL = new Conversation.InChannel(JournalOfSize.CHANNEL);

    /// How many messages are in it. Ten million are measured on request: `-p messages=10000000`.
    @Param({"10000", "1000000"})
    public long messages;

    private SqliteJournal journal;

    /// Opens the journal, and makes it if it is not there.
    @Setup
    public void open() throws JournalException, IOException {
        journal = JournalOfSize.open(messages);
    }

    /// Stores one message, synced to the disk.
    @Benchmark
    public void append() throws JournalException {
        journal.append(JournalOfSize.next(journal.last()));
    }

    /// Stores four thousand messages of a thousand channels, synced once.
    @Benchmark
    public void appendMany() throws JournalException {
        journal.append(JournalOfSize.nextOfMany(journal.last()));
    }

    /// The last hundred of a channel.
    @Benchmark
    public List<Entry> latest() throws JournalException {
        return journal.latest(CHANNEL, 0, Long.MAX_VALUE, 100);
    }

    /// The last hundred with a word that is in some messages of a thousand.
    @Benchmark
    public List<Entry> search() throws JournalException {
        return journal.search(List.of(CHANNEL), JournalOfSize.word(100), Long.MAX_VALUE, 100);
    }

    /// Lets the journal go, and takes it up again, as a server does that starts.
    @Benchmark
    public long start() throws JournalException, IOException {
        journal.close();
        journal = JournalOfSize.open(messages);
        var facts = new long[1];
        journal.replay(_ -> facts[0]++);
        return facts[0];
    }

    /// Closes it.
    @TearDown
    public void close() {
        journal.close();
    }
}
