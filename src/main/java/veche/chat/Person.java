package veche.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import veche.event.Author;
import veche.event.PersonFlag;
import veche.event.Text;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// Somebody: the owner of an account, here or away, or a guest, who is only as long as they are
/// here. The hub's thread alone changes it; any thread reads it.
public final class Person {

    /// How many people somebody takes messages from who may not send any otherwise; if there would
    /// be more, whoever was let in first is forgotten.
    static final int ACCEPTED = 100;

    private final PersonId id;
    private volatile List<Session> sessions = List.of();
    private final Metadata metadata = new Metadata();
    private volatile Author author;
    private volatile List<ChannelName> channels = List.of();
    private volatile Set<PersonFlag> flags = Set.of();
    private volatile List<PersonId> accepted = List.of();
    private volatile @Nullable Text away;
    private volatile @Nullable Text realname;
    private volatile @Nullable Instant lastHere;
    private volatile Instant since = Instant.EPOCH;
    private volatile Instant spoke = Instant.EPOCH;
    private volatile boolean here;
    private volatile long seen;
    private long arrived;

    /// What sessions have surely seen that have ended since the person came.
    private long seenByEnded;

    Person(Author author) {
        this.id = author.person();
        this.author = author;
    }

    /// Of the account, if they own one.
    public PersonId id() {
        return id;
    }

    /// Who they are now, as the one who does something.
    public Author author() {
        return author;
    }

    /// What they are called now.
    public Nickname name() {
        return author.name();
    }

    /// Whether at least one session of theirs is here.
    public boolean isHere() {
        return here;
    }

    /// When they came; the epoch if they never did.
    public Instant since() {
        return since;
    }

    /// When they last said something, or came.
    public Instant active() {
        return spoke.isAfter(since) ? spoke : since;
    }

    /// The channels that they are a member of, in the order in which they joined them.
    public List<ChannelName> channels() {
        return channels;
    }

    /// How they want to be treated, and what they are.
    public Set<PersonFlag> flags() {
        return flags;
    }

    public boolean is(PersonFlag flag) {
        return flags.contains(flag);
    }

    /// Those from whom they take private messages, whoever else may not send any.
    public List<PersonId> accepted() {
        return accepted;
    }

    boolean accepts(PersonId person) {
        return accepted.contains(person);
    }

    void accept(PersonId person, boolean isWelcome) {
        var next = new ArrayList<>(accepted);
        next.remove(person);
        if (isWelcome) {
            next.add(person);
        }
        accepted = List.copyOf(next.subList(Math.max(0, next.size() - ACCEPTED), next.size()));
    }

    /// What they say to not looking at their screen; empty if they do. `*` if none of their
    /// sessions has anybody in front of it.
    public Optional<Text> away() {
        return Optional.ofNullable(away);
    }

    /// As they have given it.
    public Optional<Text> realname() {
        return Optional.ofNullable(realname);
    }

    /// What is said of them for programs. It stays with the account, and a guest's goes with them.
    public Metadata metadata() {
        return metadata;
    }

    /// When they last went away; empty if they never did.
    public Optional<Instant> lastHere() {
        return Optional.ofNullable(lastHere);
    }

    /// How many sessions of theirs are here.
    public int sessionCount() {
        return sessions.size();
    }

    /// Those of their sessions that are here, the oldest first.
    public List<Session> sessions() {
        return sessions;
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

    void arrived(long position, Instant when) {
        here = true;
        arrived = position;
        since = when;
    }

    void left(long seen, Instant when) {
        here = false;
        lastHere = when;
        flags = Set.of();
        accepted = List.of();
        away = null;
        this.seen = seen;
    }

    void spoke(Instant when) {
        spoke = when;
    }

    void became(Author author) {
        this.author = author;
    }

    void away(@Nullable Text words) {
        away = words;
    }

    void realname(Text realname) {
        this.realname = realname;
    }

    /// Goes on as a guest has begun, unless this person is here already.
    void takeOver(Person guest) {
        if (!here) {
            realname = guest.realname;
            away = guest.away;
            flags = guest.flags;
        }
    }

    void flag(PersonFlag flag, boolean set) {
        var changed = EnumSet.noneOf(PersonFlag.class);
        changed.addAll(flags);
        if (set) {
            changed.add(flag);
        } else {
            changed.remove(flag);
        }
        flags = Collections.unmodifiableSet(changed);
    }

    void began(Session session) {
        var more = new ArrayList<>(sessions);
        more.add(session);
        sessions = List.copyOf(more);
    }

    /// One of their sessions has ended.
    ///
    /// @param seen the position of the last entry that it has surely seen
    /// @return the position of the last entry that any of their sessions has surely seen
    long ended(Session session, long seen) {
        var rest = new ArrayList<>(sessions);
        rest.remove(session);
        sessions = List.copyOf(rest);
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

    void renamed(ChannelName channel, ChannelName next) {
        channels = channels.stream().map(name -> name.equals(channel) ? next : name).toList();
    }

    void parted(ChannelName channel) {
        channels = channels.stream().filter(name -> !name.equals(channel)).toList();
    }
}
