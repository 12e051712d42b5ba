package veche.console;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import veche.language.Language;

/// Everything that is said through the control socket, by either side. Each frame is a JSON object
/// on a line of its own; the package's documentation shows how they follow each other.
sealed interface Frame {

    /// What the client begins with.
    ///
    /// @param width of the client's screen, in columns
    /// @param asks whether there is somebody who can be asked
    record Run(Request request, int width, boolean asks) implements Frame {}

    /// What the client's operator answers to [Ask]; empty if they would not.
    record Answer(Optional<String> text) implements Frame {}

    /// A line, or several, for the standard output.
    record Out(String text) implements Frame {}

    /// The same for the standard error.
    record Err(String text) implements Frame {}

    /// A question; the server waits for an [Answer].
    record Ask(String question, boolean hidden) implements Frame {}

    /// The last frame: how the command ended.
    record End(int exit) implements Frame {}

    /// The frame as a line, without the line's end.
    default String line() throws IOException {
        var fields = new HashMap<String, Object>();
        switch (this) {
            case Run(var request, var width, var asks) -> {
                fields.put("run", request.words());
                fields.put("json", request.json());
                fields.put("language", request.language().tag());
                fields.put("width", width);
                fields.put("asks", asks);
            }
            case Answer(var text) -> fields.put("answer", text.map(List::of).orElse(List.of()));
            case Out(var text) -> fields.put("out", text);
            case Err(var text) -> fields.put("err", text);
            case Ask(var question, var hidden) -> {
                fields.put("ask", question);
                fields.put("hidden", hidden);
            }
            case End(var exit) -> fields.put("exit", exit);
        }
        return JSON.std.asString(fields);
    }

    /// Reads a frame that the other side sent.
    static Frame parse(String line) throws MalformedFrameException {
        var fields = fields(line);
        if (fields.containsKey("run")) {
            return run(fields);
        } else if (fields.containsKey("answer")) {
            return new Answer(strings(fields, "answer").stream().findFirst());
        } else if (fields.containsKey("out")) {
            return new Out(field(fields, "out", String.class));
        } else if (fields.containsKey("err")) {
            return new Err(field(fields, "err", String.class));
        } else if (fields.containsKey("ask")) {
            return new Ask(
                    field(fields, "ask", String.class), field(fields, "hidden", Boolean.class));
        } else {
            return new End(field(fields, "exit", Integer.class));
        }
    }

    private static Map<String, Object> fields(String line) throws MalformedFrameException {
        try {
            var fields = JSON.std.mapFrom(line);
            // The document `null` is read as null.
            if (fields != null) {
                return fields;
            }
        } catch (IOException e) {
            // Said below: what the parser has to say is of no use to whoever sent no JSON.
        }
        throw new MalformedFrameException("not a JSON object");
    }

    private static Frame run(Map<String, Object> fields) throws MalformedFrameException {
        var language = Language.parse(field(fields, "language", String.class));
        var request =
                new Request(
                        strings(fields, "run"),
                        field(fields, "json", Boolean.class),
                        language.orElse(Language.ENGLISH));
        return new Run(
                request,
                field(fields, "width", Integer.class),
                field(fields, "asks", Boolean.class));
    }

    private static <T> T field(Map<String, Object> fields, String name, Class<T> type)
            throws MalformedFrameException {
        var value = fields.get(name);
        if (!type.isInstance(value)) {
            throw new MalformedFrameException("a frame without a proper " + name);
        }
        return type.cast(value);
    }

    private static List<String> strings(Map<String, Object> fields, String name)
            throws MalformedFrameException {
        if (fields.get(name) instanceof Collection<?> all
                && all.stream().allMatch(String.class::isInstance)) {
            return all.stream().map(String.class::cast).toList();
        }
        throw new MalformedFrameException("a frame without a proper " + name);
    }
}
