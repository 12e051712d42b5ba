package veche.chat;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Where people talk. The hub's thread alone changes it; any thread reads it.
///
/// Somebody who joined is a member until they part, also while they are away.
public final class Channel {

    private static final Session[] NOBODY = {};

    private final ChannelName name;
    private final Set<PersonId> members = ConcurrentHashMap.newKeySet();
    private final Set<Session> sessions = new LinkedHashSet<>();
    private Session @Nullable [] audience = NOBODY;
    private volatile @Nullable Topic topic;

    Channel(ChannelName name) {
        this.name = name;
    }

    /// As whoever came first wrote it.
    public ChannelName name() {
        return name;
    }

    public Optional<Topic> topic() {
        return Optional.ofNullable(topic);
    }

    /// Everyone who joined, here or away; a view that changes with the channel.
    public Set<PersonId> members() {
        return Collections.unmodifiableSet(members);
    }

    public boolean isMember(PersonId account) {
        return members.contains(account);
    }

    void setTopic(@Nullable Topic topic) {
        this.topic = topic;
    }

    void add(PersonId account) {
        members.add(account);
    }

    void remove(PersonId account) {
        members.remove(account);
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

    /// The sessions of the members who are here. The same array as long as they are the same;
    /// nobody may change it.
    Session[] audience() {
        var known = audience;
        if (known == null) {
            known = sessions.toArray(Session[]::new);
            audience = known;
        }
        return known;
    }
}
