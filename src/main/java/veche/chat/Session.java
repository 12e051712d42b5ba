package veche.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.event.Refusal;
import veche.event.Refused;
import veche.event.Text;
import veche.net.Connection;
import veche.net.Reason;

/// One client as the hub sees it. One person can have several at a time.
///
/// The methods that ask are for the client's own thread; what it asks is done in the order in which
/// it asked.
public final class Session {

    /// How long to wait at most for those who cannot follow. Some kernels say only when they have
    /// sent a megabyte that there is room for more.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Hub hub;
    private final long number;
    private final Recipient recipient;
    private final int pipeline;

    /// How much of what was asked for without waiting is not done. Guarded by this.
    private int underWay;

    /// Written by the client's own thread.
    private volatile @Nullable String device;

    /// Written by the hub's thread.
    private volatile @Nullable Person person;

    /// Written by the hub's thread.
    private volatile @Nullable Long token;

    /// Of those who cannot follow the one who is nearest to it, if half of those who were told last
    /// what this session did cannot. Written by the journal's thread.
    private volatile @Nullable Recipient behind;

    /// Whether its client has left, which the hub may not know yet.
    private volatile boolean over;

    /// One for whom this session has waited in vain, and waits no more.
    private @Nullable Recipient stuck;

    /// Written by the hub's thread before the answer to logging in, and not after it.
    private Arrival arrival = Arrival.BEFORE_LOGIN;

    /// What the session says of itself; of the hub's thread.
    private @Nullable Text realname;

    private @Nullable Text away;
    private Instant awaySince = Instant.EPOCH;

    Session(Hub hub, long number, Recipient recipient, int pipeline) {
        this.hub = hub;
        this.number = number;
        this.recipient = recipient;
        this.pipeline = pipeline;
    }

    /// Asks for something without waiting for it; if it is refused, the recipient is told. Waits
    /// only while as many commands as one client may have are on their way, until one of them is
    /// done; and before it [talks][Command.Talk], while half of many to whom it talked cannot
    /// follow, until one of them can, so that whoever talks too fast is slowed down, and not
    /// everyone let go. For one who cannot follow at all it waits some seconds, once.
    public void ask(Command.Asked command) throws InterruptedException {
        if (command instanceof Command.Talk) {
            awaitListeners();
        }
        begin();
        hub.submit(this, command, null);
    }

    private synchronized void begin() throws InterruptedException {
        while (underWay == pipeline) {
            wait();
        }
        underWay++;
    }

    private synchronized void finished() {
        underWay--;
        notifyAll();
    }

    private void awaitListeners() throws InterruptedException {
        if (isWaitedFor(behind)) {
            // One thing at a time: what they have been told by then shows how they follow.
            settle();
            var listener = behind;
            if (listener != null && isWaitedFor(listener) && !listener.awaitRoom(PATIENCE)) {
                stuck = listener;
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // a recipient is itself and no other
    private boolean isWaitedFor(@Nullable Recipient listener) {
        return listener != null && listener != stuck && !isLetGo();
    }

    private boolean isLetGo() {
        return connection().flatMap(Connection::ended).isPresent();
    }

    /// Asks for something and waits until it is stored, and until everyone has been told of it and
    /// of all that this session asked for earlier.
    ///
    /// @return the position of the last entry of the server when it was done; what happens later
    ///   has a higher one
    public long perform(Command command) throws Refused, InterruptedException {
        return hub.perform(this, command);
    }

    /// Waits until everything that was asked for is done.
    public synchronized void settle() throws InterruptedException {
        while (underWay > 0) {
            wait();
        }
    }

    /// By which its owner tells it from their others: it counts up from the start of the server.
    public long number() {
        return number;
    }

    /// Whether everything that was asked for without waiting is done.
    synchronized boolean isSettled() {
        return underWay == 0;
    }

    /// Ends the session; it is not told anything afterwards. Does not wait.
    ///
    /// @param sent the position of the last entry that has been sent to the client; 0 if none was
    public void end(long sent, Reason reason) {
        end(sent, reason, Optional.empty());
    }

    /// As [#end(long, Reason)].
    ///
    /// @param words what the client said to that
    public void end(long sent, Reason reason, Optional<Text> words) {
        over = true;
        behind = null;
        stuck = null;
        hub.submit(this, new Command.End(sent, reason, words), null);
    }

    /// Whether nothing need be told to it any more. When thousands leave at once, nobody should
    /// wait until each of them has been told of each other.
    boolean isOver() {
        return over;
    }

    /// Whose session this is; empty before they have come in, and again when they are gone.
    public Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    /// The account that the session is logged in to; empty if it is not, and again when the account
    /// was removed.
    public Optional<Account> account() {
        return person().flatMap(it -> it.author().login())
                .flatMap(login -> hub.accounts().find(login.account()));
    }

    /// How the person came here; what they have missed follows from it.
    public Arrival arrival() {
        return arrival;
    }

    /// How its client is connected: since when, from where, in which protocol. Any thread may let
    /// it go.
    public Optional<Connection> connection() {
        return recipient.connected();
    }

    /// Which of its owner's devices the client is on, as it says; empty if it does not say.
    public Optional<String> device() {
        return Optional.ofNullable(device);
    }

    /// Says which of its owner's devices the client is on.
    public void device(String name) {
        device = name;
    }

    /// The id of the token by which the client has logged in last; empty if it was not by one, or
    /// if that is revoked though the session goes on.
    public Optional<Long> token() {
        return Optional.ofNullable(token);
    }

    /// Lets the client go, in good order. Any thread; does not wait.
    public void letGo(Reason reason) {
        recipient.letGo(reason);
    }

    Recipient recipient() {
        return recipient;
    }

    /// How those who were told what this session did can follow.
    ///
    /// @param behind of those who cannot the one who is nearest to it, if they are half of many;
    ///   else null
    void heardBy(@Nullable Recipient behind) {
        this.behind = behind;
    }

    /// What was asked for without waiting is done, as far as it may be. Runs on the journal's
    /// thread, as does [#refused].
    void answered(Command command, List<Refusal> refusals) {
        try {
            refused(command, refusals);
        } finally {
            // Not before: whoever waits until everything is done has been told of refusals, too.
            finished();
        }
    }

    /// A part of what was asked for may not be.
    void refused(Command command, List<Refusal> refusals) {
        refusals.forEach(why -> recipient.refused(command, why));
    }

    /// Runs on the hub's thread, as do those below.
    void belongTo(Person person, Arrival arrival) {
        this.arrival = arrival;
        this.person = person;
    }

    /// By which token the client has logged in; null if by none.
    void cameBy(@Nullable Long token) {
        this.token = token;
    }

    /// The position up to which its owner has seen everything here, or before they came.
    long seen() {
        return Math.max(arrival.seen(), recipient.sent());
    }

    void belongToNobody() {
        person = null;
    }

    /// What it says to not being looked at; empty if it is.
    Optional<Text> away() {
        return Optional.ofNullable(away);
    }

    /// When it last said whether it is looked at.
    Instant awaySince() {
        return awaySince;
    }

    void away(Optional<Text> words, Instant when) {
        away = words.orElse(null);
        awaySince = when;
    }

    /// The real name that it has given.
    Optional<Text> realname() {
        return Optional.ofNullable(realname);
    }

    void realname(Text name) {
        realname = name;
    }
}
