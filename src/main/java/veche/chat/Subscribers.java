package veche.chat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import veche.event.MetadataKey;

/// Which sessions want to be told what is said for programs, and under which keys
/// (https://ircv3.net/specs/extensions/metadata#notifications). Of the hub's thread.
final class Subscribers {

    private final Map<MetadataKey, Set<Session>> sessions = new HashMap<>();
    private final Map<Session, Set<MetadataKey>> keys = new HashMap<>();

    /// Notes what a session wants to be told, and that it wants nothing else.
    void subscribe(Session session, Set<MetadataKey> wanted) {
        keys.getOrDefault(session, Set.of()).forEach(key -> forget(key, session));
        keys.remove(session);
        if (!wanted.isEmpty()) {
            keys.put(session, wanted);
            wanted.forEach(
                    key -> sessions.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(session));
        }
    }

    private void forget(MetadataKey key, Session session) {
        sessions.computeIfPresent(
                key,
                (_, all) -> {
                    all.remove(session);
                    return all.isEmpty() ? null : all;
                });
    }

    /// Who is told what is said under a key.
    Set<Session> to(MetadataKey key) {
        return sessions.getOrDefault(key, Set.of());
    }
}
