package veche.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.net.Addresses;
import veche.net.ListeningSocket;

/// The HTTP server: Jetty, on virtual threads. Safe for use by many threads.
///
/// It goes on answering while the server is paused, and until it has almost ended.
public final class Web implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Web.class);

    /// How many clients there may be at once; those who come later wait until one has left. It is
    /// less than the files that are kept free beside those of the chat.
    private static final int CLIENTS = 64;

    /// How long a client may do nothing, in milliseconds.
    private static final long IDLE = 30_000;

    /// Threads, virtual ones, for each address: one accepts, and one waits for those who are in.
    private static final int ACCEPTORS = 1;

    private static final int SELECTORS = 1;

    private final List<InetSocketAddress> listen;
    private final Pages pages;
    private volatile List<InetSocketAddress> addresses = List.of();
    private final Metrics metrics;

    /// To be stopped in the end.
    private volatile @Nullable Server started;

    private @Nullable Thread start;

    /// Does not listen yet: [#open] does.
    ///
    /// @param listen where; with port 0 the system chooses one; nowhere if it is empty
    /// @param metrics closed together with it
    public Web(List<InetSocketAddress> listen, Health health, Metrics metrics) {
        this.listen = List.copyOf(listen);
        this.metrics = metrics;
        this.pages =
                new Pages(
                        Map.of(
                                "/healthz", health::health,
                                "/readyz", health::readiness,
                                "/metrics", metrics::page));
    }

    /// Listens from now on. To be called once; does nothing if it listens nowhere.
    ///
    /// Jetty is started meanwhile, on a thread of its own, since it takes a tenth of a second to
    /// load: who comes before it has begun waits in the queue of the socket.
    ///
    /// @throws IOException as [ListeningSocket#open]
    public synchronized void open() throws IOException {
        if (listen.isEmpty()) {
            return;
        }
        var sockets = sockets();
        var opened = new ArrayList<InetSocketAddress>();
        for (var socket : sockets) {
            var address = (InetSocketAddress) socket.getLocalAddress();
            opened.add(address);
            log.atInfo()
                    .addKeyValue("protocol", "http")
                    .addKeyValue("address", Addresses.text(address))
                    .log("listening");
        }
        addresses = List.copyOf(opened);
        start = Thread.ofPlatform().daemon().name("http start").start(() -> start(sockets));
    }

    private void start(List<ServerSocketChannel> sockets) {
        try {
            var jetty = jetty();
            for (var socket : sockets) {
                jetty.addConnector(connector(jetty, socket));
            }
            started = jetty;
            jetty.start();
        } catch (Exception e) {
            log.atError().setCause(e).log("HTTP cannot be answered");
        }
    }

    /// All of them listen afterwards, or none does.
    private List<ServerSocketChannel> sockets() throws IOException {
        var sockets = new ArrayList<ServerSocketChannel>();
        try {
            for (var address : listen) {
                sockets.add(ListeningSocket.open(address));
            }
        } catch (IOException e) {
            for (var socket : sockets) {
                socket.close();
            }
            throw e;
        }
        return sockets;
    }

    private Server jetty() {
        var scheduler = new ScheduledExecutorScheduler("http deadlines", true);
        var jetty = new Server(new VirtualThreadPool(), scheduler, null);
        jetty.setHandler(pages);
        jetty.setErrorHandler(new Pages.Failures());
        jetty.addBean(new NetworkConnectionLimit(CLIENTS, jetty));
        return jetty;
    }

    private static ServerConnector connector(Server jetty, ServerSocketChannel socket)
            throws IOException {
        var settings = new HttpConfiguration();
        settings.setSendServerVersion(false);
        var connector =
                new ServerConnector(
                        jetty, ACCEPTORS, SELECTORS, new HttpConnectionFactory(settings));
        connector.setIdleTimeout(IDLE);
        connector.open(socket);
        return connector;
    }

    /// Where it listens; nowhere before [#open].
    public List<InetSocketAddress> addresses() {
        return addresses;
    }

    /// Ends it. Whoever has asked something is answered, within some seconds at most.
    @Override
    public synchronized void close() {
        metrics.close();
        if (start == null) {
            return;
        }
        try {
            // Ends, since Jetty waits for nobody when it starts.
            start.join();
            var jetty = started;
            if (jetty != null) {
                jetty.stop();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            log.atWarn().setCause(e).log("HTTP has not ended in good order");
        }
        start = null;
    }
}
