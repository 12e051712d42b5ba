package veche.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// What was typed and is not yet acknowledged, in order. Whoever loses the connection sends all of
/// it again, with the same ids. For the thread that owns the state.
final class Unsent {

    /// How many may be on their way at once: the server reads no faster than it likes.
    static final int WINDOW = 50;

    private final Map<String, Outgoing> waiting = new LinkedHashMap<>();
    private final Map<String, Outgoing> sent = new LinkedHashMap<>();

    void add(Outgoing outgoing) {
        waiting.put(outgoing.id(), outgoing);
    }

    /// Divides what is about to be said into messages that the server takes.
    ///
    /// @param ready whether something is about to be said
    void divide(Predicate<Outgoing> ready, Function<Outgoing, List<Outgoing>> parts) {
        if (waiting.values().stream().noneMatch(it -> !it.divided() && ready.test(it))) {
            return;
        }
        var all = List.copyOf(waiting.values());
        waiting.clear();
        for (var outgoing : all) {
            if (outgoing.divided() || !ready.test(outgoing)) {
                add(outgoing);
            } else {
                parts.apply(outgoing).forEach(this::add);
            }
        }
    }

    /// Those that can be sent now, which are then on their way. Of one conversation none overtakes
    /// another.
    ///
    /// @param ready whether something can be said to a target now
    List<Outgoing> take(Predicate<String> ready) {
        var taken = new ArrayList<Outgoing>();
        for (var outgoing : waiting.values()) {
            if (sent.size() + taken.size() < WINDOW && ready.test(outgoing.target())) {
                taken.add(outgoing);
            }
        }
        for (var outgoing : taken) {
            waiting.remove(outgoing.id());
            sent.put(outgoing.id(), outgoing);
        }
        return taken;
    }

    /// The server has it, or will never have it.
    Optional<Outgoing> settle(String id) {
        return Optional.ofNullable(sent.remove(id))
                .or(() -> Optional.ofNullable(waiting.remove(id)));
    }

    /// The first one on its way that is like this; for servers that do not give tags back.
    Optional<Outgoing> settle(Predicate<Outgoing> like) {
        var found = sent.values().stream().filter(like).findFirst();
        found.ifPresent(it -> sent.remove(it.id()));
        return found;
    }

    /// The connection is gone: whatever was on its way may not have arrived.
    void lost() {
        var all = new LinkedHashMap<>(sent);
        all.replaceAll((_, it) -> it.inDoubt());
        all.putAll(waiting);
        waiting.clear();
        sent.clear();
        waiting.putAll(all);
    }

    /// Somebody is called something else now: what they have not been told goes there.
    void redirect(Predicate<String> from, String to) {
        for (var all : List.of(waiting, sent)) {
            all.replaceAll((_, it) -> from.test(it.target()) ? it.to(to) : it);
        }
    }

    /// Nothing can be said there: what waits for it is dropped. The server answers what is on its
    /// way.
    ///
    /// @return what was dropped
    List<Outgoing> forget(Predicate<String> targets) {
        var all = waiting.values().stream().filter(it -> targets.test(it.target())).toList();
        waiting.values().removeAll(all);
        return all;
    }

    /// Whether something is on its way.
    boolean isUnderWay() {
        return !sent.isEmpty();
    }

    boolean isEmpty() {
        return waiting.isEmpty() && sent.isEmpty();
    }

    int size() {
        return waiting.size() + sent.size();
    }

    /// How many are not even on their way.
    int waiting() {
        return waiting.size();
    }
}
