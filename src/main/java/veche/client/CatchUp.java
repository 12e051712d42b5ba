package veche.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fetches what was missed: asks for what came after the last message that is known, until nothing
/// comes any more. What is said meanwhile waits, and is shown after. For the thread that owns the
/// state.
final class CatchUp {

    /// More than this is not held back for a past that does not come.
    private static final int MOST_HELD = 1_000;

    /// What is said while the past of a conversation is fetched, by conversation.
    private final Map<Conversation, List<Said>> held = new HashMap<>();

    private static final int MOST_AT_ONCE = 500;

    private int most = 100;

    /// How many messages the server tells at once.
    ///
    /// @param messages 0 if as many as anybody likes
    void most(int messages) {
        most = messages == 0 ? MOST_AT_ONCE : Math.clamp(messages, 1, MOST_AT_ONCE);
    }

    int most() {
        return most;
    }

    /// From now on what is said there waits.
    void begin(Conversation conversation) {
        held.putIfAbsent(conversation, new ArrayList<>());
    }

    /// What to ask the server for next.
    List<String> request(Conversation conversation) {
        return List.of(
                "AFTER", conversation.name(), conversation.reference(), Integer.toString(most));
    }

    boolean isUnderWay(Conversation conversation) {
        return held.containsKey(conversation);
    }

    /// Whether the past of a conversation with one other person is fetched.
    boolean isUnderWayInPrivate() {
        return !held.keySet().stream().allMatch(Conversation::isChannel);
    }

    /// Whether a message waits, since the past is not there yet.
    boolean holds(Conversation conversation, Said said) {
        var waiting = held.get(conversation);
        return waiting != null && waiting.add(said);
    }

    /// Whether no more can wait.
    boolean isFull(Conversation conversation) {
        return held.getOrDefault(conversation, List.of()).size() >= MOST_HELD;
    }

    /// Nothing is missing any more.
    ///
    /// @return what was said meanwhile
    List<Said> end(Conversation conversation) {
        var waiting = held.remove(conversation);
        return waiting == null ? List.of() : waiting;
    }

    /// The connection is gone. What waited is dropped: it will be fetched with the rest.
    void lost() {
        held.clear();
    }
}
