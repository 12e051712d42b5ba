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

    /// More lines of one batch than any server sends; what comes beyond is dropped.
    private static final int MOST_LINES = 20_000;

    private record Open(Message start, String type, @Nullable Open parent, List<Incoming> lines) {}

    private final Map<String, Open> open = new HashMap<>();

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
            return ended == null ? Optional.empty() : end(ended);
        }
        var batch = open.get(message.tags().getOrDefault("batch", ""));
        if (batch == null) {
            var label = message.tags().getOrDefault("label", "");
            return Optional.of(new Batch("", List.of(), label, List.of(Incoming.of(message))));
        }
        if (batch.lines.size() < MOST_LINES) {
            batch.lines.add(Incoming.of(message));
        }
        return Optional.empty();
    }

    private void begin(String reference, Message start) {
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

    void clear() {
        open.clear();
    }
}
