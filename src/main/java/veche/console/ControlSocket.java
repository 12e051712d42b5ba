package veche.console;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to the operator's commands from outside: a Unix domain socket in the data folder, which
/// only the user who runs the server can connect to. What is said through it is a [Frame].
public final class ControlSocket implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ControlSocket.class);

    /// The longest path that a Unix domain socket can have, in bytes (Linux, `unix(7)`).
    private static final int LONGEST_PATH = 107;

    /// How long commands that are being carried out may take to end when the socket is closed.
    private static final Duration LAST_COMMANDS = Duration.ofSeconds(2);

    private final Path path;
    private final ServerSocketChannel listener;
    private final Commands commands;
    private final Set<FrameChannel> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean closed;

    /// Opens the socket and answers whoever connects. A socket that is there already is taken for a
    /// dead one's: the caller makes sure that no other server uses the folder.
    ///
    /// @throws Failure if the folder's path is too long for a socket
    public static ControlSocket open(Path data, Commands commands) throws IOException, Failure {
        var path = path(data);
        return new ControlSocket(path, listen(path), commands);
    }

    /// Where the control socket of a data folder is.
    static Path path(Path data) throws Failure {
        var path = data.toAbsolutePath().normalize().resolve("control.sock");
        var length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            throw new Failure("control.long", path.toString(), length, LONGEST_PATH);
        }
        return path;
    }

    private ControlSocket(Path path, ServerSocketChannel listener, Commands commands) {
        this.path = path;
        this.listener = listener;
        this.commands = commands;
        Thread.ofVirtual().name("control socket").start(this::accept);
    }

    /// Listens in a folder that nobody else can enter, and moves the socket to its place only when
    /// it is nobody else's, so that there is no moment in which a stranger can connect.
    private static ServerSocketChannel listen(Path path) throws IOException {
        var cradle = path.resolveSibling(".ctl");
        var born = cradle.resolve("s");
        Files.deleteIfExists(born);
        Files.deleteIfExists(cradle);
        Files.createDirectory(
                cradle,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(born));
            Files.setPosixFilePermissions(born, PosixFilePermissions.fromString("rw-------"));
            Files.move(born, path, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(cradle);
            return listener;
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    /// Goes on after trouble such as too many open files, when the operator is needed most.
    private void accept() {
        while (!closed) {
            try {
                start(new FrameChannel(listener.accept()));
            } catch (IOException e) {
                if (!closed) {
                    log.atError().setCause(e).log("the control socket did not answer somebody");
                    rest();
                }
            }
        }
    }

    /// Ends after a second, or when the socket is closed.
    private void rest() {
        try {
            var _ = ending.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(FrameChannel channel) throws IOException {
        open.add(channel);
        try {
            clients.execute(() -> serve(channel));
        } catch (RejectedExecutionException e) {
            // Closed in this very moment.
            channel.close();
        }
    }

    private void serve(FrameChannel channel) {
        try (channel) {
            answer(channel);
        } catch (IOException e) {
            log.atDebug().setCause(e).log("a control client has left early");
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("a control client was not served");
        } finally {
            open.remove(channel);
        }
    }

    private void answer(FrameChannel channel) throws IOException {
        try {
            if (channel.read().orElse(null) instanceof Frame.Run run) {
                var exit = commands.run(run.request(), new ControlDesk(channel, run));
                channel.write(new Frame.End(exit.code()));
            }
        } catch (MalformedFrameException e) {
            log.atWarn().setCause(e).log("a control client sent what is not a frame");
            channel.write(new Frame.Err(e.toString()));
            channel.write(new Frame.End(Exit.MISUSED.code()));
        }
    }

    /// Lets nobody in any more, ends the answers that have no end, and lets commands that are being
    /// carried out finish, for two seconds at most.
    @Override
    public void close() throws IOException {
        closed = true;
        ending.countDown();
        listener.close();
        Files.deleteIfExists(path);
        for (var channel : open) {
            channel.hearNoMore();
        }
        clients.shutdown();
        try {
            clients.awaitTermination(LAST_COMMANDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var channel : open) {
            channel.close();
        }
    }
}
