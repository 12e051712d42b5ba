package veche.client;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import veche.name.CaseMapping;

/// All conversations, in the order in which they began, and the one that is looked at. For the
/// thread that owns the state.
final class Conversations {

    /// Strangers can begin some, but not so many that nothing else has room.
    private static final int MOST = 500;

    private final Map<String, Conversation> all = new LinkedHashMap<>();

    /// Those that were looked at. The first of them is looked at now, the next one was before.
    private final Deque<Conversation> looked = new ArrayDeque<>();

    private CaseMapping mapping = CaseMapping.PRECIS;

    /// Names are compared as this server does.
    void mapping(CaseMapping mapping) {
        this.mapping = mapping;
    }

    /// A name as it is compared.
    String fold(String name) {
        return mapping.fold(name);
    }

    boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }

    static boolean isChannel(String name) {
        return !name.isEmpty() && "#&+!".indexOf(name.charAt(0)) >= 0;
    }

    /// Whether one conversation can have this name: it stands in a line, and in a list of names.
    static boolean isName(String text) {
        return Visit.isWord(text) && text.indexOf(',') < 0;
    }

    Optional<Conversation> find(String name) {
        return Optional.ofNullable(all.get(fold(name)));
    }

    /// Whether none should begin that nobody here asked for.
    boolean isFull() {
        return all.size() >= MOST;
    }

    /// The conversation of this name, which begins now if there is none.
    Conversation at(String name, Instant since) {
        return all.computeIfAbsent(fold(name), _ -> new Conversation(name, isChannel(name), since));
    }

    void remove(Conversation conversation) {
        all.values().remove(conversation);
        looked.remove(conversation);
    }

    List<Conversation> all() {
        return List.copyOf(all.values());
    }

    Optional<Conversation> current() {
        return Optional.ofNullable(looked.peek());
    }

    boolean isCurrent(Conversation conversation) {
        return conversation == looked.peek();
    }

    void turn(Conversation conversation) {
        looked.remove(conversation);
        looked.push(conversation);
    }

    /// Finds what `/switch` means: a number from 1, a name, or the beginning of one, `#` or not.
    Optional<Conversation> named(String text) {
        if (text.matches("[0-9]{1,3}")) {
            var number = Integer.parseInt(text);
            return all.values().stream().skip(Math.max(0, number - 1)).findFirst();
        }
        var folded = fold(text);
        return find(text)
                .or(() -> find("#" + text))
                .or(() ->
                        all.entrySet().stream()
                                .filter(it -> begins(it.getKey(), folded))
                                .map(Map.Entry::getValue)
                                .findFirst());
    }

    private static boolean begins(String name, String text) {
        return name.startsWith(text) || name.startsWith("#" + text);
    }

    /// The next conversation with something unread, those that mention us first.
    Optional<Conversation> next() {
        return all.values().stream()
                .filter(it -> it.mentions() > 0)
                .findFirst()
                .or(() -> all.values().stream().filter(it -> it.unread() > 0).findFirst());
    }

    /// A nickname changed. What is said with that person alone goes on under the new one, unless
    /// there is such a conversation already.
    ///
    /// @return whether it does
    boolean renamed(String from, String to) {
        for (var conversation : all.values()) {
            if (conversation.members().remove(fold(from)) != null) {
                conversation.members().put(fold(to), to);
            }
        }
        var known = all.get(fold(from));
        if (known == null || same(from, to) || all.containsKey(fold(to))) {
            return false;
        }
        known.name(to);
        var inOrder = List.copyOf(all.values());
        all.clear();
        inOrder.forEach(it -> all.put(fold(it.name()), it));
        return true;
    }
}
