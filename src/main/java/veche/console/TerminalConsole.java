package veche.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.language.Language;
import veche.language.Phrases;

/// A console at a terminal: history, completion, and log lines that come above the prompt and leave
/// alone what the operator is typing.
///
/// Ctrl-C clears what is typed; when nothing is, it stops the server. Ctrl-D only says how to stop.
final class TerminalConsole implements Console, Desk {

    private static final Logger log = LoggerFactory.getLogger(TerminalConsole.class);

    private final Terminal terminal;
    private final Commands commands;
    private final Language language;
    private final Phrases phrases;
    private final Supplier<String> prompt;
    private final StopSignals signals;
    private final LineReaderImpl reader;
    private final LineReader questions;
    private final LogDisplay display;

    private final Wait wait = new Wait();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// Which of the two readers has the last line of the screen.
    private volatile LineReader active;

    /// Ends the answer that goes on until Ctrl-C, while there is one. Meanwhile the screen is the
    /// answer's alone: what the operator follows is the log, and need not be shown a second time.
    private volatile @Nullable Runnable interruption;

    TerminalConsole(
            Terminal terminal,
            Commands commands,
            ServiceLog serviceLog,
            Language language,
            Path history,
            Supplier<String> prompt,
            StopSignals signals)
            throws IOException {
        this.terminal = terminal;
        this.commands = commands;
        this.language = language;
        this.phrases = Failure.phrases(language);
        this.prompt = prompt;
        this.signals = signals;
        keepToOwner(history);
        reader = reader(history);
        questions =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .variable(LineReader.DISABLE_HISTORY, true)
                        .build();
        active = reader;
        terminal.handle(Terminal.Signal.INT, signal -> interrupt());
        display = serviceLog.show(phrases, this::show);
    }

    private static void keepToOwner(Path history) throws IOException {
        if (!Files.exists(history)) {
            Files.createFile(
                    history,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
    }

    private LineReaderImpl reader(Path history) {
        var made =
                (LineReaderImpl)
                        LineReaderBuilder.builder()
                                .terminal(terminal)
                                .parser(CommandLineWords.parser())
                                .completer(new Completion(commands, language))
                                .history(new CommandHistory())
                                .variable(LineReader.HISTORY_FILE, history)
                                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                                .build();
        // The state may have changed between two lines, when there was no prompt to redraw.
        made.getWidgets().put(LineReader.CALLBACK_INIT, this::takePrompt);
        return made;
    }

    private boolean takePrompt() {
        reader.setPrompt(prompt.get());
        return true;
    }

    @Override
    public void run() {
        try {
            while (!wait.isOver()) {
                read().ifPresent(this::obey);
            }
        } catch (EndOfFileException e) {
            awaitStop();
        }
    }

    /// The next line; empty if the operator has thought better of it.
    ///
    /// @throws EndOfFileException if the terminal is gone
    private Optional<String> read() {
        wait.begin();
        try {
            return Optional.of(reader.readLine(prompt.get()));
        } catch (UserInterruptException e) {
            if (e.getPartialLine().isEmpty() && !wait.isOver()) {
                interrupt();
            }
            return Optional.empty();
        } catch (EndOfFileException e) {
            // If no key was pressed, it was not Ctrl-D.
            if (reader.getLastBinding() == null) {
                throw e;
            }
            out(phrases.text("stop.how"));
            return Optional.empty();
        } finally {
            wait.end();
        }
    }

    private void obey(String line) {
        if (!line.isBlank()) {
            commands.run(line, language, this);
        }
    }

    /// The terminal is gone; the server stays until somebody stops it.
    private void awaitStop() {
        log.atWarn().log("the terminal is gone");
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ctrl-C with nothing typed, or while a command runs.
    private void interrupt() {
        var endless = interruption;
        if (endless != null) {
            endless.run();
        } else {
            signals.interrupt();
            out(phrases.text("stop.interrupt"));
        }
    }

    /// On a thread of its own: a terminal that stands still must not hold up who has changed the
    /// state.
    @Override
    public void refresh() {
        Thread.ofVirtual().name("prompt").start(this::redraw);
    }

    private void redraw() {
        try {
            takePrompt();
            reader.callWidget(LineReader.REDRAW_LINE);
            reader.callWidget(LineReader.REDISPLAY);
        } catch (IllegalStateException e) {
            // Nothing is being read; the next line begins with the new prompt.
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        wait.finish();
        var endless = interruption;
        if (endless != null) {
            endless.run();
        }
    }

    @Override
    public void close() {
        display.close();
        try {
            terminal.close();
        } catch (IOException e) {
            log.atDebug().setCause(e).log("the terminal is gone");
        }
    }

    private void show(String line) {
        if (interruption == null) {
            out(line);
        }
    }

    @Override
    public void out(String text) {
        active.printAbove(text);
    }

    @Override
    public void err(String text) {
        out(text);
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public Optional<String> ask(String question, boolean hidden) {
        active = questions;
        wait.begin();
        try {
            return Optional.of(
                    hidden ? questions.readLine(question, '\0') : questions.readLine(question));
        } catch (UserInterruptException | EndOfFileException e) {
            return Optional.empty();
        } finally {
            wait.end();
            active = reader;
        }
    }

    @Override
    public Stream stream(Runnable interruption) {
        this.interruption = interruption;
        if (wait.isOver()) {
            interruption.run();
        }
        return () -> this.interruption = null;
    }

    @Override
    public int width() {
        return terminal.getSize().getColumns();
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public String name() {
        return "console";
    }
}
