package veche.irc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import veche.event.Manner;
import veche.event.Refused;
import veche.event.Tags;
import veche.event.Text;
import veche.wire.Message;
import veche.wire.Utf8;

/// A message of several lines, as a client sends it (https://ircv3.net/specs/extensions/multiline,
/// https://ircv3.net/specs/extensions/client-batch). Belongs to the client's own thread, but that
/// the thread of the deadlines may find that it has been open for too long.
final class IncomingBatch {

    /// In bytes of UTF-8, with a line feed between lines.
    static final int LONGEST = 8192;

    static final int LINES = 100;

    private static final String MULTILINE = "draft/multiline";

    private volatile @Nullable Begun begun;
    private @Nullable Pulse pulse;

    /// The batches that were refused last: what still comes of them is ignored.
    private Set<String> refused = Set.of();

    private static final class Begun {
        final String id;
        final String target;
        final Tags tags;
        final String label;
        final long since = System.nanoTime();

        /// Whether it is complete, or will never be.
        final AtomicBoolean over = new AtomicBoolean();

        final List<String> lines = new ArrayList<>();
        final List<String> breaks = new ArrayList<>();
        @Nullable String command;
        int count;
        int bytes;
        int length;
        @Nullable Failure failure;

        Begun(String id, String target, Tags tags, String label) {
            this.id = id;
            this.target = target;
            this.tags = tags;
            this.label = label;
        }

        /// Notes what is wrong; the first counts.
        void fail(String code, String why, String... context) {
            if (failure == null) {
                failure = new Failure(code, why, List.of(context));
            }
        }
    }

    /// What is wrong with a batch.
    ///
    /// @param context what the code is about
    private record Failure(String code, String why, List<String> context) {}

    /// @param pulse is told whenever a batch begins, and ends what is left open
    void boundedBy(Pulse pulse) {
        this.pulse = pulse;
    }

    /// Gives up a batch that has been open for too long, which the client is told. Any thread.
    ///
    /// @return how long the one that is open may still be; empty if none is
    Optional<Duration> expire(Client client, Duration most) {
        var open = begun;
        if (open == null || open.over.get()) {
            return Optional.empty();
        }
        var left = most.minusNanos(System.nanoTime() - open.since);
        if (left.isPositive()) {
            return Optional.of(left);
        }
        if (open.over.compareAndSet(false, true)) {
            client.output().sendAside(List.of(timeout(client, open)));
        }
        return Optional.empty();
    }

    private static Message timeout(Client client, Begun open) {
        var text = "The batch was left open for too long";
        var line = client.standard("FAIL", "BATCH", "TIMEOUT", text, Texts.word(open.id));
        return open.label.isEmpty() || !client.has(Capability.LABELED_RESPONSE)
                ? line
                : line.withTag("label", open.label);
    }

    /// What the deadline has ended is not open any more.
    private void forgetExpired() {
        var open = begun;
        if (open != null && open.over.get()) {
            refused = Set.of(open.id);
            begun = null;
        }
    }

    /// The label of the command that is complete with this message; empty if it has none. A batch
    /// has its label where it begins, and is answered where it ends; one that cannot begin is
    /// answered at once.
    String label(Message message) {
        forgetExpired();
        var open = begun;
        var reference =
                message.command().equals("BATCH") && !message.parameters().isEmpty()
                        ? message.parameters().getFirst()
                        : "";
        if (open != null && reference.equals("-" + open.id)) {
            return open.label;
        }
        return reference.startsWith("+") && open == null && isMultiline(message.parameters())
                ? ""
                : message.tags().getOrDefault("label", "");
    }

    /// Whether the parameters of a batch that begins are those of one that can be.
    private static boolean isMultiline(List<String> parameters) {
        return parameters.size() > 2
                && parameters.getFirst().length() > 1
                && parameters.get(1).equals(MULTILINE);
    }

    /// Takes a message that is a line of a batch. One of a batch that was not begun goes nowhere.
    ///
    /// @return false if it is no line of a batch
    boolean takes(Client client, Message message) throws InterruptedException {
        forgetExpired();
        var open = begun;
        var id = message.tags().get("batch");
        if (id == null || !client.has(Capability.MULTILINE)) {
            return false;
        }
        if (open != null && id.equals(open.id)) {
            add(open, message);
        } else if (!refused.contains(id)) {
            stray(client, id);
        }
        return true;
    }

    /// A line of a batch that is not open. Within another one it makes that one wrong.
    private void stray(Client client, String id) throws InterruptedException {
        var open = begun;
        if (open == null) {
            client.awaitTurn(false);
            client.fail("BATCH", "INVALID_REFTAG", "There is no such batch", Texts.word(id));
            refused = Set.of(id);
        } else {
            refused = Set.of(id, open.id);
            giveUp(client, open, "A line is of another batch");
        }
    }

    /// Ends a batch with what is wrong, unless the deadline does so just now.
    private void giveUp(Client client, Begun open, String why) throws InterruptedException {
        begun = null;
        if (open.over.compareAndSet(false, true)) {
            client.fail("BATCH", "MULTILINE_INVALID", why);
        }
    }

    private static void add(Begun open, Message message) {
        var parameters = message.parameters();
        var isSpeech = message.command().equals("PRIVMSG") || message.command().equals("NOTICE");
        if (!isSpeech || parameters.size() < 2) {
            open.fail("MULTILINE_INVALID", "Only messages can be lines of a batch");
            return;
        }
        var target = parameters.getFirst();
        if (!target.equals(open.target)) {
            open.fail(
                    "MULTILINE_INVALID_TARGET",
                    "A line is for somebody else than the batch",
                    Texts.word(open.target),
                    Texts.word(target));
        } else if (open.command != null && !open.command.equals(message.command())) {
            open.fail("MULTILINE_INVALID", "Lines of one batch have one command");
        }
        open.command = message.command();
        add(open, parameters.get(1), message.tags().containsKey(Speech.CONCAT));
    }

    private static void add(Begun open, String words, boolean concat) {
        if (concat && words.isEmpty()) {
            open.fail("MULTILINE_INVALID", "What goes on a line cannot be empty");
        }
        open.count++;
        open.bytes += Utf8.length(words) + (concat || open.lines.isEmpty() ? 0 : 1);
        if (open.bytes > LONGEST) {
            open.fail(
                    "MULTILINE_MAX_BYTES",
                    "The message has too many bytes",
                    Integer.toString(LONGEST));
        } else if (open.count > LINES) {
            open.fail(
                    "MULTILINE_MAX_LINES",
                    "The message has too many lines",
                    Integer.toString(LINES));
        } else if (concat && !open.lines.isEmpty()) {
            open.breaks.add(Integer.toString(open.length));
            open.lines.set(open.lines.size() - 1, open.lines.getLast() + words);
            open.length += words.length();
        } else {
            open.length += words.length() + (open.lines.isEmpty() ? 0 : 1);
            open.lines.add(words);
        }
    }

    /// `BATCH +id type target` and `BATCH -id`.
    void batch(Client client, Parameters parameters)
            throws Refused, IOException, InterruptedException {
        forgetExpired();
        var reference = parameters.at(0);
        var open = begun;
        if (reference.startsWith("+") && reference.length() > 1) {
            begin(client, parameters, reference.substring(1));
        } else if (open != null && reference.equals("-" + open.id)) {
            begun = null;
            if (open.over.compareAndSet(false, true)) {
                finish(client, open);
            }
        } else if (!reference.startsWith("-") || !refused.contains(reference.substring(1))) {
            client.fail("BATCH", "INVALID_REFTAG", "There is no such batch", Texts.word(reference));
        }
    }

    private void begin(Client client, Parameters parameters, String id)
            throws InterruptedException {
        var open = begun;
        if (!parameters.at(1).equals(MULTILINE)) {
            client.fail(
                    "BATCH",
                    "UNKNOWN_TYPE",
                    "There is no such type",
                    Texts.word(id),
                    Texts.word(parameters.at(1)));
            refused = Set.of(id);
        } else if (parameters.size() < 3) {
            client.reply(Numeric.NEED_MORE_PARAMETERS, "BATCH");
            refused = Set.of(id);
        } else if (open != null) {
            refused = open.id.equals(id) ? Set.of(id) : Set.of(id, open.id);
            giveUp(client, open, "Another batch is open");
        } else {
            var label = parameters.tags().getOrDefault("label", "");
            begun = new Begun(id, parameters.at(2), parameters.clientTags(), label);
            if (pulse != null) {
                pulse.begun();
            }
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
        var failure = batch.failure;
        if (failure != null) {
            client.fail(
                    "BATCH",
                    failure.code(),
                    failure.why(),
                    failure.context().toArray(String[]::new));
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
