package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import veche.wire.Message;

/// All that a command with a label brings, which is marked as the answer to it once the command is
/// done (https://ircv3.net/specs/extensions/labeled-response). Used by one thread at a time.
final class Answer {

    private static final String TYPE = "labeled-response";

    private final String label;
    private final String server;
    private final List<Message> lines = new ArrayList<>();

    /// @param server the name of this server
    Answer(String label, String server) {
        this.label = label;
        this.server = server;
    }

    void add(Message line) {
        lines.add(line);
    }

    void addAll(List<Message> more) {
        lines.addAll(more);
    }

    /// The answer with its label: one line, one batch, or that there is nothing to say.
    ///
    /// @param nextBatch names the batch that the lines need if they are several
    List<Message> marked(Supplier<String> nextBatch) {
        if (lines.isEmpty()) {
            return List.of(labelled(Message.of("ACK").withSource(server)));
        }
        if (lines.size() == 1 || isOneBatch()) {
            lines.set(0, labelled(lines.getFirst()));
            return lines;
        }
        return in(nextBatch.get());
    }

    private Message labelled(Message message) {
        return message.withTag("label", label);
    }

    private boolean isOneBatch() {
        var first = lines.getFirst();
        var last = lines.getLast();
        return first.command().equals("BATCH")
                && last.command().equals("BATCH")
                && last.parameters()
                        .getFirst()
                        .equals("-" + first.parameters().getFirst().substring(1));
    }

    private List<Message> in(String batch) {
        var all = new ArrayList<Message>();
        all.add(labelled(Message.of("BATCH", "+" + batch, TYPE).withSource(server)));
        for (var line : lines) {
            all.add(
                    line.tags().containsKey(Rendered.BATCH)
                            ? line
                            : line.withTag(Rendered.BATCH, batch));
        }
        all.add(Message.of("BATCH", "-" + batch).withSource(server));
        return all;
    }
}
