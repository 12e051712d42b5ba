package veche.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One client's connection: bytes from it and to it. The client's own thread reads; any thread may
/// call everything else.
///
/// It ends once, for one [Reason], and the first reason given is the one that counts. From then on
/// nothing is read, and nothing new is accepted for sending; the last words may still be on their
/// way.
public final class Connection implements Lines.Source {

    /// How long what is queued may take to be sent after a connection has ended.
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// How long a client, when all is sent, may take to close its side.
    private static final Duration LINGER = Duration.ofSeconds(1);

    private static final byte[] NOTHING = {};

    private final long id;
    private final String protocol;
    private final Transport transport;
    private final Entrance entrance;
    private final Origin origin;
    private final Ticket ticket;
    private final int port;
    private final long since = System.currentTimeMillis();
    private final Connections all;
    private final Outbox outbox;

    /// Held by whoever writes to the channel, so that last words do not fall into the middle of
    /// what [#write] is sending.
    private final Object writing = new Object();

    private volatile @Nullable String name;
    private volatile @Nullable Reason reason;
    private volatile LastWords lastWords = (why, note) -> NOTHING;
    private boolean reading;
    private Deadline deadline = Deadline.NONE;

    Connection(long id, Arrival arrival, Entrance entrance, Ticket ticket, Connections all) {
        this.id = id;
        this.protocol = arrival.protocol();
        this.entrance = entrance;
        this.ticket = ticket;
        this.transport = arrival.transport();
        this.origin = new Origin(arrival.remote(), transport);
        this.port = arrival.port();
        this.all = all;
        this.outbox = new Outbox(this, all.outboxLimit(), all.writer());
    }

    /// A number that no other connection of this process has; from 1 in the order of their coming.
    public long id() {
        return id;
    }

    /// What its listener speaks.
    public String protocol() {
        return protocol;
    }

    /// By which listener it came: what that speaks, and its port, such as `line:5050`.
    public String listener() {
        return protocol + ":" + port;
    }

    /// Where the client is, as far as is known.
    public InetSocketAddress remote() {
        return origin.remote();
    }

    /// Says for whom a gateway speaks, whom we trust in that. From now on the connection counts as
    /// one from there. Runs on the client's thread, and once.
    ///
    /// @param client where the client is
    /// @param secure whether it has come to the gateway by TLS; that helps only if the gateway has
    ///   come to us so as well
    /// @param certificate the [fingerprint][veche.certificate.Fingerprint] of its own certificate,
    ///   if it has shown one to the gateway
    /// @return why the connection may not stay; empty if it may
    public Optional<Reason> speaksFor(
            InetSocketAddress client, boolean secure, Optional<String> certificate) {
        origin.tells(client, secure, certificate);
        return ticket.use(client.getAddress());
    }

    /// Whether a gateway has said for whom it speaks.
    public boolean isGateway() {
        return origin.isGateway();
    }

    /// Whether nobody between the client and us can read along.
    public boolean isSecure() {
        return origin.isSecure();
    }

    /// The [fingerprint][veche.certificate.Fingerprint] of the client's own certificate, if it has
    /// shown one; that it has the key to it is proved, to us or to the gateway that speaks for it.
    public Optional<String> certificate() {
        return origin.certificate();
    }

    /// By what the client reaches the server where that speaks HTTP, as [Transport#site].
    public Optional<String> site() {
        return transport.site();
    }

    public Instant since() {
        return Instant.ofEpochMilli(since);
    }

    /// Says who this is, for operators and the log, as soon as the service knows.
    public void name(String name) {
        this.name = name;
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /// Lets the client in: hears from a proxy who it is, and agrees with it on how its bytes
    /// travel. Runs on the client's thread, before its service; the patience of the listener's
    /// [Entrance] bounds it. If the client does not get in, this connection has ended.
    ///
    /// @throws IOException if it does not get in
    void open() throws IOException {
        var proxied = entrance.isProxy(remote().getAddress());
        if (!proxied && !entrance.isTls()) {
            return;
        }
        var timeout = closeAfter(entrance.patience(), Reason.HANDSHAKE_TIMEOUT, NOTHING);
        try {
            open(proxied);
        } catch (ProtocolException e) {
            finish(Reason.PROXY_FAILED);
            throw e;
        } catch (IOException e) {
            finish(Reason.HANDSHAKE_FAILED);
            throw e;
        } finally {
            timeout.cancel();
        }
    }

    private void open(boolean proxied) throws IOException {
        if (!beginReading()) {
            throw new ClosedChannelException();
        }
        try {
            if (proxied) {
                origin.tells(ProxyHeader.read(transport.ground()::read));
                requireRoom();
            }
            transport.open();
        } finally {
            endReading();
        }
    }

    /// Lets the client go if there is too much from its network. A proxy that speaks for itself is
    /// not counted, as long as it only looks whether we are there.
    private void requireRoom() throws IOException {
        var from = remote().getAddress();
        var refused = entrance.isClient(from) ? ticket.use(from) : Optional.<Reason>empty();
        if (refused.isPresent()) {
            letGo(refused.get(), "");
            throw new IOException("no room for the client: " + refused.get());
        }
    }

    /// The connection is over, and counts nowhere any more. Runs on the client's thread.
    void giveBackTicket() {
        ticket.giveBack();
    }

    /// Reads what there is, and waits until there is something. Only the client's own thread reads.
    ///
    /// @return how many bytes; -1 when the client has closed its side or the connection has ended
    /// @throws IOException if the connection broke or was closed
    public int read(ByteBuffer bytes) throws IOException {
        if (!beginReading()) {
            return -1;
        }
        try {
            var count = transport.read(bytes);
            while (count == 0 && bytes.hasRemaining()) {
                Waiting.until(transport::whenReadable);
                count = transport.read(bytes);
            }
            return count;
        } catch (IOException e) {
            lose();
            throw e;
        } finally {
            endReading();
        }
    }

    /// Reads what there is, which may be nothing. Never waits.
    ///
    /// @return as [#read]
    @Override
    public int readNow(ByteBuffer bytes) throws IOException {
        if (reason != null) {
            return -1;
        }
        try {
            return transport.read(bytes);
        } catch (IOException e) {
            lose();
            throw e;
        }
    }

    /// Waits until there is something to read, or the end. May return sooner.
    @Override
    public void awaitReadable() throws IOException {
        Waiting.until(this::whenReadable);
    }

    @Override
    public boolean isCutShort() {
        return reason != null;
    }

    /// Has something done, once, when there is something to read, or the end.
    ///
    /// @param action must not block; runs on any thread, perhaps at once
    void whenReadable(Runnable action) {
        if (beginReading()) {
            transport.whenReadable(() -> {
                endReading();
                action.run();
            });
        } else {
            action.run();
        }
    }

    private synchronized boolean beginReading() {
        reading = reason == null;
        return reading;
    }

    private synchronized void endReading() {
        reading = false;
    }

    /// What the client sends, as lines of UTF-8. Use this or [#read], not both.
    ///
    /// @param longest how long a line may be, in bytes, without its end
    public Lines lines(int longest) {
        return new Lines(this, longest, all.buffers());
    }

    /// What waits to be sent. Use this or [#write], not both.
    public Outbox outbox() {
        return outbox;
    }

    /// Sends bytes past the outbox, for a service whose clients each wait for themselves. Returns
    /// when the kernel has all of them, however long the client takes. Does nothing when the
    /// connection has ended.
    ///
    /// @throws IOException if the connection broke or was closed
    public void write(ByteBuffer bytes) throws IOException {
        synchronized (writing) {
            if (reason != null) {
                return;
            }
            try {
                writeAll(bytes);
            } catch (IOException e) {
                lose();
                throw e;
            }
        }
    }

    /// Writes all bytes, and waits for the client until the kernel has them.
    void writeAll(ByteBuffer bytes) throws IOException {
        synchronized (writing) {
            while (!transport.write(bytes)) {
                Waiting.until(transport::whenWritable);
            }
        }
    }

    /// Writes as much as the kernel takes, which may be nothing. Never waits, unless a service
    /// writes past the outbox. What is taken may be on its way, as of [Transport#write].
    ///
    /// @return whether the kernel took it all
    boolean writeSome(ByteBuffer bytes) throws IOException {
        synchronized (writing) {
            return transport.write(bytes);
        }
    }

    /// Has something done, once, when the kernel takes more, or the connection broke.
    ///
    /// @param action as of [#whenReadable]
    void whenWritable(Runnable action) {
        transport.whenWritable(action);
    }

    /// Ends this connection in good order: nothing more is read (the client's thread is told that
    /// the client has left), what is queued and the last words are sent, and then it is closed. If
    /// that takes longer than five seconds, it is closed anyway. Never blocks. Does nothing if it
    /// has ended already.
    public void finish(Reason reason, byte[] lastWords) {
        if (end(reason)) {
            // During a handshake there is no way to say anything.
            outbox.finish(transport.isOpen() ? lastWords : NOTHING);
        }
    }

    /// As [#finish(Reason, byte\[\])], without last words.
    public void finish(Reason reason) {
        finish(reason, NOTHING);
    }

    /// Whether this call ended it.
    private boolean end(Reason reason) {
        boolean mustWake;
        synchronized (this) {
            if (this.reason != null) {
                return false;
            }
            this.reason = reason;
            mustWake = reading;
            replaceDeadline(all.deadlines().after(GRACE, this::closeChannel));
            notifyAll();
        }
        all.ended(reason);
        if (mustWake) {
            transport.stopReading();
        }
        return true;
    }

    /// Ends this connection in good order, as [#finish(Reason, byte\[\])], with what its service
    /// has to say to that.
    ///
    /// @param note what the operator adds to the reason; may be empty
    public void letGo(Reason reason, String note) {
        finish(reason, lastWords.of(reason, note));
    }

    /// Sets what the client is told when it is [let go][#letGo], also for being slow. Nothing,
    /// until this is called.
    public void lastWords(LastWords words) {
        lastWords = words;
    }

    /// Closes this connection at once. What is queued is lost. Also cuts short a [#finish] that is
    /// under way, which keeps its reason.
    public void close(Reason reason) {
        finish(reason, NOTHING);
        closeChannel();
    }

    /// The connection broke.
    void lose() {
        close(Reason.LOST);
    }

    /// The outbox is full.
    void letGoAsSlow() {
        letGo(Reason.SLOW_CONSUMER, "");
    }

    /// Why it has ended; empty while it has not.
    public Optional<Reason> ended() {
        return Optional.ofNullable(reason);
    }

    /// Waits until this connection has ended, at most so long: for a deliberate delay that must not
    /// outlast the connection. An interrupt ends the wait too, and stays set.
    ///
    /// @return whether it has ended
    public synchronized boolean awaitEnd(Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        try {
            for (var left = atMost.toNanos();
                    reason == null && left > 0;
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reason != null;
    }

    /// Waits until this connection has ended, or something else is so. That is asked at first, and
    /// whenever somebody calls [#wake]; it must not block, nor take a lock. An interrupt ends the
    /// wait too, and stays set.
    ///
    /// @return whether it has ended
    public synchronized boolean awaitEnd(BooleanSupplier orElse) {
        try {
            while (reason == null && !orElse.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reason != null;
    }

    /// Has whoever waits for this connection's end, or for something else, look again.
    public synchronized void wake() {
        notifyAll();
    }

    /// Finishes this connection when a time has passed, unless the deadline is cancelled. A
    /// connection has one deadline at a time: a new one replaces the one before.
    public synchronized Deadline closeAfter(Duration time, Reason reason, byte[] lastWords) {
        if (this.reason != null) {
            return Deadline.NONE;
        }
        return replaceDeadline(all.deadlines().after(time, () -> finish(reason, lastWords)));
    }

    /// Has something done when a time has passed, unless the deadline is cancelled or replaced: a
    /// connection has one at a time. Nothing is done when the connection has ended by then.
    ///
    /// @param action short, and does not block
    public synchronized Deadline after(Duration time, Runnable action) {
        if (this.reason != null) {
            return Deadline.NONE;
        }
        return replaceDeadline(all.deadlines().after(time, action));
    }

    private synchronized Deadline replaceDeadline(Deadline next) {
        deadline.cancel();
        deadline = next;
        return next;
    }

    /// Sends what is queued and closes. Runs on the client's thread after its service; the deadline
    /// bounds it.
    void settle() {
        outbox.awaitEmpty();
        try {
            transport.stopWriting();
            replaceDeadline(all.deadlines().after(LINGER, this::closeChannel));
            // Closing a socket while there are bytes that nobody has read resets the connection,
            // which may destroy what is on its way to the client (RFC 1122, 4.2.2.13). So read on
            // until the client, who now knows that this is the end, closes its side as well.
            transport.awaitEnd();
        } catch (IOException e) {
            // It broke, or its time is over. Either way it is closed now.
        } finally {
            closeChannel();
            replaceDeadline(Deadline.NONE);
        }
    }

    private void closeChannel() {
        try {
            transport.ground().close();
        } catch (IOException e) {
            // The kernel had something to say about a socket that is gone.
        }
    }
}
