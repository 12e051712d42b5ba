package veche.irc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.chat.Command;
import veche.chat.Person;
import veche.chat.Recipient;
import veche.chat.Round;
import veche.chat.Session;
import veche.config.IrcOperator;
import veche.event.Author;
import veche.event.Refusal;
import veche.event.Refusal.NotLoggedIn;
import veche.event.Refused;
import veche.event.Text;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Connection;
import veche.net.LastWords;
import veche.net.Pace;
import veche.net.Reason;
import veche.wire.LineLimits;
import veche.wire.Message;

/// One IRC client. Its own thread obeys what it sends; the journal's thread tells it what has
/// happened. What is written to it goes through [Output].
final class Client implements Recipient, LastWords {

    /// How long a client that leaves may take to read what was sent to it.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final House house;
    private final Connection connection;
    private final Output output;
    private final Registration registration;
    private final IncomingBatch incoming = new IncomingBatch();
    private final ReadMarkers readMarkers = new ReadMarkers(this);
    private final Offered offered;
    private final Subscriptions subscriptions = new Subscriptions(this);
    private final Session session;
    private @Nullable Text goodbye;

    // Belong to the client's own thread. Most clients never need them, and there may be many.
    private @Nullable Proofs proofs;
    private @Nullable Login login;
    private @Nullable Sasl sasl;
    private @Nullable Watchlist watchlist;
    private @Nullable DescribedEarly early;
    private @Nullable LogWatch logs;

    /// Belongs to the client's own thread; null if the client never has to wait.
    private @Nullable Pace pace;

    /// To which channel it spoke last: mostly it goes on there. Belongs to its own thread.
    private @Nullable ChannelName channel;

    /// Whether the client has been welcomed. Written by its own thread.
    private volatile boolean welcome;

    Client(House house, Connection connection) {
        this.house = house;
        this.connection = connection;
        var personal = new Personal(house, this);
        this.output = new Output(connection, house.server(), house.rendering(), personal);
        this.registration = new Registration(house, this);
        this.offered = new Offered(this);
        this.session = house.hub().open(this);
        this.pace = pace(house, connection);
    }

    private static @Nullable Pace pace(House house, Connection connection) {
        var from = connection.remote().getAddress();
        return Pace.of(house.settings().limits(), from, house.clock().instant()).orElse(null);
    }

    /// The client is elsewhere than it seemed to be. Runs on its own thread.
    void moved() {
        pace = pace(house, connection);
    }

    House house() {
        return house;
    }

    /// How names are read that the client writes.
    CaseMapping names() {
        return house.names();
    }

    /// Reads the name of a channel to which the client speaks; empty if it is not a legal one. What
    /// is said there shares it. For its own thread.
    Optional<ChannelName> channel(String written) {
        if (channel == null || !channel.text().equals(written)) {
            channel = names().parseChannel(written).orElse(null);
        }
        return Optional.ofNullable(channel);
    }

    Connection connection() {
        return connection;
    }

    Output output() {
        return output;
    }

    Session session() {
        return session;
    }

    Refusals refusals() {
        return new Refusals(this);
    }

    /// How the client says who it is.
    Registration registration() {
        return registration;
    }

    /// How the client proves whose it is.
    Sasl sasl() {
        if (sasl == null) {
            sasl = new Sasl(this);
        }
        return sasl;
    }

    Proofs proofs() {
        if (proofs == null) {
            proofs = new Proofs(house, this);
        }
        return proofs;
    }

    Login login() {
        if (login == null) {
            login = new Login(house, this);
        }
        return login;
    }

    /// Which of its owner's devices the client is on, as it says; empty if it does not say.
    Optional<String> device() {
        return session.device();
    }

    /// The message of several lines that the client is sending.
    IncomingBatch incoming() {
        return incoming;
    }

    /// How far the client's owner has read.
    ReadMarkers readMarkers() {
        return readMarkers;
    }

    /// Whom the client watches for.
    Watchlist watchlist() {
        if (watchlist == null) {
            watchlist = new Watchlist(this);
        }
        return watchlist;
    }

    /// What the client is capable of has changed, and with it what it is told of those whom it
    /// watches.
    void updateWatchlist() throws InterruptedException {
        if (watchlist != null) {
            watchlist.update();
        }
    }

    /// Those for whom the client watches.
    List<Nickname> watched() {
        return watchlist == null ? List.of() : watchlist.names();
    }

    /// What the client knows of what the server offers.
    Offered offered() {
        return offered;
    }

    /// Which of what is said for programs the client wants to be told.
    Subscriptions subscriptions() {
        return subscriptions;
    }

    /// What the client has said of its owner for programs before it has come in.
    DescribedEarly early() {
        if (early == null) {
            early = new DescribedEarly(this);
        }
        return early;
    }

    /// What the client is shown of the log of the server.
    LogWatch logs() {
        if (logs == null) {
            logs = new LogWatch(this);
        }
        return logs;
    }

    /// Shows the client nothing more of the log.
    void stopLogs() {
        if (logs != null) {
            logs.stop();
        }
    }

    boolean has(Capability capability) {
        return output.has(capability);
    }

    boolean isWelcome() {
        return welcome;
    }

    void welcomed() {
        house.clients().welcomed();
        welcome = true;
    }

    /// The client has come in; what was needed for that is not kept.
    void forgetBeginning() {
        sasl = null;
        login = null;
        early = null;
    }

    /// Whose client it is; empty before it has said who it is.
    Optional<PersonId> personId() {
        return session.person().map(Person::id);
    }

    /// Whose client it is.
    Person person() throws Refused {
        return session.person().orElseThrow(() -> new Refused(new NotLoggedIn()));
    }

    /// Whom of the settings whoever uses this client is; empty if they are no operator.
    Optional<IrcOperator> operator() {
        return session.person()
                .flatMap(it -> house.operators().of(it, house.settings().operators()));
    }

    /// What the client is called in what it is told: its nickname, or `*` before it has one.
    String nick() {
        return session.person()
                .map(person -> person.name().text())
                .or(registration::nick)
                .orElse("*");
    }

    @Override
    public int behind() {
        return output.behind();
    }

    @Override
    public byte[] of(Reason reason, String note) {
        return Goodbyes.lastWords(this, reason, note);
    }

    /// Waits until the client may send another command: who sends many at once waits a while. Ends
    /// also when the client is let go.
    ///
    /// @param reads whether it only reads, as of [Pace#waitBeforeReading]
    void awaitTurn(boolean reads) {
        if (pace != null) {
            var now = house.clock().instant();
            var delay = reads ? pace.waitBeforeReading(1, now) : pace.waitBefore(1, now);
            if (delay.isPositive()) {
                connection.awaitEnd(delay);
            }
        }
    }

    /// Asks the hub for something; if it is refused, the client is told.
    void ask(Command.Asked command) throws InterruptedException {
        session.ask(Operators.empowered(this, command));
    }

    /// Asks the hub for something, and waits until it is done.
    ///
    /// @return the position of the last entry of the server when it was done
    long perform(Command command) throws Refused, InterruptedException {
        return session.perform(
                command instanceof Command.Asked asked
                        ? Operators.empowered(this, asked)
                        : command);
    }

    /// Sends a line of the server's own, after everything that the client asked for before is done.
    void send(Message message) throws InterruptedException {
        session.settle();
        output.send(message);
    }

    /// Sends a reply with a number.
    void reply(Numeric numeric, String... parameters) throws InterruptedException {
        send(numeric(numeric, parameters));
    }

    /// A reply with a number: who it is for, its parameters, and its text if it has one of its own.
    Message numeric(Numeric numeric, String... parameters) {
        var all = new ArrayList<String>(parameters.length + 2);
        all.add(nick());
        all.addAll(List.of(parameters));
        if (!numeric.text().isEmpty()) {
            all.add(numeric.text());
        }
        return new Message(Map.of(), house.server(), numeric.code(), all);
    }

    /// How many bytes of a list fit into a line of a reply.
    ///
    /// @param before the parameters before the list
    int room(Numeric numeric, String... before) {
        return numeric(numeric, before).with("").room(LineLimits.CLASSIC);
    }

    /// A line that the server says to this client.
    Message notice(String text) {
        return Message.of("NOTICE", nick(), text).withSource(house.server());
    }

    /// Says that something failed (https://ircv3.net/specs/extensions/standard-replies).
    ///
    /// @param context what the code is about; may be nothing
    void fail(String command, String code, String text, String... context)
            throws InterruptedException {
        send(standard("FAIL", command, code, text, context));
    }

    Message standard(String kind, String command, String code, String text, String... context) {
        var all = new ArrayList<String>();
        all.add(command);
        all.add(code);
        all.addAll(List.of(context));
        all.add(text);
        return new Message(Map.of(), house.server(), kind, all);
    }

    /// Whether the client has said goodbye or was sent away. If the connection broke, it was not:
    /// what it had asked for before is done.
    boolean isLetGo() {
        return connection.ended().filter(reason -> reason != Reason.LOST).isPresent();
    }

    /// Lets the client go if nobody from where it is may be here.
    void turnAwayIfBanned() {
        house.state()
                .bans()
                .about(connection.remote().getAddress(), house.clock().instant())
                .ifPresent(ban -> turnAway(ban.why()));
    }

    /// Lets a client go that may not be here.
    ///
    /// @param why what an operator says to that; empty if nothing
    void turnAway(Optional<Text> why) {
        output.send(banned(why));
        connection.letGo(Reason.BANNED, why.map(Rendering::oneLine).orElse(""));
    }

    Message banned(Optional<Text> why) {
        var words = why.map(text -> ": " + Rendering.oneLine(text)).orElse("");
        return numeric(Numeric.BANNED_FROM_SERVER, "You are banned from this server" + words);
    }

    /// That the client is logged in to an account now.
    Message loggedIn(Author as) {
        var account = as.login().map(login -> login.name().text()).orElse("*");
        return numeric(
                Numeric.LOGGED_IN,
                Rendering.source(as),
                account,
                "You are now logged in as " + account);
    }

    @Override
    public void told(Round round) {
        output.told(session, round);
    }

    @Override
    public void refused(Command command, Refusal refusal) {
        var deed = command instanceof Command.Empowered(var inner, var _) ? inner : command;
        refusals().lines(deed, refusal).forEach(output::send);
    }

    @Override
    public void letGo(Reason reason) {
        connection.letGo(reason, "");
    }

    @Override
    public long sent() {
        return connection.outbox().written();
    }

    @Override
    public Optional<Connection> connected() {
        return Optional.of(connection);
    }

    /// The account of somebody, or of everybody, is gone.
    ///
    /// @param whose empty if everybody's
    void letGoWithoutAccount(Optional<PersonId> whose) {
        var mine = session.person().isEmpty();
        if (mine) {
            connection.letGo(
                    whose.isPresent() ? Reason.ACCOUNT_REMOVED : Reason.ACCOUNTS_CLEARED, "");
        }
    }

    /// The client leaves, with a word or without. Others have been told when it is.
    void leave(Optional<Text> words) throws Refused, InterruptedException {
        session.settle();
        goodbye = words.orElse(null);
        // What has not got to the client counts as missed.
        connection.outbox().awaitWritten(PATIENCE);
        var said = words.map(text -> ": " + Rendering.oneLine(text)).orElse("");
        var farewell = Goodbyes.farewell(this, "Quit" + said);
        session.perform(new Command.End(sent(), Reason.QUIT, words));
        house.clients().remove(this);
        connection.finish(Reason.QUIT, farewell);
    }

    /// What the client said to leaving.
    Optional<Text> goodbye() {
        return Optional.ofNullable(goodbye);
    }
}
