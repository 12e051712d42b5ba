package veche.irc;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import veche.chat.Session;

/// All IRC clients that are connected. Any thread.
final class Clients {

    private final Set<Client> all = ConcurrentHashMap.newKeySet();
    private final AtomicInteger most = new AtomicInteger();

    void add(Client client) {
        all.add(client);
        most.accumulateAndGet(all.size(), Math::max);
    }

    void remove(Client client) {
        all.remove(client);
    }

    /// A view that changes.
    Collection<Client> all() {
        return Collections.unmodifiableCollection(all);
    }

    /// The IRC client whose session this is.
    Optional<Client> of(Session session) {
        return all.stream().filter(client -> client.session() == session).findFirst();
    }

    /// How many there have been at once.
    int most() {
        return most.get();
    }
}
