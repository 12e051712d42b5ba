package veche.console;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import veche.language.Phrases;

/// The person who gave a command, as the command sees them: what they are told, and what they are
/// asked. Used only by the thread that runs the command.
///
/// A command says everything twice, in words and as a value, and the operator gets what they asked
/// for: lines, or one JSON document (`--json`).
public final class Operator {

    private final Desk desk;
    private final Phrases phrases;
    private final boolean json;
    private boolean answered;
    private Optional<Failure> afterwards = Optional.empty();

    Operator(Desk desk, Phrases phrases, boolean json) {
        this.desk = desk;
        this.phrases = phrases;
        this.json = json;
    }

    /// Says a phrase of the bundle `veche.console.phrases`. Who asked for JSON does not see it.
    public void say(String phrase, Object... arguments) {
        print(phrases.text(phrase, arguments));
    }

    /// Says a line as it is. Who asked for JSON does not see it.
    public void print(String line) {
        if (!json) {
            desk.out(line);
        }
    }

    /// Gives the whole answer as a value: maps, collections, strings, numbers and booleans. Only
    /// who asked for JSON sees it. At most once, and not beside [#rows].
    public void answer(Object value) {
        if (json) {
            answered = true;
            desk.out(document(value));
        }
    }

    /// Begins an answer that is a list of any length; it must be closed.
    public Rows rows() {
        answered = true;
        return new Rows(true);
    }

    /// Begins an answer that goes on until the operator interrupts it; it must be closed. In JSON
    /// each row is a document and a line.
    ///
    /// @param interruption is then run, by another thread, and makes the command end
    /// @throws Failure if nobody could interrupt it here
    public Rows stream(Runnable interruption) throws Failure {
        answered = true;
        var stream = desk.stream(interruption);
        return new Rows(false) {
            @Override
            public void close() {
                stream.close();
            }
        };
    }

    /// Asks a question, and lets the command go on only after a yes.
    ///
    /// @param flag what can be written with the command instead of being asked, such as `--yes`
    /// @throws Failure if the operator says no, or nothing, or cannot be asked
    public void requireYes(String flag, String phrase, Object... arguments) throws Failure {
        requireAsking("ask.nobody", flag);
        var answer = ask(false, phrases.text("ask.yes", phrases.text(phrase, arguments)));
        var yes = Arrays.asList(phrases.text("ask.words").split(",", -1));
        if (!yes.contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new Failure("ask.declined");
        }
    }

    /// Asks for something that nobody else shall read, such as a password.
    ///
    /// @param flag what can be written with the command instead of being asked
    /// @throws Failure if the operator does not answer, or cannot be asked
    public String secret(String flag, String phrase, Object... arguments) throws Failure {
        requireAsking("ask.nobody.secret", flag);
        return ask(true, phrases.text(phrase, arguments) + " ");
    }

    private void requireAsking(String otherwise, String flag) throws Failure {
        if (!desk.asks()) {
            throw new Failure(otherwise, flag);
        }
    }

    private String ask(boolean hidden, String question) throws Failure {
        return desk.ask(question, hidden).orElseThrow(() -> new Failure("ask.declined"));
    }

    /// Who this is, as others are told: where they sit, or what they are called there.
    public String name() {
        return desk.name();
    }

    /// For phrases that are parts of a line.
    public Phrases phrases() {
        return phrases;
    }

    /// How wide the operator's screen is, in columns.
    public int width() {
        return desk.width();
    }

    /// The command has an answer, and yet has not done all: that is told when it has answered.
    void failAfterwards(Failure failure) {
        afterwards = Optional.of(failure);
    }

    /// @throws Failure if the command has answered, and yet has not done all
    void requireSuccess() throws Failure {
        if (afterwards.isPresent()) {
            throw afterwards.get();
        }
    }

    /// Tells who asked for JSON that it is done, if the command had nothing else to tell.
    void done() {
        if (!answered) {
            answer(Map.of("done", true));
        }
    }

    /// Tells what went wrong. A document that was begun is not spoilt.
    void fail(String words, Exit exit) {
        if (!json || answered) {
            desk.err(words);
        } else {
            desk.out(error(words, exit));
        }
    }

    /// What went wrong, as a JSON document.
    static String error(String words, Exit exit) {
        var error = new LinkedHashMap<String, Object>();
        error.put("error", words);
        error.put("exit", exit.code());
        return document(error);
    }

    private static String document(Object value) {
        try {
            return JSON.std.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be said in JSON: " + value, e);
        }
    }

    /// An answer of many rows: a line of text each, or one JSON array.
    public class Rows implements AutoCloseable {

        private final boolean array;
        private boolean begun;

        private Rows(boolean array) {
            this.array = array;
        }

        /// Adds a row, in words and as a value.
        public void add(String line, Object value) {
            if (json) {
                desk.out((array ? (begun ? "," : "[") : "") + document(value));
            } else {
                desk.out(line);
            }
            begun = true;
        }

        @Override
        public void close() {
            if (json && array) {
                desk.out(begun ? "]" : "[]");
            }
        }
    }
}
