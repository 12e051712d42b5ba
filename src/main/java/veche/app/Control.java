package veche.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.console.Commands;
import veche.console.Console;
import veche.console.ControlSocket;
import veche.console.Failure;
import veche.console.Figures;
import veche.console.KickCommand;
import veche.console.LogsCommand;
import veche.console.OperatorCommand;
import veche.console.PauseCommand;
import veche.console.ResumeCommand;
import veche.console.ServiceLog;
import veche.console.StatusCommand;
import veche.console.StopCommand;
import veche.console.StopSignals;
import veche.console.WhoCommand;
import veche.language.Language;
import veche.language.Phrases;
import veche.name.CaseMapping;
import veche.net.Addresses;
import veche.net.Connection;
import veche.net.Connections;
import veche.net.Listeners;
import veche.net.Reason;
import veche.web.Phase;

/// What the operator controls, whatever the server serves: listeners, connections, the log, the
/// console, the control socket, and the end.
final class Control implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Control.class);

    /// Longer than the connections themselves take to end.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder data;
    private final ServiceLog serviceLog;
    private final Language language;
    private final Connections connections;
    private final Listeners listeners;
    private final Clock clock;
    private final Instant started;
    private final List<Supplier<Map<String, Object>>> figures = new ArrayList<>();
    private volatile boolean serving;
    private final Stopping stopping;
    private final Commands commands;
    private final ControlSocket socket;

    /// What a server adds to what all of them have.
    ///
    /// @param commands that only it has
    /// @param figures for `status`
    /// @param names how the names of those who are connected are read
    /// @param announcer tells people that the server will stop
    /// @param farewell why people are let go when it stops
    /// @param end ends it, when nobody is connected any more
    record Own(
            List<Supplier<? extends OperatorCommand>> commands,
            Supplier<Map<String, Object>> figures,
            CaseMapping names,
            Announcer announcer,
            Supplier<Reason> farewell,
            Runnable end) {}

    /// Opens the control socket. Nobody is listened to before [#start].
    ///
    /// @throws CannotStart if the control socket cannot be there
    Control(
            DataFolder data,
            ServiceLog serviceLog,
            Language language,
            Connections connections,
            Listeners listeners,
            Clock clock,
            Own own)
            throws CannotStart {
        this.data = data;
        this.serviceLog = serviceLog;
        this.language = language;
        this.connections = connections;
        this.listeners = listeners;
        this.clock = clock;
        this.started = clock.instant();
        this.stopping = new Stopping(own.announcer(), why -> stop(why, own));
        figures.add(this::figures);
        figures.add(own.figures());
        this.commands = new Commands(commands(own));
        try {
            this.socket = ControlSocket.open(data.path(), commands);
        } catch (Failure e) {
            throw new CannotStart("failed", e.in(language));
        } catch (IOException e) {
            throw CannotStart.unusable(data.path(), e);
        }
    }

    private List<Supplier<? extends OperatorCommand>> commands(Own own) {
        var all = new ArrayList<Supplier<? extends OperatorCommand>>();
        all.add(() -> new StatusCommand(figures));
        all.add(() -> new WhoCommand(connections, clock));
        all.add(() -> new KickCommand(connections, own.names()));
        all.addAll(own.commands());
        all.add(() -> new PauseCommand(listeners, connections));
        all.add(() -> new ResumeCommand(listeners));
        all.add(() -> new LogsCommand(serviceLog, clock));
        all.add(() -> new StopCommand(stopping));
        return all;
    }

    /// Listens from now on.
    ///
    /// @throws CannotStart if somebody else listens where we should, or we may not
    void start() throws CannotStart {
        try {
            listeners.open();
        } catch (IOException e) {
            throw CannotStart.listening(e);
        }
        serving = true;
        log.atInfo().addKeyValue("listening", addresses()).log("started");
    }

    /// Where it listens, for people to read.
    List<String> addresses() {
        return listeners.all().stream().map(it -> Addresses.text(it.address())).toList();
    }

    /// What it is doing now. Any thread may ask.
    Phase phase() {
        if (stopping.isBegun()) {
            return Phase.STOPPING;
        }
        if (!serving) {
            return Phase.STARTING;
        }
        return listeners.isPaused() ? Phase.PAUSED : Phase.SERVING;
    }

    /// What `status` tells.
    Figures allFigures() {
        return new Figures(figures);
    }

    Commands commands() {
        return commands;
    }

    /// Takes the operator's commands until the server has stopped. For the main thread.
    void run() throws IOException {
        var signals = new StopSignals(stopping);
        signals.install();
        try (var console =
                Console.open(commands, serviceLog, language, data.path(), this::prompt, signals)) {
            listeners.onChange(console::refresh);
            stopping.whenEnded(console::stop);
            console.run();
            stopping.await();
        }
    }

    /// Stops as `stop` does, and waits until that is done.
    @Override
    public void close() {
        stopping.begin(Duration.ZERO, Optional.empty());
        stopping.await();
    }

    private String prompt() {
        var paused = new Phrases("veche.app.phrases", language).text("prompt.paused");
        return listeners.isPaused() && !stopping.isBegun() ? "veche (" + paused + ")> " : "veche> ";
    }

    private void stop(String why, Own own) {
        listeners.close();
        var farewell = own.farewell().get();
        connections.all().forEach(connection -> connection.letGo(farewell, why));
        connections.awaitNone(PATIENCE);
        own.end().run();
        log.atInfo().log("stopped");
        try {
            socket.close();
        } catch (IOException e) {
            log.atWarn().setCause(e).log("control socket not closed");
        }
    }

    private Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("version", Version.number());
        figures.put("uptime", Duration.between(started, clock.instant()));
        figures.put("paused", listeners.isPaused());
        figures.put("listening", String.join(", ", addresses()));
        figures.put("connections", connections.size());
        figures.put("connections_most", connections.most());
        figures.put("connections_by_listener", byListener());
        figures.put("accepted", connections.accepted());
        figures.put("ended", connections.ends());
        figures.put("queued_bytes", queued());
        return figures;
    }

    private Map<String, Long> byListener() {
        return connections.all().stream()
                .collect(
                        Collectors.groupingBy(
                                Connection::listener, TreeMap::new, Collectors.counting()));
    }

    private long queued() {
        return connections.all().stream().mapToLong(it -> it.outbox().queued()).sum();
    }
}
