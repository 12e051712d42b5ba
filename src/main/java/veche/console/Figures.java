package veche.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The figures of `status`, as JSON: durations are whole seconds.
public final class Figures {

    /// The longest text that is one of them, in characters (UTF-16): the rest is left out where the
    /// figures have to fit into lines.
    private static final int LONGEST = 100;

    private final Map<String, Object> all = new LinkedHashMap<>();

    /// @param sources each figure with its name, as for [StatusCommand]
    public Figures(List<Supplier<Map<String, Object>>> sources) {
        sources.forEach(source -> all.putAll(source.get()));
        all.replaceAll((_, value) -> value instanceof Duration it ? it.toSeconds() : value);
    }

    Map<String, Object> all() {
        return all;
    }

    /// All of them, in as many objects as it takes for each to fit. A figure that has parts may
    /// have some in one and some in the next.
    ///
    /// @param bytes how long each may be, in UTF-8; at least 400
    public List<String> documents(int bytes) {
        var documents = new ArrayList<String>();
        Map<String, Object> document = Map.of();
        for (var figure : single()) {
            var longer = merged(document, figure);
            if (json(longer).getBytes(UTF_8).length > bytes && !document.isEmpty()) {
                documents.add(json(document));
                longer = merged(Map.of(), figure);
            }
            document = longer;
        }
        documents.add(json(document));
        return documents;
    }

    /// Each figure by itself, and each part of one.
    private List<Map<String, Object>> single() {
        var single = new ArrayList<Map<String, Object>>();
        all.forEach((name, value) -> {
            if (value instanceof Map<?, ?> parts && !parts.isEmpty()) {
                parts.forEach((part, it) ->
                        single.add(Map.of(name, Map.of(String.valueOf(part), shown(it)))));
            } else {
                single.add(Map.of(name, shown(value)));
            }
        });
        return single;
    }

    private static Object shown(Object value) {
        return value instanceof CharSequence text && text.length() > LONGEST
                ? text.subSequence(0, LONGEST).toString()
                : value;
    }

    private static Map<String, Object> merged(
            Map<String, Object> document, Map<String, Object> more) {
        var merged = new LinkedHashMap<>(document);
        more.forEach((name, value) -> merged.merge(name, value, Figures::mergedParts));
        return merged;
    }

    private static Object mergedParts(Object before, Object after) {
        if (before instanceof Map<?, ?> first && after instanceof Map<?, ?> second) {
            var parts = new LinkedHashMap<Object, Object>(first);
            parts.putAll(second);
            return parts;
        }
        return after;
    }

    private static String json(Map<String, Object> document) {
        try {
            return JSON.std.asString(document);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be said in JSON: " + document, e);
        }
    }
}
