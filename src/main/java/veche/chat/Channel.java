package veche.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import veche.event.Author;
import veche.event.ChannelFlag;
import veche.event.ChannelList;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Where people talk. The hub's thread alone changes it; any thread reads it.
///
/// The owner of an account who joined is a member until they part, also while they are away.
public final class Channel {

    private static final Session[] NOBODY = {};

    private static final Rank[] RANKS = Rank.values();

    /// The set that most members have: no rank.
    private static final Set<Rank> NONE = Set.of();

    private final Instant made;
    private final long begun;
    private final ConcurrentMap<PersonId, Set<Rank>> members = new ConcurrentHashMap<>();

    /// Which rank an account is given whenever it comes.
    private final ConcurrentMap<PersonId, Rank> access = new ConcurrentHashMap<>();

    private final Map<ChannelList, MaskList> lists = new EnumMap<>(ChannelList.class);
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Metadata metadata = new Metadata();
    private final Set<PersonId> invited = ConcurrentHashMap.newKeySet();
    private Session @Nullable [] audience = NOBODY;

    /// How often it has changed who is a member, or what members are called or may do.
    private final AtomicInteger changes = new AtomicInteger();

    private volatile @Nullable Roster roster;
    private volatile ChannelName name;
    private volatile Set<ChannelFlag> flags = Set.of();
    private volatile @Nullable Topic topic;
    private volatile @Nullable String key;
    private volatile @Nullable ChannelName forward;
    private volatile @Nullable Author founder;

    /// 0 if there is none.
    private volatile int limit;

    /// @param begun the position of the entry by which there is this channel
    Channel(ChannelName name, Instant made, long begun) {
        this.name = name;
        this.made = made;
        this.begun = begun;
        for (var list : ChannelList.values()) {
            lists.put(list, new MaskList(name.mapping()));
        }
    }

    /// As whoever came first wrote it, or whoever renamed it.
    public ChannelName name() {
        return name;
    }

    /// When somebody first came here.
    public Instant made() {
        return made;
    }

    /// The position of the entry by which there is this channel, and not another one of that name.
    public long begun() {
        return begun;
    }

    public Optional<Topic> topic() {
        return Optional.ofNullable(topic);
    }

    /// What is said of it for programs.
    public Metadata metadata() {
        return metadata;
    }

    public boolean is(ChannelFlag flag) {
        return flags.contains(flag);
    }

    /// What the channel is like.
    public Set<ChannelFlag> flags() {
        return flags;
    }

    /// The word that whoever joins must know.
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /// Whether strangers are kept out: by a word that they do not know, or as nobody invited them.
    public boolean isPrivate() {
        return key != null || is(ChannelFlag.INVITE_ONLY);
    }

    /// How many members there may be.
    public OptionalInt limit() {
        return limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    /// Where those go who may not come in.
    public Optional<ChannelName> forward() {
        return Optional.ofNullable(forward);
    }

    /// Whose channel it is; empty if it is nobody's.
    public Optional<Author> founder() {
        return Optional.ofNullable(founder);
    }

    /// Which rank each of some accounts is given whenever it comes; a view that changes with the
    /// channel.
    public Map<PersonId, Rank> access() {
        return Collections.unmodifiableMap(access);
    }

    /// Which rank somebody is given whenever they come: in their own channel a founder's, else that
    /// which was set for the account that they are logged in to.
    public Optional<Rank> due(Author who) {
        return who.login()
                .map(Author.Login::account)
                .flatMap(account ->
                        founder().filter(it -> it.person().equals(account)).isPresent()
                                ? Optional.of(Rank.FOUNDER)
                                : Optional.ofNullable(access.get(account)));
    }

    public MaskList list(ChannelList list) {
        return Objects.requireNonNull(lists.get(list));
    }

    /// Everyone who joined, here or away; a view that changes with the channel.
    public Set<PersonId> members() {
        return Collections.unmodifiableSet(members.keySet());
    }

    public boolean isMember(PersonId person) {
        return members.containsKey(person);
    }

    /// What ranks somebody has here; none if they are not a member.
    public Set<Rank> ranks(PersonId person) {
        return members.getOrDefault(person, NONE);
    }

    /// Whether somebody has at least a rank here.
    public boolean isAtLeast(PersonId person, Rank least) {
        var ranks = ranks(person);
        for (var rank : RANKS) {
            if (rank.isAtLeast(least) && ranks.contains(rank)) {
                return true;
            }
        }
        return false;
    }

    /// The highest rank that somebody has here.
    public Optional<Rank> highest(PersonId person) {
        return ranks(person).stream().max(Rank::compareTo);
    }

    void rename(ChannelName next) {
        name = next;
    }

    void setTopic(@Nullable Topic topic) {
        this.topic = topic;
    }

    void found(@Nullable Author founder) {
        this.founder = founder;
        if (founder == null) {
            access.clear();
        }
    }

    void access(PersonId account, @Nullable Rank rank) {
        if (rank == null) {
            access.remove(account);
        } else {
            access.put(account, rank);
        }
    }

    void add(PersonId person) {
        members.putIfAbsent(person, NONE);
        invited.remove(person);
        changed();
    }

    void remove(PersonId person) {
        members.remove(person);
        changed();
    }

    /// A member goes on as another person, with their ranks.
    void replace(PersonId before, PersonId after) {
        var ranks = EnumSet.noneOf(Rank.class);
        ranks.addAll(ranks(before));
        ranks.addAll(ranks(after));
        members.remove(before);
        members.put(after, Collections.unmodifiableSet(ranks));
        changed();
    }

    /// Who is a member has changed, or what a member is called or may do.
    void changed() {
        changes.incrementAndGet();
        // It would keep people who are gone, and there may be nobody who asks for the next.
        roster = null;
    }

    /// Everyone who joined, by name, as of now.
    ///
    /// @param people finds those that there are
    Roster roster(Function<PersonId, Optional<Person>> people) {
        // The number first: what changes meanwhile is no part of a roster that passes for a later
        // one.
        var moment = changes.get();
        var known = roster;
        if (known == null || !known.isOf(moment)) {
            var all = new ArrayList<Person>();
            for (var member : members.keySet()) {
                people.apply(member).ifPresent(all::add);
            }
            known = new Roster(moment, all);
            roster = known;
        }
        return known;
    }

    void invite(PersonId person) {
        invited.add(person);
    }

    boolean isInvited(PersonId person) {
        return invited.contains(person);
    }

    /// Is as somebody wants it.
    ///
    /// @param by who wants it, and when
    void change(ModeChange change, Author by, Instant when) {
        switch (change) {
            case ModeChange.Flagged(var flag, var set) -> flag(flag, set);
            case ModeChange.Ranked(var who, var rank, var given) -> {
                members.computeIfPresent(who.person(), (_, ranks) -> changed(ranks, rank, given));
                changed();
            }
            case ModeChange.Listed(var list, var mask, var added) -> {
                if (added) {
                    list(list).add(PersonMask.parse(mask, name.mapping()).orElseThrow(), by, when);
                } else {
                    list(list).remove(mask);
                }
            }
            case ModeChange.Keyed(var word) -> key = word.orElse(null);
            case ModeChange.Limited(var most) -> limit = most.orElse(0);
            case ModeChange.Forwarded(var other) -> forward = other.orElse(null);
        }
    }

    private void flag(ChannelFlag flag, boolean set) {
        var changed = EnumSet.noneOf(ChannelFlag.class);
        changed.addAll(flags);
        if (set) {
            changed.add(flag);
        } else {
            changed.remove(flag);
        }
        flags = Collections.unmodifiableSet(changed);
    }

    private static Set<Rank> changed(Set<Rank> ranks, Rank rank, boolean given) {
        var changed = EnumSet.noneOf(Rank.class);
        changed.addAll(ranks);
        if (given) {
            changed.add(rank);
        } else {
            changed.remove(rank);
        }
        return changed.isEmpty() ? NONE : Collections.unmodifiableSet(changed);
    }

    /// What makes another channel like this one, but for who is who there.
    List<ModeChange> modes() {
        var modes = new ArrayList<ModeChange>();
        flags.forEach(flag -> modes.add(new ModeChange.Flagged(flag, true)));
        for (var list : ChannelList.values()) {
            for (var item : list(list).items()) {
                modes.add(new ModeChange.Listed(list, item.mask().text(), true));
            }
        }
        key().ifPresent(word -> modes.add(new ModeChange.Keyed(Optional.of(word))));
        if (limit().isPresent()) {
            modes.add(new ModeChange.Limited(limit()));
        }
        forward().ifPresent(to -> modes.add(new ModeChange.Forwarded(Optional.of(to))));
        return modes;
    }

    void enter(Session session) {
        if (sessions.add(session)) {
            audience = null;
        }
    }

    void leave(Session session) {
        if (sessions.remove(session)) {
            audience = null;
        }
    }

    /// The sessions of the members who are here, perhaps without those whose clients have left of
    /// late. The same array as long as they are the same; nobody may change it.
    Session[] audience() {
        var known = audience;
        if (known == null) {
            known = sessions.stream().filter(it -> !it.isOver()).toArray(Session[]::new);
            audience = known;
        }
        return known;
    }
}
