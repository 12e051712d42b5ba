package veche.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.wire.Message;

/// Puts batches together. Messages of several lines become one; batches within others become part
/// of those. For the thread that owns the state.
final class Batches {

    private static final String MULTILINE = "draft/multiline";
    private static final String LABELED = "labeled-response";

    /// More than any server sends in all batches that are not complete; what comes beyond is
    /// dropped.
    private static final int MOST_LINES = 20_000;

    private static final int MOST_CHARACTERS = 8_000_000;
    private static final int MOST_OPEN = 100;

    private record Open(Message start, String type, @Nullable Open parent, List<Incoming> lines) {}

    private final Map<String, Open> open = new HashMap<>();

    /// What is kept, of all batches together.
    private int lines;

    private long characters;

    /// Takes a line.
    ///
    /// @return what is complete now: a single line is a batch without a type
    Optional<Batch> take(Message message) {
        if (message.command().equals("BATCH") && !message.parameters().isEmpty()) {
            var reference = message.parameters().getFirst();
            if (reference.startsWith("+")) {
                begin(reference.substring(1), message);
                return Optional.empty();
            }
            var ended = open.remove(reference.substring(1));
            var complete = ended == null ? Optional.<Batch>empty() : end(ended);
            if (open.isEmpty()) {
                lines = 0;
                characters = 0;
            }
            return complete;
        }
        var batch = open.get(message.tags().getOrDefault("batch", ""));
        if (batch == null) {
            var label = message.tags().getOrDefault("label", "");
            return Optional.of(new Batch("", List.of(), label, List.of(Incoming.of(message))));
        }
        lines++;
        characters += size(message);
        if (lines <= MOST_LINES && characters <= MOST_CHARACTERS) {
            batch.lines.add(Incoming.of(message));
        }
        return Optional.empty();
    }

    private static int size(Message message) {
        return message.parameters().stream().mapToInt(String::length).sum()
                + message.tags().values().stream().mapToInt(String::length).sum();
    }

    private void begin(String reference, Message start) {
        if (open.size() == MOST_OPEN) {
            return;
        }
        var parameters = start.parameters();
        var type = parameters.size() > 1 ? parameters.get(1) : "";
        var parent = open.get(start.tags().getOrDefault("batch", ""));
        open.put(reference, new Open(start, type, parent, new ArrayList<>()));
    }

    private static Optional<Batch> end(Open ended) {
        var lines = ended.type.equals(MULTILINE) ? joined(ended) : ended.lines;
        if (ended.parent != null) {
            ended.parent.lines.addAll(lines);
            return Optional.empty();
        }
        var label = ended.start.tags().getOrDefault("label", "");
        var isMany = !ended.type.equals(MULTILINE) && !ended.type.equals(LABELED);
        var parameters = ended.start.parameters();
        return Optional.of(
                new Batch(
                        isMany ? ended.type : "",
                        isMany && parameters.size() > 2
                                ? parameters.subList(2, parameters.size())
                                : List.of(),
                        label,
                        lines));
    }

    /// https://ircv3.net/specs/extensions/multiline: lines are joined with line ends, but for those
    /// that continue the one before.
    private static List<Incoming> joined(Open batch) {
        if (batch.lines.isEmpty()) {
            return List.of();
        }
        var text = new StringBuilder();
        var isFirst = true;
        for (var line : batch.lines) {
            if (!isFirst && !line.tags().containsKey("draft/multiline-concat")) {
                text.append('\n');
            }
            text.append(line.text());
            isFirst = false;
        }
        var first = batch.lines.getFirst().message();
        var tags = new LinkedHashMap<>(first.tags());
        tags.putAll(batch.start.tags());
        var source = batch.start.source().isEmpty() ? first.source() : batch.start.source();
        var message = new Message(tags, source, first.command(), first.parameters());
        return List.of(new Incoming(message, text.toString()));
    }
}
