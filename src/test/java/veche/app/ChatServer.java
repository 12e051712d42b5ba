package veche.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import veche.config.Config;
import veche.config.ConfigException;
import veche.config.Overrides;
import veche.console.Ctl;
import veche.console.ServiceLog;

/// A real server on a free port of this machine, with a data folder of its own, that hashes
/// passwords as cheaply as it can.
final class ChatServer implements AutoCloseable {

    /// What every test server has.
    static final String SETTINGS =
            """
            language = "en"
            time_zone = "UTC"
            [line]
            listen = ["127.0.0.1:0"]
            [irc]
            listen = ["127.0.0.1:0"]
            tls_listen = []
            [http]
            listen = []
            tls_listen = []
            [accounts.hashing]
            memory_kib = 8
            iterations = 1
            scram_iterations = 4096
            """;

    /// They stay until all tests are over, since another server may start again in one.
    private static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChatServer::deleteFolders));
    }

    private final Path folder;
    private final String settings;
    private final Clock clock;
    private final DataFolder data;
    private final ServiceLog log;
    private final Server server;
    private boolean stopped;
    private final List<Closeable> chats = new ArrayList<>();

    private ChatServer(Path folder, String settings, Clock clock) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        var file = folder.resolve("veche.toml");
        Files.writeString(file, settings(settings));
        try {
            var overrides = Overrides.data(Optional.of(folder.resolve("data")));
            ConfigSource source = () -> Config.load(Optional.of(file), overrides);
            var config = source.load();
            data = DataFolder.take(config.data().folder());
            log = data.openLog(config.log(), clock);
            server = new Server(config, source, Sockets.bind(config), data, log, clock);
            server.start();
        } catch (ConfigException | CannotStart e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /// A server with nothing in it.
    static ChatServer start() {
        return start("");
    }

    /// @param settings more of them, as in `veche.toml`, each on a line of its own
    static ChatServer start(String settings) {
        return start(settings, Clock.system(ZoneOffset.UTC));
    }

    /// @param clock by which the server goes
    static ChatServer start(String settings, Clock clock) {
        try {
            // Not where the build is: the path of a control socket has to be short.
            var folder = Files.createTempDirectory("veche");
            FOLDERS.add(folder);
            return new ChatServer(folder, settings, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteFolders() {
        for (var folder : FOLDERS) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException | UncheckedIOException e) {
                System.err.println("not deleted: " + folder + ": " + e);
            }
        }
    }

    /// Another server, later, in the same folder and with the same settings.
    static ChatServer startAgain(ChatServer before) throws IOException {
        return new ChatServer(before.folder, before.settings, before.clock);
    }

    /// What every test server has, and more settings. A table that is in both is one, in which the
    /// new settings beat the usual ones.
    static String settings(String more) {
        var tables = new LinkedHashMap<String, Map<String, String>>();
        var table = "";
        for (var line : (SETTINGS + more).lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                table = line;
            } else if (!line.isEmpty()) {
                var name = line.substring(0, line.indexOf('=')).strip();
                tables.computeIfAbsent(table, _ -> new LinkedHashMap<>()).put(name, line);
            }
        }
        var all = new StringBuilder();
        tables.forEach((name, settings) ->
                all.append(name)
                        .append("\n")
                        .append(String.join("\n", settings.values()))
                        .append("\n"));
        return all.toString();
    }

    /// Acts out a scene with new IRC clients and new people with netcat, who stay.
    IrcChat irc(String script) throws IOException {
        var chat = new IrcChat(ircAddress(), address());
        chats.add(chat::close);
        return chat.scene(script);
    }

    /// Makes an account, whose owner is in the first channel if the settings say so.
    void account(String name) throws IOException {
        Client.arrive(address(), name, Chat.PASSWORD).leave();
    }

    /// Acts out a scene with new clients, who stay.
    Chat chat(String script) throws IOException {
        var chat = new Chat(address());
        chats.add(chat::close);
        return chat.scene(script);
    }

    /// Where people with netcat come in.
    InetSocketAddress address() {
        return address("line");
    }

    /// Where IRC clients come in.
    InetSocketAddress ircAddress() {
        return address("irc");
    }

    /// Where IRC clients come in that speak TLS.
    InetSocketAddress ircTlsAddress() {
        return address("irc", true);
    }

    /// Where HTTP and HTTPS are answered, each as it stands before a path.
    List<URI> urls() {
        return server.web().urls().stream().map(URI::create).toList();
    }

    /// Where HTTP is answered.
    List<InetSocketAddress> httpAddresses() {
        return urls().stream()
                .filter(url -> url.getScheme().equals("http"))
                .map(url -> new InetSocketAddress(url.getHost(), url.getPort()))
                .toList();
    }

    private InetSocketAddress address(String protocol) {
        return address(protocol, false);
    }

    private InetSocketAddress address(String protocol, boolean tls) {
        return server.listeners().all().stream()
                .filter(listener -> listener.protocol().equals(protocol))
                .filter(listener -> listener.isTls() == tls)
                .findFirst()
                .orElseThrow()
                .address();
    }

    /// Writes other settings into the file, which are followed when the operator says so.
    void rewrite(String more) throws IOException {
        Files.writeString(folder.resolve("veche.toml"), settings(more));
    }

    Path data() {
        return folder.resolve("data");
    }

    /// Everything that the server has written.
    List<Path> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /// Gives an operator's command through the control socket.
    Ctl.Answer ctl(String... words) {
        return Ctl.run(data(), words);
    }

    Control control() {
        return server.control();
    }

    /// Stops as the operator would, and lets go of the folder.
    void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try (data;
                log) {
            server.close();
        } catch (NotStored e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var chat : chats) {
            chat.close();
        }
        stop();
    }
}
