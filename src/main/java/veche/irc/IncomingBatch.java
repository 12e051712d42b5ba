package veche.irc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import veche.event.Manner;
import veche.event.Refused;
import veche.event.Tags;
import veche.event.Text;
import veche.wire.Message;
import veche.wire.Utf8;

/// A message of several lines, as a client sends it (https://ircv3.net/specs/extensions/multiline,
/// https://ircv3.net/specs/extensions/client-batch). Belongs to the client's own thread.
final class IncomingBatch {

    /// In bytes of UTF-8, with a line feed between lines.
    static final int LONGEST = 8192;

    static final int LINES = 100;

    private @Nullable Begun begun;

    private static final class Begun {
        final String id;
        final String target;
        final Tags tags;
        final String label;
        final List<String> lines = new ArrayList<>();
        final List<String> breaks = new ArrayList<>();
        @Nullable String command;
        int bytes;
        int length;
        @Nullable String failed;
        @Nullable String failure;

        Begun(String id, String target, Tags tags, String label) {
            this.id = id;
            this.target = target;
            this.tags = tags;
            this.label = label;
        }
    }

    /// The label of the command that is complete with this message; empty if it has none. A batch
    /// has its label where it begins, and is answered where it ends.
    String label(Message message) {
        var reference =
                message.command().equals("BATCH") && !message.parameters().isEmpty()
                        ? message.parameters().getFirst()
                        : "";
        if (begun != null && reference.equals("-" + begun.id)) {
            return begun.label;
        }
        return reference.startsWith("+") ? "" : message.tags().getOrDefault("label", "");
    }

    /// Takes a message that is a line of a batch. One of a batch that was not begun goes nowhere.
    ///
    /// @return false if it is no line of a batch
    boolean takes(Client client, Message message) throws InterruptedException {
        var open = begun;
        var id = message.tags().get("batch");
        if (id == null || !client.has(Capability.MULTILINE)) {
            return false;
        }
        if (open == null || !id.equals(open.id)) {
            client.fail("BATCH", "MULTILINE_INVALID", "There is no such batch");
        } else {
            add(open, message);
        }
        return true;
    }

    private static void add(Begun open, Message message) {
        var parameters = message.parameters();
        var isSpeech = message.command().equals("PRIVMSG") || message.command().equals("NOTICE");
        if (!isSpeech || parameters.size() < 2) {
            fail(open, "MULTILINE_INVALID", "Only messages can be lines of a batch");
            return;
        }
        if (!parameters.getFirst().equals(open.target)) {
            fail(open, "MULTILINE_INVALID_TARGET", "A line is for somebody else than the batch");
        } else if (open.command != null && !open.command.equals(message.command())) {
            fail(open, "MULTILINE_INVALID", "Lines of one batch have one command");
        }
        open.command = message.command();
        var words = parameters.get(1);
        var concat = message.tags().containsKey(Speech.CONCAT);
        if (concat && words.isEmpty()) {
            fail(open, "MULTILINE_INVALID", "What goes on a line cannot be empty");
        }
        open.bytes += Utf8.length(words) + (concat || open.lines.isEmpty() ? 0 : 1);
        if (open.bytes > LONGEST) {
            fail(open, "MULTILINE_MAX_BYTES", "The message has too many bytes");
        } else if (open.lines.size() + open.breaks.size() >= LINES) {
            fail(open, "MULTILINE_MAX_LINES", "The message has too many lines");
        } else if (concat && !open.lines.isEmpty()) {
            open.breaks.add(Integer.toString(open.length));
            open.lines.set(open.lines.size() - 1, open.lines.getLast() + words);
            open.length += words.length();
        } else {
            open.length += words.length() + (open.lines.isEmpty() ? 0 : 1);
            open.lines.add(words);
        }
    }

    private static void fail(Begun open, String code, String why) {
        if (open.failed == null) {
            open.failed = code;
            open.failure = why;
        }
    }

    /// `BATCH +id type target` and `BATCH -id`.
    void batch(Client client, Parameters parameters)
            throws Refused, IOException, InterruptedException {
        var reference = parameters.at(0);
        if (reference.startsWith("+") && reference.length() > 1) {
            begin(client, parameters, reference.substring(1));
        } else if (begun != null && reference.equals("-" + begun.id)) {
            var complete = begun;
            begun = null;
            finish(client, complete);
        } else {
            client.fail("BATCH", "INVALID_REFTAG", "There is no such batch", reference);
        }
    }

    private void begin(Client client, Parameters parameters, String id)
            throws InterruptedException {
        if (!parameters.at(1).equals("draft/multiline")) {
            client.fail("BATCH", "UNKNOWN_TYPE", "There is no such type", parameters.at(1));
        } else if (parameters.size() < 3) {
            client.reply(Numeric.NEED_MORE_PARAMETERS, "BATCH");
        } else if (begun != null) {
            client.fail("BATCH", "MULTILINE_INVALID", "Another batch is open", id);
            begun = null;
        } else {
            var label = parameters.tags().getOrDefault("label", "");
            begun = new Begun(id, parameters.at(2), parameters.clientTags(), label);
        }
    }

    /// With a note of where the client broke its lines, which is kept for others
    /// (https://ircv3.net/specs/extensions/multiline#line-composition).
    private static Tags tags(Begun batch) {
        return batch.breaks.isEmpty()
                ? batch.tags
                : batch.tags.with(Tags.BREAKS, String.join(",", batch.breaks));
    }

    private static void finish(Client client, Begun batch)
            throws Refused, IOException, InterruptedException {
        if (batch.failed != null) {
            var context =
                    switch (batch.failed) {
                        case "MULTILINE_MAX_BYTES" -> new String[] {Integer.toString(LONGEST)};
                        case "MULTILINE_MAX_LINES" -> new String[] {Integer.toString(LINES)};
                        default -> new String[] {};
                    };
            client.fail("BATCH", batch.failed, String.valueOf(batch.failure), context);
            return;
        }
        var text = Text.ofLines(batch.lines);
        if (text.isEmpty()) {
            client.fail("BATCH", "MULTILINE_INVALID", "The message is empty");
            return;
        }
        var manner = "NOTICE".equals(batch.command) ? Manner.NOTICE : Manner.SPEECH;
        var tags = text.get().isCommand() ? batch.tags : tags(batch);
        MessageVerbs.send(client, batch.target, manner, text.get(), tags);
    }
}
