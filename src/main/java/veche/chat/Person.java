package veche.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import veche.name.ChannelName;
import veche.name.PersonId;

/// The owner of an account: where they are, or when they were last here. The hub's thread alone
/// changes it; any thread reads it.
public final class Person {

    private final PersonId account;
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private volatile List<ChannelName> channels = List.of();
    private volatile @Nullable Instant lastHere;
    private volatile boolean here;
    private volatile long seen;
    private long arrived;

    /// What sessions have surely seen that have ended since the person came.
    private long seenByEnded;

    Person(PersonId account) {
        this.account = account;
    }

    public PersonId account() {
        return account;
    }

    /// Whether at least one session of theirs is here.
    public boolean isHere() {
        return here;
    }

    /// The channels that they are a member of, in the order in which they joined them.
    public List<ChannelName> channels() {
        return channels;
    }

    /// When they last went away; empty if they never did.
    public Optional<Instant> lastHere() {
        return Optional.ofNullable(lastHere);
    }

    /// How many sessions of theirs are here.
    public int sessionCount() {
        return sessions.size();
    }

    /// The position of the last entry that they have surely seen. On the hub's thread, or for a
    /// person who is away.
    public long seen() {
        return seen;
    }

    /// The position of the last entry that they have surely seen, if nobody can say what of the
    /// latest entries has reached them. Whoever came back only then may not even have been shown
    /// what they had missed before.
    ///
    /// @param shown what has surely reached those who were here for a while
    long surelySeen(long shown) {
        return arrived > shown && lastHere != null ? seen : shown;
    }

    /// The position up to which they have seen everything, wherever they are here: what is after it
    /// may be stuck on its way to a client that is slow or gone without a word. On the hub's
    /// thread.
    long surelySeen() {
        var here = sessions.stream().mapToLong(Session::seen).min();
        return Math.max(Math.max(seen, seenByEnded), here.orElse(0));
    }

    List<Session> sessions() {
        return sessions;
    }

    void arrived(long position) {
        here = true;
        arrived = position;
    }

    void left(long seen, Instant when) {
        here = false;
        lastHere = when;
        this.seen = seen;
    }

    /// One of their sessions has ended.
    ///
    /// @param seen the position of the last entry that it has surely seen
    /// @return the position of the last entry that any of their sessions has surely seen
    long ended(Session session, long seen) {
        sessions.remove(session);
        seenByEnded = Math.max(seenByEnded, seen);
        return Math.max(this.seen, seenByEnded);
    }

    void joined(ChannelName channel) {
        if (!channels.contains(channel)) {
            var more = new ArrayList<>(channels);
            more.add(channel);
            channels = List.copyOf(more);
        }
    }

    void parted(ChannelName channel) {
        channels = channels.stream().filter(name -> !name.equals(channel)).toList();
    }
}
