import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What is said in the channel, and who has heard how much of it. Each sender numbers its messages
/// from 0, and everyone else must hear all of them, whole, once, and in that order.
///
/// A line is `[12:03] m7: 00000123 xxxxx`. One that begins with an asterisk is a notice.
final class Talk implements Client.Listener {

    private static final int NAME = "[12:03] m".length();
    private static final int DIGITS = 8;
    private static final byte[] LAST_ANSWER = "*** You are not in #nowhere".getBytes(ISO_8859_1);

    private final List<Client> members;
    private final int senders;
    private final int bytes;
    private final String padding;

    private final int[] said;
    private final int[] heardByAll;

    /// How much each member has heard of each sender.
    private final int[][] heard;

    /// How many have heard each message of each sender.
    private final int[][] hearers;

    private int goal;
    private int window;
    private long left;
    private CompletableFuture<Void> done = new CompletableFuture<>();

    // For latency: from which message of each sender on, since when, how often, and what it was.
    private int timedFrom = Integer.MAX_VALUE;
    private long start;
    private long interval;
    private int[] micros = {};
    private int timed;

    /// @param most messages of each sender in all
    /// @param bytes of a message
    Talk(List<Client> members, int senders, int most, int bytes) {
        this.members = members;
        this.senders = senders;
        this.bytes = Math.max(bytes, DIGITS + 2);
        this.padding = " " + "x".repeat(this.bytes - DIGITS - 1);
        this.said = new int[senders];
        this.heardByAll = new int[senders];
        this.heard = new int[members.size()][senders];
        this.hearers = new int[senders][most];
    }

    /// Each sender says so many messages, each as soon as its window allows.
    ///
    /// @param window how many of a sender's messages may be on their way to someone
    /// @return is done when everyone has heard everything
    synchronized CompletableFuture<Void> sayAll(int messages, int window) throws IOException {
        this.window = window;
        expect(messages);
        for (var sender = 0; sender < senders; sender++) {
            sayAsMuchAsAllowed(sender);
        }
        return done;
    }

    /// Each sender will say so many messages: the first sender one, then the next one, and so on.
    ///
    /// @param start when the first is to be said, as System.nanoTime
    /// @param interval until the next, in nanoseconds
    synchronized CompletableFuture<Void> sayInTime(int messages, long start, long interval) {
        this.window = 0;
        this.start = start;
        this.interval = interval;
        this.timedFrom = goal;
        expect(messages);
        this.micros = new int[Math.toIntExact(left)];
        return done;
    }

    private void expect(int messages) {
        goal += messages;
        left = (long) messages * senders * (members.size() - 1);
        done = new CompletableFuture<>();
    }

    synchronized void sayNext(int sender) throws IOException {
        members.get(sender).send("%08d%s\n".formatted(said[sender]++, padding));
    }

    private void sayAsMuchAsAllowed(int sender) throws IOException {
        var lines = new StringBuilder();
        while (said[sender] < Math.min(goal, heardByAll[sender] + window)) {
            lines.append("%08d".formatted(said[sender]++)).append(padding).append('\n');
        }
        if (!lines.isEmpty()) {
            members.get(sender).send(lines.toString());
        }
    }

    /// Everyone asks for something that is refused. Had anyone been told anything more, the refusal
    /// would come after it.
    synchronized CompletableFuture<Void> end() throws IOException {
        done = new CompletableFuture<>();
        left = members.size();
        for (var member : members) {
            member.send("/part #nowhere\n");
        }
        return done;
    }

    @Override
    public synchronized void line(Client client, byte[] line, int from, int to, long now) {
        if (line[from] == '[' && line[from + NAME - 1] == 'm') {
            hear(client, line, from + NAME, to, now);
        } else if (startsWith(line, from, to, LAST_ANSWER)) {
            count();
        }
    }

    private void hear(Client client, byte[] line, int from, int to, long now) {
        var colon = from;
        while (line[colon] != ':') {
            colon++;
        }
        var sender = number(line, from, colon);
        var text = colon + 2;
        var number = number(line, text, text + DIGITS);
        var next = heard[client.number][sender]++;
        if (number != next) {
            throw new Failure(
                    "%s heard %d of m%d and not %d".formatted(client.name(), number, sender, next));
        }
        if (to - text != bytes) {
            throw new Failure("%s heard something else than was said".formatted(client.name()));
        }
        if (++hearers[sender][number] == members.size() - 1) {
            heardByAll[sender]++;
        }
        if (number >= timedFrom) {
            var index = (long) (number - timedFrom) * senders + sender;
            micros[timed++] = (int) ((now - start - index * interval) / 1000);
        }
        count();
    }

    private void count() {
        if (--left == 0) {
            done.complete(null);
        }
    }

    @Override
    public synchronized void read(Client client) throws IOException {
        for (var sender = 0; sender < senders; sender++) {
            sayAsMuchAsAllowed(sender);
        }
    }

    static int number(byte[] line, int from, int to) {
        var number = 0;
        for (var at = from; at < to; at++) {
            number = 10 * number + line[at] - '0';
        }
        return number;
    }

    private static boolean startsWith(byte[] line, int from, int to, byte[] beginning) {
        return to - from >= beginning.length
                && Arrays.equals(
                        line, from, from + beginning.length, beginning, 0, beginning.length);
    }

    /// What so many percent of the deliveries took at most, from when the message was to be said.
    synchronized double latencyMillis(int percent) {
        Arrays.sort(micros);
        return micros[Math.ceilDiv(micros.length * percent, 100) - 1] / 1000.0;
    }
}
