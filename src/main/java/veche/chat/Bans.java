package veche.chat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event.BanLifted;
import veche.event.Event.BanSet;
import veche.event.Exile;

/// Who may not be on this server. A ban that has ended by itself is as good as none, and is
/// forgotten when an operator changes another one. The hub's thread alone changes it; any thread
/// reads it.
public final class Bans {

    private final Map<Exile, Ban> all = new ConcurrentHashMap<>();

    /// Those that hold, the oldest first.
    public List<Ban> all(Instant now) {
        return holding(now).sorted(Comparator.comparing(Ban::since)).toList();
    }

    /// The one that is about exactly this, if it holds.
    public Optional<Ban> find(Exile whom, Instant now) {
        return Optional.ofNullable(all.get(whom)).filter(ban -> ban.holds(now));
    }

    /// Why a client may not even say who it is; empty if it may.
    public Optional<Ban> about(InetAddress address, Instant now) {
        return holding(now)
                .filter(ban -> !ban.sparesAccounts() && ban.whom().means(address))
                .findFirst();
    }

    /// Why somebody may not be here; empty if they may.
    ///
    /// @param address where they really are, if that is known
    public Optional<Ban> about(Author who, Optional<InetAddress> address, Instant now) {
        return holding(now)
                .filter(ban -> !(ban.sparesAccounts() && who.login().isPresent()))
                .filter(ban -> ban.whom().means(who, address))
                .findFirst();
    }

    private Stream<Ban> holding(Instant now) {
        return all.values().stream().filter(ban -> ban.holds(now));
    }

    /// Those that have ended by themselves, in an order that depends on nothing else.
    List<Ban> ended(Instant now) {
        return all.values().stream()
                .filter(ban -> !ban.holds(now))
                .sorted(Comparator.comparing(ban -> ban.whom().text()))
                .toList();
    }

    /// As it was written when it was set; two that mean the same may be written differently.
    Exile known(Exile whom) {
        return Optional.ofNullable(all.get(whom)).map(Ban::whom).orElse(whom);
    }

    void apply(Entry entry) {
        switch (entry.event()) {
            case BanSet(var whom, var spares, var until, var by, var why) ->
                    all.put(whom, new Ban(whom, spares, until, by, entry.time(), why));
            case BanLifted(var whom) -> all.remove(whom);
            default -> {}
        }
    }
}
