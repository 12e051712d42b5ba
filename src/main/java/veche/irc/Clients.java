package veche.irc;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import veche.chat.Person;
import veche.chat.Session;

/// All IRC clients that are connected. Any thread.
final class Clients {

    private final ConcurrentMap<Session, Client> all = new ConcurrentHashMap<>();
    private final AtomicInteger most = new AtomicInteger();

    void add(Client client) {
        all.put(client.session(), client);
    }

    /// One of them is gone. Does nothing if that is known.
    void remove(Client client) {
        all.remove(client.session());
    }

    /// A view that changes.
    Collection<Client> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    /// The IRC client whose session this is.
    Optional<Client> of(Session session) {
        return Optional.ofNullable(all.get(session));
    }

    /// The IRC clients of somebody.
    List<Client> of(Person person) {
        return person.sessions().stream().flatMap(session -> of(session).stream()).toList();
    }

    /// How many people there have been at once, as far as anybody has counted.
    ///
    /// @param now how many there are
    int most(int now) {
        return most.accumulateAndGet(now, Math::max);
    }
}
