package veche.chat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import veche.name.Nickname;

/// Which sessions want to be told when somebody of a name comes and goes. Of the hub's thread.
final class Watchers {

    private final Map<Nickname, Set<Session>> watching = new HashMap<>();
    private final Map<Session, Set<Nickname>> watched = new HashMap<>();

    /// Those who also want to be told what else becomes of whom they watch.
    private final Set<Session> closely = new HashSet<>();

    /// Notes whom a session watches, and that it watches nobody else.
    void watch(Session session, Set<Nickname> names, boolean isClose) {
        watched.getOrDefault(session, Set.of()).forEach(name -> forget(name, session));
        watched.remove(session);
        closely.remove(session);
        if (names.isEmpty()) {
            return;
        }
        watched.put(session, names);
        names.forEach(
                name -> watching.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(session));
        if (isClose) {
            closely.add(session);
        }
    }

    private void forget(Nickname name, Session session) {
        watching.computeIfPresent(
                name,
                (_, sessions) -> {
                    sessions.remove(session);
                    return sessions.isEmpty() ? null : sessions;
                });
    }

    /// Who is told when somebody of that name comes and goes.
    Session[] of(Nickname name) {
        return watching.getOrDefault(name, Set.of()).toArray(Session[]::new);
    }

    /// Who is also told what else becomes of them.
    Session[] closelyOf(Nickname name) {
        return watching.getOrDefault(name, Set.of()).stream()
                .filter(closely::contains)
                .toArray(Session[]::new);
    }
}
