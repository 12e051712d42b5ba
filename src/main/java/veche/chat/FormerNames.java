package veche.chat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import veche.event.Author;
import veche.event.Text;
import veche.name.Nickname;

/// Who was called how, and is not any more. Only so many names are remembered: the one that was
/// given up longest ago is forgotten first. The hub's thread alone changes it; any thread reads it.
public final class FormerNames {

    /// How many names are remembered.
    static final int NAMES = 1_000;

    /// How often each of them is: the last times that it was given up.
    static final int TIMES = 10;

    private final Map<Nickname, Deque<Former>> names = new LinkedHashMap<>();

    /// Somebody who was called something.
    ///
    /// @param realname empty if they gave none
    /// @param until when they left, or were called something else
    public record Former(Author who, Optional<Text> realname, Instant until) {}

    /// Those who were called so, the latest first.
    public synchronized List<Former> of(Nickname name) {
        var known = names.get(name);
        return known == null ? List.of() : new ArrayList<>(known);
    }

    synchronized void note(Former former) {
        var name = former.who().name();
        var known = names.containsKey(name) ? names.remove(name) : new ArrayDeque<Former>();
        known.addFirst(former);
        if (known.size() > TIMES) {
            known.removeLast();
        }
        names.put(name, known);
        if (names.size() > NAMES) {
            names.remove(names.keySet().iterator().next());
        }
    }
}
