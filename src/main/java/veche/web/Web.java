package veche.web;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.config.Network;
import veche.config.PerNetwork;
import veche.net.Addresses;

/// The HTTP server: Jetty, on virtual threads. Safe for use by many threads.
///
/// It goes on answering while the server is paused, and until it has almost ended; but nobody is
/// let into the chat then.
public final class Web implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Web.class);

    /// How many clients there may be at once that are not in the chat. It is less than the files
    /// that are kept free beside those of the chat.
    private static final int CLIENTS = 64;

    private final List<WebListener> listeners;
    private final Chat chat;
    private final PerNetwork perNetwork;
    private final Optional<FileDoor> files;
    private final Pages pages;
    private final Metrics metrics;
    private volatile List<WebListener.Opened> opened = List.of();

    /// To be stopped in the end.
    private volatile @Nullable Server started;

    private @Nullable Thread start;

    /// Does not listen yet: [#open] does.
    ///
    /// @param listeners where; nowhere if it is empty
    /// @param chat what WebSockets lead to
    /// @param perNetwork by which clients that are not in the chat are counted
    /// @param hosting for files; empty if nobody uploads any
    /// @param metrics closed together with it
    public Web(
            List<WebListener> listeners,
            Chat chat,
            PerNetwork perNetwork,
            Optional<Hosting> hosting,
            Health health,
            Metrics metrics) {
        this.listeners = List.copyOf(listeners);
        this.chat = chat;
        this.perNetwork = perNetwork;
        this.files = hosting.map(FileDoor::new);
        this.metrics = metrics;
        this.pages =
                new Pages(
                        Map.of(
                                "/healthz",
                                health::health,
                                "/readyz",
                                health::readiness,
                                "/metrics",
                                metrics::page,
                                // For whoever does not ask for a WebSocket there.
                                WebSocketDoor.PATH,
                                WebSocketDoor::explanation));
    }

    /// Listens from now on. To be called once; does nothing if it listens nowhere.
    ///
    /// Jetty is started meanwhile, on a thread of its own, since it takes a tenth of a second to
    /// load: who comes before it has begun waits in the queue of the socket.
    ///
    /// @throws IOException if it cannot listen where it should
    public synchronized void open() throws IOException {
        if (listeners.isEmpty()) {
            return;
        }
        opened = WebListener.open(listeners);
        for (var one : opened) {
            log.atInfo()
                    .addKeyValue("protocol", one.protocol())
                    .addKeyValue("address", Addresses.text(one.address()))
                    .log("listening");
        }
        start = Thread.ofPlatform().daemon().name("http start").start(this::start);
    }

    private void start() {
        try {
            var jetty = jetty();
            for (var one : opened) {
                var most = Math.ceilDiv(CLIENTS, opened.size());
                jetty.addConnector(one.connector(jetty, most, this::network));
            }
            started = jetty;
            jetty.start();
        } catch (Exception e) {
            log.atError().setCause(e).log("HTTP cannot be answered");
        }
    }

    /// By which network a client is counted; empty if it is not, or speaks for many others.
    private Optional<Network> network(InetAddress from) {
        return perNetwork.exempts(from) || Caller.isIn(chat.proxies(), from)
                ? Optional.empty()
                : Optional.of(perNetwork.networkOf(from));
    }

    private Server jetty() {
        var scheduler = new ScheduledExecutorScheduler("http deadlines", true);
        var jetty = new Server(new VirtualThreadPool(), scheduler, null);
        // With the threads of this server, instead of some of their own.
        var components = WebSocketServerComponents.ensureWebSocketComponents(jetty);
        var webSockets = new WebSocketUpgradeHandler(components);
        webSockets.addMapping(WebSocketDoor.PATH, new WebSocketDoor(chat));
        var handlers = new Handler.Sequence();
        files.ifPresent(handlers::addHandler);
        handlers.addHandler(new Assets());
        handlers.addHandler(pages);
        webSockets.setHandler(handlers);
        jetty.setHandler(new HttpClients.Watch(webSockets));
        jetty.setErrorHandler(new Pages.Failures());
        return jetty;
    }

    /// Where it listens, each as it stands before a path, such as `http://127.0.0.1:8080`; nowhere
    /// before [#open].
    public List<String> urls() {
        return opened.stream().map(WebListener.Opened::url).toList();
    }

    /// Ends it. Whoever is sending or getting a file is cut off; a file is there whole or not at
    /// all.
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
