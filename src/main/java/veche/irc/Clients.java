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
    private final AtomicInteger welcomed = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    void add(Client client) {
        all.put(client.session(), client);
    }

    /// One of them is gone. Does nothing if that is known.
    void remove(Client client) {
        if (all.remove(client.session()) != null && client.isWelcome()) {
            welcomed.decrementAndGet();
        }
    }

    /// One of them has been welcomed.
    void welcomed() {
        welcomed.incrementAndGet();
    }

    /// How many have not been welcomed yet.
    int unknown() {
        return Math.max(0, all.size() - welcomed.get());
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
