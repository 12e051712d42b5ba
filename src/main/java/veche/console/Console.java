package veche.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import veche.language.Language;

/// Where the operator sits: reads commands, runs them, answers, and shows what is logged. It
/// belongs to the main thread.
public interface Console extends AutoCloseable {

    /// Opens the console of this process: with completion and history if it has a terminal, else
    /// line by line. The log is shown from now on.
    ///
    /// @param data the folder that the history of commands is kept in
    /// @param prompt what stands before the cursor, such as `veche> `; asked from any thread
    /// @throws IOException if the terminal cannot be used
    static Console open(
            Commands commands,
            ServiceLog log,
            Language language,
            Path data,
            Supplier<String> prompt,
            StopSignals signals)
            throws IOException {
        if (!hasTerminal()) {
            return new PipeConsole(commands, log, language, System.in, System.out);
        }
        return new TerminalConsole(
                terminal(),
                commands,
                log,
                language,
                data.resolve("console.history"),
                prompt,
                signals);
    }

    private static Terminal terminal() throws IOException {
        // The terminal makes a signal of Ctrl-C itself. JLine would make another one of the
        // character, and two of them end the process on the spot.
        System.setProperty("org.jline.terminal.softwareSignals", "false");
        return TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .nativeSignals(true)
                .build();
    }

    private static boolean hasTerminal() {
        return Optional.ofNullable(System.console()).filter(it -> it.isTerminal()).isPresent()
                && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
    }

    /// Reads and runs commands until [#stop]. The end of the input ends nothing.
    void run();

    /// Shows the prompt anew, because what it says has changed. Called by any thread.
    void refresh();

    /// Lets [#run] return, whatever it waits for. Called by any thread.
    void stop();

    /// Gives the terminal back.
    @Override
    void close();
}
