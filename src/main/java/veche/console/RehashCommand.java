package veche.console;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/// `rehash`: reads the settings again, and does as they say from now on.
@Command(name = "rehash")
public final class RehashCommand implements OperatorCommand {

    /// Reads the settings again.
    @FunctionalInterface
    public interface Rehashing {

        /// Reads them, and does as they say from now on.
        ///
        /// @return the settings that have changed and are followed only after the next start
        /// @throws Failure if they are wrong; then nothing has changed
        List<String> rehash() throws Failure, InterruptedException;
    }

    private final Rehashing rehashing;

    public RehashCommand(Rehashing rehashing) {
        this.rehashing = rehashing;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var waiting = rehashing.rehash();
        operator.say("rehash.done");
        if (!waiting.isEmpty()) {
            operator.say("rehash.waiting", String.join(", ", waiting));
        }
        operator.answer(Map.of("after_restart", waiting));
    }
}
