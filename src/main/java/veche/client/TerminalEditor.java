package veche.client;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/// The line that is typed at a terminal. The main thread reads it in [#run]; any thread may change
/// what is asked for, and print above it.
///
/// Ctrl-C clears what is typed; when nothing is, it ends the program, as Ctrl-D does.
final class TerminalEditor {

    private final Terminal terminal;
    private final Mailbox mailbox;
    private final TypedHistory typed;
    private final LineReaderImpl reader;
    private final LineReader questions;
    private final Object lock = new Object();
    private final Thread main;

    /// As the terminal was before we came.
    private final Attributes usual;

    private volatile Completions completions = Completions.NONE;
    private volatile LineReader active;
    private volatile String talk = "";

    /// Guarded by the lock, as what follows is.
    private Prompt prompt = new Prompt.Busy();

    /// What the main thread is reading an answer to.
    private @Nullable Prompt read;

    private boolean isBroken;

    /// What was being typed when something else had to be asked. Of the main thread.
    private String draft = "";

    /// To be made by the thread that is going to [#run] it.
    ///
    /// @param history where what was typed is kept
    TerminalEditor(Terminal terminal, Mailbox mailbox, Optional<Path> history) {
        this.terminal = terminal;
        this.mailbox = mailbox;
        // Whoever shows something waits for the editor, which reads and writes the history.
        typed = new TypedHistory(() -> mailbox.putLater(new Mail.Unkept()));
        this.main = Thread.currentThread();
        reader = reader(history);
        questions =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .variable(LineReader.DISABLE_HISTORY, true)
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
        active = reader;
        // What is typed between two lines is not shown before it is read; closing it takes this
        // back.
        usual = terminal.enterRawMode();
        terminal.handle(Terminal.Signal.INT, _ -> mailbox.put(new Mail.Leave()));
    }

    private LineReaderImpl reader(Optional<Path> history) {
        var parser = new DefaultParser();
        parser.setQuoteChars(new char[0]);
        parser.setEscapeChars(new char[0]);
        var builder =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .parser(parser)
                        .completer(new TalkCompleter(() -> completions))
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .option(LineReader.Option.ERASE_LINE_ON_FINISH, true)
                        .option(LineReader.Option.CASE_INSENSITIVE, true)
                        .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
                        .history(typed);
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        var made = (LineReaderImpl) builder.build();
        made.getWidgets().put(LineReader.CALLBACK_INIT, this::takePrompt);
        for (var number = 1; number <= 9; number++) {
            var command = "/switch " + number;
            var widget = "veche-" + number;
            made.getWidgets()
                    .put(
                            widget,
                            () -> {
                                // What is typed next may be for a service, until we know.
                                typed.secret(true);
                                // Whoever shows something waits for the editor, and we are it.
                                mailbox.putLater(new Mail.Typed(command, () -> {}));
                                return true;
                            });
            var key = KeyMap.alt((char) ('0' + number));
            made.getKeyMaps().values().forEach(keys -> keys.bind(new Reference(widget), key));
        }
        return made;
    }

    private boolean takePrompt() {
        synchronized (lock) {
            if (prompt instanceof Prompt.Talk(var text, var secret)) {
                talk = text;
                typed.secret(secret);
            }
        }
        reader.setPrompt(talk);
        return true;
    }

    /// Reads until it is over.
    ///
    /// @return how it ended
    Exit run() {
        while (true) {
            switch (awaitPrompt()) {
                case Prompt.Over(var exit) -> {
                    return exit;
                }
                case Prompt.Busy _ -> {}
                case Prompt.Ask ask -> answer(ask);
                case Prompt.Talk it -> talk(it);
            }
        }
    }

    /// Waits until something is asked for; [Mail.Leave] ends it at the latest.
    private Prompt awaitPrompt() {
        synchronized (lock) {
            while (prompt instanceof Prompt.Busy) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    // It was meant for a line that has just been read.
                }
            }
            return prompt;
        }
    }

    private void answer(Prompt.Ask ask) {
        active = questions;
        read(ask, () -> ask.hidden() ? hidden(ask.question()) : questions.readLine(ask.question()));
        active = reader;
    }

    /// Where a terminal can hide nothing, JLine writes the question over the answer again and
    /// again. The JDK has the system not show it.
    private String hidden(String question) {
        var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isEmpty() || !isDumb(terminal)) {
            return questions.readLine(question, '\0');
        }
        var raw = terminal.getAttributes();
        // The system lets letters be taken back, and ends the line, but for a terminal that is raw.
        // Nothing else interrupts its reading: Ctrl-C ends the program as if nobody handled it.
        var leaving = terminal.handle(Terminal.Signal.INT, _ -> Runtime.getRuntime().exit(130));
        terminal.setAttributes(usual);
        try {
            var typed = console.get().readPassword("%s", question);
            if (typed == null) {
                throw new EndOfFileException();
            }
            return new String(typed);
        } finally {
            terminal.setAttributes(raw);
            terminal.handle(Terminal.Signal.INT, leaving);
        }
    }

    /// Whether a terminal can do nothing but show text.
    static boolean isDumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    private void talk(Prompt.Talk it) {
        var begun = draft;
        draft = "";
        read(it, () -> reader.readLine(it.text(), (Character) null, begun));
    }

    /// Reads a line.
    private interface Reading {
        String line();
    }

    private void read(Prompt asked, Reading reading) {
        synchronized (lock) {
            if (isOther(prompt, asked)) {
                return;
            }
            read = asked;
            isBroken = false;
        }
        Optional<String> line;
        try {
            line = Optional.of(reading.line());
        } catch (UserInterruptException e) {
            line = Optional.empty();
            if (isBroken() && asked instanceof Prompt.Talk) {
                draft = e.getPartialLine();
            } else if (!isBroken()
                    && (asked instanceof Prompt.Ask || e.getPartialLine().isEmpty())) {
                mailbox.put(new Mail.Leave());
                awaitOver();
            }
        } catch (EndOfFileException e) {
            line = Optional.empty();
            mailbox.put(new Mail.Leave());
            awaitOver();
        }
        synchronized (lock) {
            read = null;
            // An interruption that came too late is no interruption of what follows.
            Thread.interrupted();
        }
        line.ifPresent(this::post);
    }

    private boolean isBroken() {
        synchronized (lock) {
            return isBroken;
        }
    }

    /// Until the owner has ended it; it never waits long.
    private void awaitOver() {
        synchronized (lock) {
            read = null;
            while (!(prompt instanceof Prompt.Over)) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    // Somebody wanted us to ask for something else: it is over anyway.
                }
            }
        }
    }

    /// Hands over a line, and waits until it was obeyed: what is asked for then may be something
    /// else.
    private void post(String line) {
        var taken = new CountDownLatch(1);
        mailbox.put(new Mail.Typed(line, taken::countDown));
        try {
            taken.await();
        } catch (InterruptedException e) {
            // Then what is asked for has changed, which is what we waited for.
        }
    }

    /// Asks for something else from now on.
    void prompt(Prompt changed) {
        var redraws = false;
        synchronized (lock) {
            prompt = changed;
            var reading = read;
            if (reading != null && isOther(changed, reading)) {
                isBroken = true;
                main.interrupt();
            } else if (reading != null
                    && changed instanceof Prompt.Talk(var text, _)
                    && !text.equals(talk)) {
                talk = text;
                redraws = true;
            }
            lock.notifyAll();
        }
        if (redraws) {
            redraw();
        }
    }

    private static boolean isOther(Prompt one, Prompt other) {
        return one instanceof Prompt.Talk ? !(other instanceof Prompt.Talk) : !one.equals(other);
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

    void completions(Completions changed) {
        completions = changed;
    }

    void print(AttributedString line) {
        active.printAbove(line);
    }

    int width() {
        var columns = terminal.getSize().getColumns();
        return columns > 0 ? columns : 80;
    }

    void close() throws IOException {
        terminal.close();
    }
}
