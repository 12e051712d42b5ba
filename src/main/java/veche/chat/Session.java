package veche.chat;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.event.Refusal;
import veche.event.Refused;
import veche.name.PersonId;
import veche.net.Reason;

/// One client as the hub sees it. One person can have several at a time.
///
/// The methods that ask are for the client's own thread; what it asks is done in the order in which
/// it asked.
public final class Session {

    private final Hub hub;
    private final Recipient recipient;
    private final int pipeline;
    private final Semaphore room;

    /// Written by the hub's thread.
    private volatile @Nullable PersonId account;

    /// Written by the hub's thread before the answer to logging in, and not after it.
    private Arrival arrival = Arrival.BEFORE_LOGIN;

    Session(Hub hub, Recipient recipient, int pipeline) {
        this.hub = hub;
        this.recipient = recipient;
        this.pipeline = pipeline;
        this.room = new Semaphore(pipeline);
    }

    /// Asks for something without waiting for it; if it is refused, the recipient is told. Waits
    /// only while as many commands as one client may have are on their way, until one of them is
    /// done.
    public void ask(Command.Social command) throws InterruptedException {
        room.acquire();
        hub.submit(this, command, null);
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
    public void settle() throws InterruptedException {
        room.acquire(pipeline);
        room.release(pipeline);
    }

    /// Whether everything that was asked for without waiting is done.
    boolean isSettled() {
        return room.availablePermits() == pipeline;
    }

    /// Ends the session; it is not told anything afterwards. Does not wait.
    ///
    /// @param sent the position of the last entry that has been sent to the client; 0 if none was
    public void end(long sent, Reason reason) {
        hub.submit(this, new Command.End(sent, reason), null);
    }

    /// Whose session this is; empty before logging in, and again when the account was removed.
    public Optional<Account> account() {
        var id = account;
        return id == null ? Optional.empty() : hub.accounts().find(id);
    }

    /// How the person came here; what they have missed follows from it.
    public Arrival arrival() {
        return arrival;
    }

    Recipient recipient() {
        return recipient;
    }

    /// Runs on the journal's thread.
    void answered(Command command, Optional<Refusal> refusal) {
        if (command instanceof Command.Social) {
            room.release();
        }
        refusal.ifPresent(why -> recipient.refused(command, why));
    }

    /// Runs on the hub's thread, as do those below.
    void loggedIn(PersonId account, Arrival arrival) {
        this.arrival = arrival;
        this.account = account;
    }

    /// The position up to which its owner has seen everything here, or before they came.
    long seen() {
        return Math.max(arrival.seen(), recipient.sent());
    }

    void loggedOut() {
        account = null;
    }

    @Nullable PersonId accountId() {
        return account;
    }
}
