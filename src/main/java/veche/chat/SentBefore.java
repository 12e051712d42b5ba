package veche.chat;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Refusal.AlreadySent;
import veche.event.Tags;
import veche.name.PersonId;

/// Which messages were sent under ids that their senders gave them, so that a message which is sent
/// again after a lost connection is stored once. Of each person the last [#REMEMBERED] are known.
/// Of the hub's thread.
final class SentBefore {

    static final int REMEMBERED = 1_000;

    /// Where a message is, without its words: of a thousand for each person little may be kept.
    ///
    /// @param millis when it was sent, since 1970
    private record Sent(long position, long millis) {}

    private final Map<PersonId, Map<String, Sent>> byPerson = new HashMap<>();

    /// Takes note of a message that has an id of its sender's.
    void note(Author by, Tags tags, Entry entry) {
        var id = tags.clientId();
        if (id.isPresent()) {
            byPerson.computeIfAbsent(by.correspondent(), _ -> recent())
                    .put(id.get(), new Sent(entry.position(), entry.time().toEpochMilli()));
        }
    }

    /// That somebody sent a message under that id before.
    Optional<AlreadySent> find(Author by, Tags tags) {
        return tags.clientId()
                .map(id -> byPerson.getOrDefault(by.correspondent(), Map.of()).get(id))
                .map(it -> new AlreadySent(it.position(), Instant.ofEpochMilli(it.millis())));
    }

    /// Forgets what somebody sent who is not coming back.
    void forget(PersonId person) {
        byPerson.remove(person);
    }

    /// Forgets the oldest when there are more.
    private static Map<String, Sent> recent() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
