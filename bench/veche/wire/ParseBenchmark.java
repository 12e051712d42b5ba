package veche.wire;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What it takes to read a line of IRC, as one comes from a client.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParseBenchmark {

    /// From the shortest to one with tags.
    @Param({
        "PING :veche.local",
        "PRIVMSG #tea :is there any left of the one that we had on Sunday?",
        "@label=a1;+draft/reply=b2;+typing=done PRIVMSG #tea :is there any left of the one?"
    })
    public String line = "";

    /// Takes a line to pieces.
    @Benchmark
    public Parsed parse() {
        return Message.parse(line);
    }
}
