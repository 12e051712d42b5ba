package veche.app;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import veche.config.PerNetwork;
import veche.console.ServiceLog;
import veche.echo.EchoService;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.net.Connections;
import veche.net.Listener;
import veche.net.Listeners;
import veche.net.OpenFiles;
import veche.net.Reason;
import veche.net.Turnstile;

/// The echo server: what you send comes back.
final class EchoServer implements AutoCloseable {

    /// It writes past the outboxes, which have nothing but last words to hold.
    private static final int OUTBOX = 8192;

    private final Listeners listeners;
    private final Control control;

    EchoServer(
            InetSocketAddress address,
            Language language,
            DataFolder data,
            ServiceLog serviceLog,
            Clock clock)
            throws CannotStart {
        var turnstile = new Turnstile(PerNetwork.UNLIMITED);
        var connections = new Connections(OpenFiles.connections(), OUTBOX, turnstile, clock);
        this.listeners =
                new Listeners(
                        List.of(new Listener("echo", address, new EchoService(), connections)));
        this.control =
                new Control(
                        data,
                        serviceLog,
                        language,
                        connections,
                        listeners,
                        clock,
                        new Control.Own(
                                List.of(),
                                Map::of,
                                CaseMapping.PRECIS,
                                Announcer.SILENT,
                                () -> Reason.SHUTDOWN,
                                () -> {}));
    }

    void start() throws CannotStart {
        control.start();
    }

    Control control() {
        return control;
    }

    Listeners listeners() {
        return listeners;
    }

    @Override
    public void close() {
        control.close();
    }
}
