package veche.chat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Tags;
import veche.name.PersonId;

/// Which messages were sent under ids that their senders gave them, so that a message which is sent
/// again after a lost connection is stored once. Of each person the last [#REMEMBERED] are known.
/// Of the hub's thread.
final class SentBefore {

    static final int REMEMBERED = 1_000;

    private final Map<PersonId, Map<String, Entry>> byPerson = new HashMap<>();

    /// Takes note of a message that has an id of its sender's.
    void note(Author by, Tags tags, Entry entry) {
        tags.clientId()
                .ifPresent(id ->
                        byPerson.computeIfAbsent(by.correspondent(), _ -> recent()).put(id, entry));
    }

    /// The message that somebody sent under that id before.
    Optional<Entry> find(Author by, Tags tags) {
        return tags.clientId()
                .map(id -> byPerson.getOrDefault(by.correspondent(), Map.of()).get(id));
    }

    /// Forgets what somebody sent who is not coming back.
    void forget(PersonId person) {
        byPerson.remove(person);
    }

    /// Forgets the oldest when there are more.
    private static Map<String, Entry> recent() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, veche.event.Entry> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
