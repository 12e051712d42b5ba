package veche.bench;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// Runs the benchmark as the command line does.
public final class Bench {

    /// How a run ended, and what it said: errors too.
    public record Ended(int status, String output) {}

    private Bench() {}

    /// Runs it once.
    ///
    /// @param arguments behind `veche bench`
    public static Ended run(String... arguments) {
        var output = new StringWriter();
        var command = new CommandLine(new BenchCommand());
        var writer = new PrintWriter(output, true);
        command.setOut(writer).setErr(writer);
        var status = command.execute(arguments);
        return new Ended(status, output.toString());
    }
}
