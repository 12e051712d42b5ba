package veche.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/// The messages of a run, and whether each member has been told each of them: once, in order,
/// unaltered. Sender number s talks in the channel in which client number s is.
///
/// A message's text is `M`, the sender, the sequence number, when it was to be sent (as hexadecimal
/// digits), and letters. Read by the loop's thread.
final class Traffic implements LineReader {

    /// The shortest text of a message, in bytes.
    static final int SHORTEST = 1 + 4 * Hex.DIGITS;

    /// The longest, so that the line is no longer than 512 bytes with what the server adds.
    static final int LONGEST = 400;

    private final Crowd crowd;
    private final int members;
    private final int senders;
    private final int size;
    private final int channels;

    /// How many senders a channel has at most: a row of `next` is so long.
    private final int row;

    /// By sender: the channel, and the place in a row of `next`.
    private final int[] room;

    private final int[] column;
    private final Literal[] names;

    /// By channel: what stands between the source of a message and its numbers.
    private final Literal[] heads;

    private final Literal letters;
    private final AtomicIntegerArray sent;

    /// For each member and each sender of the member's channel, which sequence number comes next.
    private final int[] next;

    /// Of the same shape: how many were passed over and may come yet, or came too often if it is
    /// below zero.
    private final int[] missing;

    private final Window window;
    private @Nullable Histogram latency;
    private long clock;
    private int fromSequence;

    private long delivered;
    private long duplicated;
    private long late;
    private long altered;

    /// Of a whole crowd in one channel, however many messages are under way; the crowd reads it
    /// from now on.
    static Traffic paced(Crowd crowd, int senders, int size) {
        var traffic = new Traffic(crowd, crowd.size(), 1, senders, size, 0);
        crowd.loop().readWith(traffic);
        return traffic;
    }

    /// @param members how many of the crowd are in the channels, the first ones
    /// @param senders how many of them talk, the first ones
    /// @param size of a text, in bytes; at least [#SHORTEST]
    /// @param window how many messages of a sender may be under way to somebody; all if it is none
    Traffic(Crowd crowd, int members, int channels, int senders, int size, int window) {
        this.crowd = crowd;
        this.channels = channels;
        this.members = members;
        this.senders = senders;
        this.size = size;
        this.row = (senders + channels - 1) / channels;
        this.room = new int[senders];
        this.column = new int[senders];
        this.names = new Literal[senders];
        this.heads = new Literal[channels];
        this.letters =
                new Literal(
                        "abcdefghijklmnopqrstuvwxyz"
                                .repeat(LONGEST / 26 + 1)
                                .substring(0, size - SHORTEST));
        this.sent = new AtomicIntegerArray(senders);
        this.next = new int[members * row];
        this.missing = new int[members * row];
        this.window = new Window(members, channels, senders, window, crowd.isEchoing());
        Arrays.setAll(room, i -> i % channels);
        Arrays.setAll(column, i -> i / channels);
        Arrays.setAll(names, i -> new Literal(crowd.names().client(i)));
        Arrays.setAll(heads, i -> new Literal(" PRIVMSG " + crowd.names().channel(i) + " :M"));
    }

    Window window() {
        return window;
    }

    int senders() {
        return senders;
    }

    /// A line of a sender's, whose numbers are filled in by [#number].
    byte[] template(int sender) {
        var head = "PRIVMSG " + crowd.names().channel(room[sender]) + " :M";
        var line = new byte[head.length() + size - 1 + 2];
        System.arraycopy(head.getBytes(US_ASCII), 0, line, 0, head.length());
        Hex.write(line, head.length(), sender);
        letters.copyTo(line, head.length() + SHORTEST - 1);
        line[line.length - 2] = '\r';
        line[line.length - 1] = '\n';
        return line;
    }

    /// Makes of a template the sender's next message. May be called by any one thread.
    ///
    /// @param due when it was to be sent, in nanoseconds
    void number(byte[] template, int sender, long due) {
        var at = template.length - 2 - letters.length() - 3 * Hex.DIGITS;
        Hex.write(template, at, sent.getAndIncrement(sender));
        Hex.writeLong(template, at + Hex.DIGITS, due);
    }

    int sent(int sender) {
        return sent.get(sender);
    }

    /// From now on, the time from when a message was due until it was read is counted.
    ///
    /// @param fromSequence of each sender, from which message on
    void measure(Histogram histogram, int fromSequence) {
        this.latency = histogram;
        this.fromSequence = fromSequence;
    }

    /// How many are told each message of a sender's.
    int recipients(int sender) {
        return window.recipients(room[sender]);
    }

    /// How many deliveries there were, each counted once.
    long delivered() {
        return delivered;
    }

    /// How many deliveries there shall be of what was sent until now.
    long expected() {
        var expected = 0L;
        for (var i = 0; i < senders; i++) {
            expected += (long) sent.get(i) * recipients(i);
        }
        return expected;
    }

    @Override
    public int read(Client client, byte[] bytes, int from, int to) {
        var head = heads[client.room];
        clock = latency == null ? 0 : System.nanoTime();
        var before = delivered;
        var at = from;
        var command = 0; // where it is in the line, and the source: most likely where it was last
        var source = 0;
        while (at < to) {
            var isMessage = command > 0 && isAt(head, bytes, at + command, to);
            if (!isMessage) {
                source = Lines.source(bytes, at, to) - at;
                command = Lines.command(bytes, at, to) - at - 1;
                isMessage = source > 0 && command > 0 && isAt(head, bytes, at + command, to);
            }
            var text = at + command + head.length();
            var end = isMessage ? end(bytes, text - 1 + size, to) : -1;
            if (end > 0) {
                check(client, bytes, at + source, text);
            } else {
                end = Lines.end(bytes, at, to) + 1;
                if (end == 0) {
                    break;
                }
                crowd.conversation().line(client, bytes, at, end - 1);
                command = 0;
            }
            at = end;
        }
        client.received += delivered - before;
        return at;
    }

    private static boolean isAt(Literal literal, byte[] bytes, int at, int to) {
        return at + literal.length() <= to && literal.isAt(bytes, at);
    }

    /// Behind the end of a line whose text ends here; -1 if it does not, or if that has not come.
    private static int end(byte[] bytes, int at, int to) {
        if (at < to && bytes[at] == '\n') {
            return at + 1;
        }
        return at + 1 < to && bytes[at] == '\r' && bytes[at + 1] == '\n' ? at + 2 : -1;
    }

    private void check(Client client, byte[] bytes, int source, int text) {
        var sender = Hex.read(bytes, text);
        var sequence = Hex.read(bytes, text + Hex.DIGITS);
        if (!isRight(client, sender, sequence) || !isSaidBy(bytes, source, sender, text)) {
            altered++;
            return;
        }
        var place = client.number * row + column[sender];
        if (sequence == next[place]) {
            next[place] = sequence + 1;
        } else if (!isFirst(place, sequence)) {
            duplicated++;
            return;
        }
        delivered++;
        window.delivered(sender, sequence, client.room);
        if (latency != null && sequence >= fromSequence) {
            latency.add(clock - Hex.readLong(bytes, text + 2 * Hex.DIGITS));
        }
    }

    private boolean isRight(Client client, int sender, int sequence) {
        return sender >= 0
                && sender < senders
                && room[sender] == client.room
                && (sender != client.number || crowd.isEchoing())
                && sequence >= 0
                && sequence < sent.getAcquire(sender);
    }

    private boolean isSaidBy(byte[] bytes, int source, int sender, int text) {
        var name = names[sender];
        var end = bytes[source + name.length()];
        return name.isAt(bytes, source)
                && (end == '!' || end == ' ')
                && letters.isAt(bytes, text + SHORTEST - 1);
    }

    /// Whether a message out of order is there for the first time, and does not repeat one.
    private boolean isFirst(int place, int sequence) {
        if (sequence > next[place]) {
            missing[place] += sequence - next[place];
            next[place] = sequence + 1;
            return true;
        }
        if (missing[place] > 0) {
            missing[place]--;
            late++;
            return true;
        }
        return false;
    }

    /// What became of all that was sent.
    Counts counts() {
        var lost = 0L;
        for (var member = 0; member < members; member++) {
            for (var sender = member % channels; sender < senders; sender += channels) {
                if (sender != member || crowd.isEchoing()) {
                    var place = member * row + column[sender];
                    lost += missing[place] + sent.get(sender) - next[place];
                }
            }
        }
        var conversation = crowd.conversation();
        var strange = altered + conversation.strayMessages() + conversation.refusals();
        return new Counts(expected(), delivered, lost, duplicated, late, strange);
    }
}
