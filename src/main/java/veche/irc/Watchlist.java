package veche.irc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import veche.chat.Command;
import veche.name.Nickname;

/// Whom a client watches for (https://ircv3.net/specs/extensions/monitor). Belongs to the client's
/// own thread; the hub is told of every change.
final class Watchlist {

    private final Client client;
    private final Set<Nickname> names = new LinkedHashSet<>();

    Watchlist(Client client) {
        this.client = client;
    }

    /// In the order in which they were put in.
    List<Nickname> names() {
        return List.copyOf(names);
    }

    /// Puts names in as long as there is room for them.
    ///
    /// @return those for which there was none
    List<Nickname> add(List<Nickname> more) throws InterruptedException {
        var tooMany = new ArrayList<Nickname>();
        for (var name : more) {
            if (names.size() >= Support.WATCHED && !names.contains(name)) {
                tooMany.add(name);
            } else {
                names.add(name);
            }
        }
        tellHub();
        return tooMany;
    }

    void remove(List<Nickname> fewer) throws InterruptedException {
        fewer.forEach(names::remove);
        tellHub();
    }

    void clear() throws InterruptedException {
        names.clear();
        tellHub();
    }

    /// What the client is capable of has changed.
    void update() throws InterruptedException {
        if (!names.isEmpty()) {
            tellHub();
        }
    }

    private void tellHub() throws InterruptedException {
        client.ask(new Command.Watch(names, client.has(Capability.EXTENDED_MONITOR)));
    }
}
