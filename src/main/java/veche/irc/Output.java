package veche.irc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import veche.chat.Round;
import veche.chat.Session;
import veche.event.Entry;
import veche.net.Connection;
import veche.net.Outbox;
import veche.net.Reason;
import veche.wire.Message;

/// What one client is sent: replies from its own thread, and what has happened from the journal's.
/// A small lock, under which nobody waits, keeps lines whole and in order.
///
/// While a command that has a label is obeyed, all that it brings is gathered, so that it can be
/// marked as the answer to it (https://ircv3.net/specs/extensions/labeled-response).
final class Output {

    private static final byte[] NOTHING = {};

    /// How many entries may wait while a client is being welcomed; one for whom there are more is
    /// let go, and finds them in the history on return.
    private static final int MOST_HELD = 10_000;

    /// How many lines are written at once, and how many entries become a part of an answer.
    private static final int PORTION = 100;

    /// How much is gathered before it leaves, in bytes, or in characters of history.
    private static final int GATHERED = 32 * 1024;

    private final Connection connection;
    private final Outbox outbox;
    private final String server;
    private final Rendering rendering;
    private final Personal personal;

    private volatile Set<Capability> capabilities = Set.of();
    private volatile Style style = Style.PLAIN;
    private volatile boolean isEchoed;
    private @Nullable List<byte[]> gathered;
    private int gatheredBytes;
    private @Nullable Queue<Round> held;
    private int heldEntries;
    private boolean holdsAfterDeed;
    private @Nullable Answer answer;
    private @Nullable String batch;
    private int batches;

    /// @param personal what only this client is told of what has happened
    Output(Connection connection, String server, Rendering rendering, Personal personal) {
        this.connection = connection;
        this.outbox = connection.outbox();
        this.server = server;
        this.rendering = rendering;
        this.personal = personal;
    }

    /// Everything the client has asked for and been granted.
    Set<Capability> capabilities() {
        return capabilities;
    }

    boolean has(Capability capability) {
        return capabilities.contains(capability);
    }

    Style style() {
        return style;
    }

    /// As [Recipient#behind].
    int behind() {
        return outbox.behind();
    }

    synchronized void capabilities(Collection<Capability> next) {
        var all = EnumSet.noneOf(Capability.class);
        all.addAll(next);
        capabilities = Collections.unmodifiableSet(all);
        style = Style.of(all);
        isEchoed = all.contains(Capability.ECHO_MESSAGE);
    }

    /// From now on what is sent is gathered, so that many replies leave in one write: until this is
    /// closed, or there is much, or something happens of which the client is told. Not for waiting
    /// meanwhile for anything but room.
    synchronized Part gather() {
        if (gathered != null) {
            return () -> {};
        }
        gathered = new ArrayList<>();
        return this::leaveTogether;
    }

    private synchronized void leaveTogether() {
        leave();
        gathered = null;
    }

    private synchronized void leave() {
        if (gathered != null) {
            outbox.put(gathered);
            gathered.clear();
            gatheredBytes = 0;
        }
    }

    /// Sends a line. It becomes a part of the batch and of the labelled answer that are open.
    synchronized void send(Message message) {
        var line = message;
        if (batch != null && !line.tags().containsKey(Rendered.BATCH)) {
            line = line.withTag(Rendered.BATCH, batch);
        }
        if (answer == null) {
            write(List.of(line));
        } else {
            answer.add(line);
        }
    }

    /// Sends lines that are no part of an answer, nor of a batch that is open. Any thread.
    synchronized void sendAside(List<Message> lines) {
        write(lines);
    }

    /// The same, with the lines in a batch of their own.
    synchronized void sendAside(String type, List<Message> lines) {
        var id = nextBatch();
        var all = new ArrayList<Message>();
        all.add(Message.of("BATCH", "+" + id, type).withSource(server));
        lines.forEach(line -> all.add(line.withTag(Rendered.BATCH, id)));
        all.add(Message.of("BATCH", "-" + id).withSource(server));
        write(all);
    }

    /// Sends lines, and waits while much is queued for this client, until it has read some of it or
    /// is let go. For the client's own thread.
    void sendAll(List<Message> messages) {
        for (var from = 0; from < messages.size(); from += PORTION) {
            sendTogether(messages.subList(from, Math.min(from + PORTION, messages.size())));
            outbox.awaitRoom();
        }
    }

    /// As [#sendAll], lines that are no part of an answer, nor of a batch that is open. Any thread
    /// that may wait.
    void sendAllAside(List<Message> messages) {
        for (var from = 0; from < messages.size(); from += PORTION) {
            sendAside(messages.subList(from, Math.min(from + PORTION, messages.size())));
            outbox.awaitRoom();
        }
    }

    /// Puts what happened before into IRC, and sends it as [#sendAll] does, in a batch of its own.
    /// For the client's own thread.
    ///
    /// @param turn this client's, which others have while this one waits for room
    /// @param type of the batch
    void sendPast(List<Entry> entries, HistoryTurns.Turn turn, String type, String... parameters) {
        // Nearly always it is little enough to leave in one write, with its beginning and its end.
        try (var _ = gather();
                var _ = batch(type, parameters)) {
            sendPast(entries, turn);
        }
        awaitRoom(turn);
    }

    private void sendPast(List<Entry> entries, HistoryTurns.Turn turn) {
        for (var next = 0; next < entries.size(); ) {
            turn.resume();
            next = isAnswering() ? answer(entries, next) : write(entries, next);
            awaitRoom(turn);
        }
    }

    private void awaitRoom(HistoryTurns.Turn turn) {
        if (outbox.isBehind()) {
            leave();
            turn.pause();
            outbox.awaitRoom();
        }
    }

    /// Makes some of these entries a part of the answer.
    ///
    /// @param from the index of the first of them
    /// @return the index of the first after them
    private int answer(List<Entry> entries, int from) {
        var end = Math.min(from + PORTION, entries.size());
        rendering.messages(entries.subList(from, end), style).forEach(this::send);
        return end;
    }

    /// As [#answer], and sends it. Nobody but the client's own thread begins or ends an answer or a
    /// batch, so that the journal's thread need not wait until this is in bytes.
    private int write(List<Entry> entries, int from) {
        var left = Math.min(entries.size() - from, PORTION);
        var lines = new EntryWriter(rendering, style, openBatch(), left);
        var next = from;
        while (next < entries.size() && lines.length() < GATHERED) {
            next = lines.write(entries, next);
        }
        put(lines.bytes());
        return next;
    }

    /// As [#write], lines.
    private void sendTogether(List<Message> messages) {
        if (isAnswering()) {
            messages.forEach(this::send);
        } else if (!messages.isEmpty()) {
            put(Rendered.bytes(messages, openBatch()));
        }
    }

    private synchronized boolean isAnswering() {
        return answer != null;
    }

    private synchronized @Nullable String openBatch() {
        return batch;
    }

    /// Opens a batch, if the client knows what that is; what is sent until it is closed is in it.
    synchronized Part batch(String type, String... parameters) {
        if (!has(Capability.BATCH)) {
            return () -> {};
        }
        var outer = batch;
        var id = nextBatch();
        var all = new ArrayList<String>();
        all.add("+" + id);
        all.add(type);
        all.addAll(List.of(parameters));
        send(new Message(Map.of(), server, "BATCH", all));
        batch = id;
        return () -> end(id, outer);
    }

    private synchronized void end(String id, @Nullable String outer) {
        batch = outer;
        send(Message.of("BATCH", "-" + id).withSource(server));
    }

    private String nextBatch() {
        return "b" + Integer.toString(++batches, 36);
    }

    /// Lines that belong together, until it is closed.
    @FunctionalInterface
    interface Part extends AutoCloseable {
        @Override
        void close();
    }

    /// From now on what is sent is the answer to a command with that label.
    synchronized void label(String text) {
        answer = new Answer(text, server);
    }

    /// The answer to the command with a label is complete. For the client's own thread.
    void answered() {
        var lines = complete();
        if (!lines.isEmpty()) {
            // The journal's thread need not wait until this is in bytes.
            put(bytes(lines));
        }
    }

    private synchronized List<Message> complete() {
        var lines = answer == null ? List.<Message>of() : answer.marked(this::nextBatch);
        answer = null;
        return lines;
    }

    /// From now on what happens waits, so that the client can be welcomed before it.
    synchronized void hold() {
        held = new ArrayDeque<>();
        heldEntries = 0;
    }

    /// As [#hold], but only from when the client has been told of what it asks for next.
    synchronized void holdAfterDeed() {
        holdsAfterDeed = true;
    }

    /// What has happened meanwhile is sent, and from then on what happens is sent at once. Waits
    /// while much is queued for this client, as [#sendAll].
    ///
    /// @param session whose it is
    void release(Session session, long shown) {
        while (!isReleased(session, shown)) {
            outbox.awaitRoom();
        }
    }

    /// Sends one round of those that wait. If none does, nothing waits any more.
    private synchronized boolean isReleased(Session session, long shown) {
        holdsAfterDeed = false;
        var next = held == null ? null : held.poll();
        if (next != null) {
            heldEntries -= next.entries().size();
            tell(session, next);
            return false;
        }
        held = null;
        leave();
        outbox.put(NOTHING, shown);
        return true;
    }

    /// Sends what has happened. Runs on the journal's thread.
    synchronized void told(Session session, Round round) {
        if (held != null && isOnlyOf(session, round)) {
            return;
        }
        if (held != null) {
            held.add(round);
            heldEntries += round.entries().size();
            if (heldEntries > MOST_HELD) {
                connection.close(Reason.SLOW_CONSUMER);
            }
            return;
        }
        tell(session, round);
        if (holdsAfterDeed && round.hasDeedsOf(session)) {
            holdsAfterDeed = false;
            hold();
        }
    }

    private void tell(Session session, Round round) {
        if (isShared(session, round)) {
            put(rendered(round).bytes(), round);
        } else if (round.isTalk() && answer == null) {
            put(rendered(round).without(index -> round.isDeedOf(index, session)), round);
        } else {
            tellPersonally(session, round);
        }
    }

    private Rendered rendered(Round round) {
        return round.rendered(style, this::rendered);
    }

    private void put(byte[] bytes, Round round) {
        leave();
        outbox.put(bytes, round.position());
    }

    /// What the client itself has done to come in is said by its welcome.
    private static boolean isOnlyOf(Session session, Round round) {
        return round.hasDeedsOf(session) && round.entriesOfOthers(session).isEmpty();
    }

    private boolean isShared(Session session, Round round) {
        var isAllSent = answer == null && isEchoed;
        return (isAllSent || !round.hasDeedsOf(session)) && (round.isTalk() || areShared(round));
    }

    private boolean areShared(Round round) {
        if (round.isComing()) {
            return personal.sharesComing(round);
        }
        for (var entry : round.entries()) {
            if (!personal.isShared(entry)) {
                return false;
            }
        }
        return true;
    }

    private Rendered rendered(List<Entry> entries) {
        return Rendered.of(rendering, entries, style);
    }

    private void tellPersonally(Session session, Round round) {
        var entries = round.entries();
        for (var from = 0; from < entries.size(); ) {
            var isDeed = round.isDeedOf(from, session);
            var end = from + 1;
            while (end < entries.size() && round.isDeedOf(end, session) == isDeed) {
                end++;
            }
            var told = entries.subList(from, end);
            var lines = personal.messages(told, isDeed, style);
            if (isDeed && answer != null) {
                answer.addAll(lines);
            } else {
                write(lines);
            }
            if (isDeed) {
                write(personal.delivered(told, style));
            }
            from = end;
        }
        put(NOTHING, round);
    }

    private void write(List<Message> messages) {
        put(bytes(messages));
    }

    private synchronized void put(byte[] bytes) {
        if (gathered == null || bytes.length == 0) {
            outbox.put(bytes, 0);
            return;
        }
        gathered.add(bytes);
        gatheredBytes += bytes.length;
        if (gatheredBytes > GATHERED) {
            leave();
        }
    }

    private static byte[] bytes(List<Message> messages) {
        return messages.isEmpty() ? NOTHING : Rendered.bytes(messages, null);
    }
}
