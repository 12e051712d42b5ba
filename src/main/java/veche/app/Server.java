package veche.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Passwords;
import veche.account.Scram;
import veche.account.WrongPasswords;
import veche.chat.Command.Announce;
import veche.chat.Hub;
import veche.config.Config;
import veche.console.AccountsCommand;
import veche.console.BanCommand;
import veche.console.CertificatesCommand;
import veche.console.FilesCommand;
import veche.console.RehashCommand;
import veche.console.SayCommand;
import veche.console.ServiceLog;
import veche.event.Refused;
import veche.event.Text;
import veche.file.Uploads;
import veche.irc.Exports;
import veche.irc.IrcService;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.journal.SqliteJournal;
import veche.language.Phrases;
import veche.line.LineService;
import veche.name.CaseMapping;
import veche.net.Cloak;
import veche.net.Connections;
import veche.net.Listeners;
import veche.net.OpenFiles;
import veche.net.Reason;
import veche.net.SecretFile;
import veche.net.Turnstile;
import veche.web.BasicLogin;
import veche.web.Chat;
import veche.web.Health;
import veche.web.Hosting;
import veche.web.Metrics;
import veche.web.Web;

/// The chat server: the one place where everything is put together.
final class Server implements Announcer, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Server.class);

    private final Config config;
    private final SettingsOfParts settings;
    private final Phrases phrases;
    private final Journal journal;
    private final Hub hub;
    private final Passwords passwords;
    private final Exports exports;
    private final Uploads uploads;
    private final Connections connections;
    private final Doors doors;
    private final Listeners listeners;
    private final LineService line;
    private final IrcService irc;
    private final Web web;
    private final Control control;

    /// Opens the journal, and brings the chat to where it ends. Nobody is served before [#start].
    ///
    /// @param sockets where everyone comes; who comes before that waits
    /// @param source where the settings came from, for when the operator changes them
    /// @throws CannotStart if something that it needs cannot be had
    Server(
            Config config,
            ConfigSource source,
            Sockets sockets,
            DataFolder data,
            ServiceLog serviceLog,
            Clock clock)
            throws CannotStart {
        this.config = config;
        this.settings = new SettingsOfParts(config);
        this.phrases = new Phrases("veche.app.phrases", config.language());
        var turnstile = new Turnstile(config.limits().perNetwork());
        this.connections = new Connections(most(), config.limits().outbox(), turnstile, clock);
        // Certificates take as long to load as all the rest.
        try (var making =
                Meanwhile.begin(
                        "doors", () -> new Doors(config, sockets, connections, data, clock))) {
            this.journal = open(data, config.names().casemapping());
            this.hub = hub(data, clock);
            this.passwords = passwords();
            this.uploads = uploads(data, clock);
            hub.onAccountsGone(uploads::tidySoon);
            this.exports = new Exports(journal, data.file("export"));
            var wrongPasswords = new WrongPasswords(clock);
            this.line =
                    new LineService(
                            hub, journal, passwords, wrongPasswords, settings.line(config), clock);
            this.irc = irc(data, serviceLog, wrongPasswords, clock);
            this.doors = making.result();
            this.listeners = doors.listeners(line, irc);
            var rehash =
                    new Rehash(settings, source, doors.certificates(), hub, passwords, line, irc);
            var snapshots = data.file("snapshots");
            this.control =
                    new Control(
                            data,
                            serviceLog,
                            config.language(),
                            connections,
                            listeners,
                            clock,
                            new Control.Own(
                                    List.of(
                                            () -> new SayCommand(hub),
                                            () -> new CertificatesCommand(doors.certificates()),
                                            () -> new BanCommand(hub, connections, clock),
                                            () -> new RehashCommand(rehash),
                                            () -> new FilesCommand(hub, uploads, clock.getZone()),
                                            () ->
                                                    new AccountsCommand(
                                                            hub,
                                                            passwords,
                                                            rehash::passwordRule,
                                                            snapshots,
                                                            clock)),
                                    this::figures,
                                    hub.names(),
                                    this,
                                    this::farewell,
                                    this::end));
            this.web = webServer(wrongPasswords, clock);
        }
    }

    /// Serves everyone from now on.
    ///
    /// @throws CannotStart if it cannot listen where it should
    void start() throws CannotStart {
        hub.start();
        try {
            web.open();
        } catch (IOException e) {
            throw CannotStart.listening(e);
        }
        control.start();
    }

    Control control() {
        return control;
    }

    /// Where people come in, and by what they recognise the server.
    Doors doors() {
        return doors;
    }

    /// Where it listens, in the order of the settings.
    Listeners listeners() {
        return listeners;
    }

    /// Where HTTP is answered.
    Web web() {
        return web;
    }

    private static Journal open(DataFolder data, CaseMapping wanted) throws CannotStart {
        try {
            var journal = SqliteJournal.open(data.file("veche.db"), wanted);
            if (journal.names() != wanted) {
                journal.close();
                throw new CannotStart(
                        "names.fixed", data.path(), word(journal.names()), word(wanted));
            }
            return journal;
        } catch (JournalException e) {
            throw unusable(data, e);
        }
    }

    /// As it is written in the settings.
    private static String word(CaseMapping names) {
        return names.name().toLowerCase(Locale.ROOT);
    }

    private Hub hub(DataFolder data, Clock clock) throws CannotStart {
        try {
            return new Hub(
                    SettingsOfParts.rules(config), journal, config.history().retention(), clock);
        } catch (JournalException e) {
            throw unusable(data, e);
        }
    }

    private Passwords passwords() {
        var accounts = config.accounts();
        return new Passwords(accounts.hashing(), accounts.scram(), new SecureRandom());
    }

    private Uploads uploads(DataFolder data, Clock clock) throws CannotStart {
        try {
            return new Uploads(
                    data.file("files"),
                    config.http().files(),
                    account -> hub.accounts().find(account).isPresent(),
                    clock,
                    new SecureRandom());
        } catch (IOException e) {
            throw CannotStart.unusable(data.path(), e);
        }
    }

    private static CannotStart unusable(DataFolder data, JournalException e) {
        return new CannotStart(
                "journal." + e.trouble(), data.file("veche.db"), String.valueOf(e.getMessage()));
    }

    private IrcService irc(
            DataFolder data, ServiceLog serviceLog, WrongPasswords wrongPasswords, Clock clock)
            throws CannotStart {
        var random = new SecureRandom();
        var hashing = config.accounts().hashing();
        try {
            var key = SecretFile.load(data.file("scram.key"), random);
            var scram = new Scram(hub.accounts()::named, hub.names(), hashing, key, random);
            var cloak = Cloak.load(data.file("cloak.key"), random);
            return new IrcService(
                    hub,
                    journal,
                    passwords,
                    wrongPasswords,
                    scram,
                    cloak,
                    settings.irc(config),
                    exports,
                    clock,
                    Version.number(),
                    new FileSite(config, this::httpUrls),
                    new ConsoleOffice(this::control, serviceLog));
        } catch (IOException e) {
            throw CannotStart.unusable(data.path(), e);
        }
    }

    private Web webServer(WrongPasswords wrongPasswords, Clock clock) {
        var health = new Health(control::phase, () -> hub.commits().trouble());
        var metrics = new Metrics(hub, journal, connections, listeners, wrongPasswords, uploads);
        var chat =
                new Chat(
                        irc,
                        connections,
                        control::phase,
                        config.http().proxies(),
                        config.http().origins());
        return new Web(
                doors.webListeners(),
                chat,
                config.limits().perNetwork(),
                hosting(wrongPasswords, clock),
                health,
                metrics);
    }

    private Optional<Hosting> hosting(WrongPasswords wrongPasswords, Clock clock) {
        var login = new BasicLogin(hub, passwords, wrongPasswords, clock);
        return config.http().files().enabled()
                ? Optional.of(new Hosting(uploads, config.http(), login, control::phase))
                : Optional.empty();
    }

    /// Where it answers HTTP, once it does.
    private List<String> httpUrls() {
        return web.urls();
    }

    private int most() {
        return Math.min(
                config.limits().connections().orElse(Integer.MAX_VALUE), OpenFiles.connections());
    }

    private Map<String, Object> figures() {
        var commits = hub.commits();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("accounts", hub.accounts().size());
        figures.put("channels", hub.state().channels().size());
        figures.put("messages", journal.messages());
        figures.put("commits", commits.commits());
        figures.put("commit_p50_ms", millis(commits.p50()));
        figures.put("commit_p99_ms", millis(commits.p99()));
        figures.put("commit_max_ms", millis(commits.max()));
        figures.put("waiting", commits.waiting());
        figures.put("files", uploads.count());
        figures.put("files_bytes", uploads.bytes());
        if (!web.urls().isEmpty()) {
            figures.put("http", String.join(", ", web.urls()));
        }
        figures.putAll(doors.figures());
        commits.trouble()
                .ifPresent(why -> figures.put("trouble", String.valueOf(why.getMessage())));
        return figures;
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 10_000.0) / 100.0;
    }

    @Override
    public void stopsIn(Duration delay, String reason) {
        announce(phrases.text("stopping.in", delay.toSeconds(), reason).strip());
    }

    @Override
    public void goesOn() {
        announce(phrases.text("stopping.not"));
    }

    private void announce(String words) {
        try {
            hub.perform(new Announce(Text.parse(words).orElseThrow()));
        } catch (Refused refused) {
            log.atWarn().addKeyValue("why", refused.refusal()).log("not announced");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reason farewell() {
        return hub.commits().trouble().isPresent() ? Reason.OUTAGE : Reason.SHUTDOWN;
    }

    /// Stores and tells everything that was begun, and lets go of everything.
    private void end() {
        hub.close();
        exports.close();
        passwords.close();
        web.close();
        uploads.close();
        journal.close();
    }

    /// @throws NotStored if something that was said is lost, since the disk did not take it
    @Override
    public void close() throws NotStored {
        control.close();
        var commits = hub.commits();
        if (commits.waiting() > 0) {
            throw new NotStored(commits.waiting(), commits.trouble());
        }
    }
}
