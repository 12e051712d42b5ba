package veche.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.account.Accounts;
import veche.config.Config;
import veche.config.ConfigException;
import veche.config.Overrides;
import veche.console.Exit;
import veche.console.ServiceLog;
import veche.journal.SqliteJournal;
import veche.language.Language;
import veche.language.Phrases;

/// `veche serve`: the chat server.
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = VersionLine.class)
final class ServeCommand implements Callable<Integer> {

    /// Made whenever this class is, so that Java keeps it in its cache.
    private static final Use AT_THE_CONSOLE = server -> server.control().run();

    /// As above.
    private static final DeadThread DEAD_THREAD = DeadThread.ofThisProcess();

    @Option(names = "--config", paramLabel = "FILE")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--line", paramLabel = "HOST:PORT")
    private List<String> line = new ArrayList<>();

    @Option(names = "--irc", paramLabel = "HOST:PORT")
    private List<String> irc = new ArrayList<>();

    @Option(names = "--irc-tls", paramLabel = "HOST:PORT")
    private List<String> ircTls = new ArrayList<>();

    @Option(names = "--http", paramLabel = "HOST:PORT")
    private List<String> http = new ArrayList<>();

    @Option(names = "--https", paramLabel = "HOST:PORT")
    private List<String> https = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        DEAD_THREAD.watch();
        return call(AT_THE_CONSOLE);
    }

    /// Starts the server and stops it.
    ///
    /// @param use what is done in between
    /// @return how the process ends
    Integer call(Use use) throws IOException {
        try {
            serve(this::settings, use);
            return Exit.DONE.code();
        } catch (ConfigException e) {
            e.problems(Language.ofSystem()).forEach(System.err::println);
            return Exit.FAILED.code();
        } catch (CannotStart | NotStored e) {
            System.err.println(e.getMessage());
            return Exit.FAILED.code();
        }
    }

    /// Takes one of the options above.
    ///
    /// @return false if there is none of that name, or it was there before and may be so only once
    boolean take(String option, String value) {
        switch (option) {
            case "--line" -> line.add(value);
            case "--irc" -> irc.add(value);
            case "--irc-tls" -> ircTls.add(value);
            case "--http" -> http.add(value);
            case "--https" -> https.add(value);
            case "--config" -> {
                var first = config == null;
                config = Path.of(value);
                return first;
            }
            case "--data" -> {
                var first = data == null;
                data = Path.of(value);
                return first;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    Overrides overrides() {
        return new Overrides(Optional.ofNullable(data), line, irc, ircTls, http, https);
    }

    /// The file that was named, or else the one that is here. Once it was here it is the one that
    /// was named: if it vanishes while the server runs, the settings in it must not vanish with it.
    Optional<Path> file() {
        if (config == null && Files.exists(Config.FILE)) {
            config = Config.FILE;
        }
        return Optional.ofNullable(config);
    }

    private Config settings() throws ConfigException {
        return Config.load(file(), overrides());
    }

    /// What is done with a server that has started; it is stopped afterwards.
    @FunctionalInterface
    interface Use {
        void of(Server server) throws IOException;
    }

    private static void serve(ConfigSource source, Use use)
            throws ConfigException, CannotStart, IOException {
        var config = source.load();
        try (var data = DataFolder.take(config.data().folder());
                var sockets = Sockets.bind(config)) {
            // Everybody can connect, and now comes what takes long, the time zone too. First of all
            // this, since nobody may ask for a log before.
            ServiceLog.prepare();
            var clock = Clock.system(config.timeZone());
            // It is waited for at the end, however that comes: no process ends well while it loads
            // a library.
            try (var _ = Meanwhile.begin("warm-up", ServeCommand::warmUp);
                    var serviceLog = data.openLog(config.log(), clock);
                    var server = new Server(config, source, sockets, data, serviceLog, clock)) {
                server.start();
                HeapWatch.start();
                greet(
                        server,
                        data,
                        serviceLog,
                        new Phrases("veche.app.phrases", config.language()));
                use.of(server);
            }
        }
    }

    /// Loads what takes long, on the processor that opening the rest leaves idle.
    private static boolean warmUp() {
        SqliteJournal.warmUp();
        Accounts.warmUp();
        return true;
    }

    private static void greet(
            Server server, DataFolder data, ServiceLog serviceLog, Phrases phrases) {
        System.out.println("Veche " + Version.number());
        for (var listener : server.listeners().all()) {
            var address = listener.address();
            System.out.println(
                    phrases.text(
                            "greet." + listener.protocol() + (listener.isTls() ? ".tls" : ""),
                            address.getHostString() + " " + Integer.toString(address.getPort())));
        }
        for (var url : server.web().urls()) {
            System.out.println(phrases.text("greet.http", url));
        }
        for (var fingerprint : server.doors().fingerprints()) {
            System.out.println(phrases.text("greet.certificate", fingerprint));
        }
        System.out.println(phrases.text("greet.data", data.path()));
        System.out.println(phrases.text("greet.log", serviceLog.path()));
        System.out.println(phrases.text("greet.help"));
    }
}
