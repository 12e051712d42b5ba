package veche.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import veche.bench.Client.State;

/// The clients of one run: they connect, register, join and leave together. All is done on the
/// thread that calls, which is the loop's.
final class Crowd implements Loop.Events, AutoCloseable {

    /// How long to wait at most before we look whether anything goes on.
    private static final long TURN_MILLIS = 100;

    /// How many connections are begun before those are read that there are.
    private static final int CONNECTS_A_TURN = 64;

    private static final int JOINS_AT_ONCE = 32;
    private static final int PINGS_AT_ONCE = 1000;
    private static final int HOPELESS = 50;

    private final Target target;
    private final Limits limits;
    private final boolean isSilent;
    private final Progress progress;
    private final Codecs codecs;
    private final Names names = new Names();
    private final Conversation conversation = new Conversation(this);
    private final Loop loop = new Loop(this, conversation);
    private final List<Client> clients = new ArrayList<>();
    private final Histogram registering = new Histogram();
    private final ByteBuffer line = ByteBuffer.allocateDirect(8 << 10);
    private Consumer<Client> afterRegistering = _ -> {};
    private Consumer<Client> afterJoining = _ -> {};
    private int ready;
    private int failed;
    private volatile int gone;
    private int joined;
    private int answered;
    private volatile @Nullable String complaint;

    /// Clients that speak no IRC: who is connected is there.
    static Crowd silent(Target target, Limits limits, int count) throws IOException {
        return new Crowd(target, limits, count, 1, true);
    }

    /// @param count how many clients there are
    /// @param channels over how many channels they are spread
    Crowd(Target target, Limits limits, int count, int channels) throws IOException {
        this(target, limits, count, channels, false);
    }

    private Crowd(Target target, Limits limits, int count, int channels, boolean isSilent)
            throws IOException {
        this.isSilent = isSilent;
        this.target = target;
        this.limits = limits;
        this.progress = new Progress(limits);
        this.codecs = new Codecs(target);
        for (var i = 0; i < count; i++) {
            clients.add(new Client(i, i % Math.max(1, channels)));
        }
    }

    Loop loop() {
        return loop;
    }

    Conversation conversation() {
        return conversation;
    }

    Progress progress() {
        return progress;
    }

    Names names() {
        return names;
    }

    int size() {
        return clients.size();
    }

    Client client(int number) {
        return clients.get(number);
    }

    /// How long it took to register, from the beginning of connecting.
    Histogram registering() {
        return registering;
    }

    /// Whether the server repeats to a sender what they have said.
    boolean isEchoing() {
        return target.capabilities().contains("echo-message");
    }

    // --- Coming in -----------------------------------------------------------------------------

    /// All come in.
    ///
    /// @throws Failure if not all did
    void connect() throws Failure, IOException {
        connect(0, size());
    }

    /// Some of them come in.
    void connect(int from, int to) throws Failure, IOException {
        var next = from;
        var before = ready + failed;
        progress.begin();
        while (ready + failed - before < to - from) {
            for (var i = 0; i < CONNECTS_A_TURN && next < to && hasRoom(next - from, before); i++) {
                begin(clients.get(next++));
            }
            loop.turn(next < to && hasRoom(next - from, before) ? 0 : TURN_MILLIS);
            if (failed >= HOPELESS && ready == 0) {
                break;
            }
            if (progress.isStalled(ready + failed + next + loop.reads())) {
                throw new Failure("registering.stalled", ready, size(), failed, complaint());
            }
        }
        if (failed > 0 || gone > 0) {
            throw new Failure("registering", ready, size(), failed, gone, complaint());
        }
    }

    private boolean hasRoom(int begun, int before) {
        return begun - (ready + failed - before) < limits.inflight();
    }

    private void begin(Client client) {
        client.begun = System.nanoTime();
        client.state = State.CONNECTING;
        try {
            client.codec = codecs.make();
            loop.connect(client, target.source(client.number), target.address());
        } catch (IOException e) {
            lost(client, String.valueOf(e.getMessage()));
            client.state = State.GONE;
        }
    }

    @Override
    public void opened(Client client) {
        if (isSilent) {
            registered(client);
            return;
        }
        var name = names.client(client.number);
        var words = new StringBuilder();
        var capabilities = target.capabilities(client.number);
        if (!capabilities.isEmpty()) {
            client.awaitsCapabilities = true;
            words.append("CAP REQ :%s\r\n".formatted(String.join(" ", capabilities)));
        }
        target.password().ifPresent(it -> words.append("PASS ").append(it).append("\r\n"));
        words.append("NICK %s\r\nUSER %s 0 * :%s\r\n".formatted(name, name, name));
        client.state = State.REGISTERING;
        send(client, words.toString());
    }

    void registered(Client client) {
        client.state = State.READY;
        ready++;
        registering.add(System.nanoTime() - client.begun);
        afterRegistering.accept(client);
    }

    /// Has somebody told of each client that has registered, and of each that has joined a channel.
    void whenThere(Consumer<Client> registered, Consumer<Client> hasJoined) {
        afterRegistering = registered;
        afterJoining = hasJoined;
    }

    /// A client joins its channel.
    void join(Client client) {
        client.state = State.JOINING;
        send(client, "JOIN " + names.channel(client.room) + "\r\n");
    }

    /// All join the channels over which they are spread.
    void join() throws Failure, IOException {
        join(0, size());
    }

    /// All come in, and join, and have read what that brought them.
    void gather() throws Failure, IOException {
        connect();
        join();
        settle();
    }

    void join(int from, int to) throws Failure, IOException {
        var next = from;
        var before = joined;
        progress.begin();
        while (joined - before < to - from) {
            while (next < to && next - from - (joined - before) < JOINS_AT_ONCE) {
                join(clients.get(next++));
            }
            loop.turn(TURN_MILLIS);
            requireAll();
            if (progress.isStalled(joined + loop.reads())) {
                throw new Failure("joining.stalled", joined, size(), complaint());
            }
        }
    }

    void joined(Client client) {
        client.state = State.JOINED;
        joined++;
        afterJoining.accept(client);
    }

    /// All ping and wait for the pong: then everything has been read that the server had queued for
    /// them before.
    void settle() throws Failure, IOException {
        settle(size());
    }

    /// The same for the first ones.
    void settle(int count) throws Failure, IOException {
        var next = 0;
        answered = 0;
        progress.begin();
        while (answered < count) {
            while (next < count && next - answered < PINGS_AT_ONCE) {
                var client = clients.get(next++);
                client.awaitsPong = true;
                send(client, "PING :settle\r\n");
            }
            loop.turn(TURN_MILLIS);
            requireAll();
            if (progress.isStalled(loop.reads())) {
                throw new Failure("settling.stalled", answered, count);
            }
        }
    }

    void answered(Client client) {
        if (client.awaitsPong) {
            client.awaitsPong = false;
            answered++;
        }
    }

    /// Waits, and answers the server's pings.
    void hold(long nanos) throws Failure, IOException {
        var end = System.nanoTime() + nanos;
        for (var left = nanos; left > 0; left = end - System.nanoTime()) {
            loop.turn(Math.clamp(TimeUnit.NANOSECONDS.toMillis(left), 1, TURN_MILLIS));
            progress.begin();
            if (progress.isStalled(0)) {
                throw new IllegalStateException("stalled at once");
            }
            requireAll();
        }
    }

    // --- Trouble -------------------------------------------------------------------------------

    /// @throws Failure if anybody has lost their connection
    void requireAll() throws Failure {
        if (gone > 0) {
            throw new Failure("lost.connections", gone, complaint());
        }
    }

    @Override
    public synchronized void lost(Client client, String why) {
        complain(why);
        switch (client.state) {
            case CONNECTING, REGISTERING -> failed++;
            default -> gone++;
        }
    }

    /// The server has refused something, or something else is wrong. What is said first is shown.
    void complain(String words) {
        if (complaint == null) {
            complaint = words;
        }
    }

    private String complaint() {
        var first = complaint;
        return first == null ? "" : " (" + first + ")";
    }

    /// Sends lines, each with its end.
    void send(Client client, String lines) {
        line.clear().put(lines.getBytes(UTF_8)).flip();
        loop.send(client, line);
    }

    /// Closes all connections.
    @Override
    public void close() throws IOException {
        loop.close();
    }
}
