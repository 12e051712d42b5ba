package veche.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One object of JSON on each line, for programs; docs/terminal.md has all fields. Texts are as
/// they came, but whatever is not [Harmless] is escaped, so that the lines can be looked at.
final class JsonFace implements Face {

    private final PrintStream out;
    private final Words words;
    private final boolean isQuiet;
    private final Runnable nobodyReads;

    /// @param out takes UTF-8 whatever the locale is, as JSON is nothing else
    JsonFace(OutputStream out, Words words, boolean isQuiet, Runnable nobodyReads) {
        this.out = new PrintStream(out, true, UTF_8);
        this.words = words;
        this.isQuiet = isQuiet;
        this.nobodyReads = nobodyReads;
    }

    @Override
    public void show(Happening happening) {
        var fields = fields(happening);
        if (fields.isEmpty() || (isQuiet && happening instanceof Happening.Spoke)) {
            return;
        }
        out.println(line(fields));
        if (out.checkError()) {
            nobodyReads.run();
        }
    }

    static String line(Map<String, Object> fields) {
        try {
            return escaped(JSON.std.asString(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whatever is left of control and formatting characters stands within a string.
    private static String escaped(String json) {
        var safe = new StringBuilder(json.length());
        json.chars()
                .forEach(c -> {
                    if (Harmless.isHarmful(c) && !Character.isSurrogate((char) c)) {
                        safe.append(String.format(Locale.ROOT, "\\u%04X", c));
                    } else {
                        safe.append((char) c);
                    }
                });
        return safe.toString();
    }

    private Map<String, Object> fields(Happening happening) {
        return switch (happening) {
            case Happening.Spoke(var said, _) -> said(said);
            case Happening.Came it ->
                    fields("joined", it.time(), "place", it.place(), "from", it.by());
            case Happening.Left it ->
                    fields(
                            "left",
                            it.time(),
                            "place",
                            it.place(),
                            "from",
                            it.by(),
                            "reason",
                            it.reason());
            case Happening.Quit it ->
                    fields("quit", it.time(), "from", it.by(), "reason", it.reason());
            case Happening.Kicked it ->
                    fields(
                            "kicked",
                            it.time(),
                            "place",
                            it.place(),
                            "from",
                            it.by(),
                            "whom",
                            it.whom(),
                            "reason",
                            it.reason());
            case Happening.Renamed it ->
                    fields("renamed", it.time(), "from", it.from(), "to", it.to());
            case Happening.TopicSet it ->
                    fields(
                            "topic",
                            it.time(),
                            "place",
                            it.place(),
                            "from",
                            it.by(),
                            "text",
                            it.topic());
            case Happening.Redacted it ->
                    fields(
                            "deleted",
                            it.time(),
                            "place",
                            it.place(),
                            "from",
                            it.by(),
                            "id",
                            it.id());
            case Happening.Absent it ->
                    fields(
                            it.away() ? "away" : "back",
                            it.time(),
                            "from",
                            it.by(),
                            "reason",
                            it.reason());
            case Happening.Told it ->
                    fields("notice", null, "code", it.code(), "text", words.text(it));
            case Happening.Answer(var text) ->
                    fields("notice", null, "code", "server", "text", text);
            case Happening.Found _,
                    Happening.Waits _,
                    Happening.Turned _,
                    Happening.NewFrom _,
                    Happening.Help _ ->
                    Map.of();
        };
    }

    private static Map<String, Object> said(Said said) {
        var fields =
                fields(
                        "message",
                        said.time(),
                        "place",
                        said.place(),
                        "from",
                        said.by(),
                        "text",
                        said.text());
        fields.put("kind", said.manner().name().toLowerCase(Locale.ROOT));
        fields.put("id", said.id());
        fields.put("reply", said.reply());
        fields.put("private", !Conversations.isChannel(said.place()));
        fields.put("own", said.own());
        fields.put("past", said.past());
        fields.put("mention", said.mention());
        return fields;
    }

    private static Map<String, Object> fields(
            String event, @Nullable Instant time, String... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("event", event);
        if (time != null) {
            fields.put("time", ServerTime.text(time));
        }
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    @Override
    public void prompt(Prompt prompt) {}

    @Override
    public void completions(Completions completions) {}
}
