package veche.chat;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import veche.account.LookAlikes;
import veche.name.Nickname;

/// What those are called who are not called as an account of theirs: guests, and owners of accounts
/// who go by another name. The hub's thread alone changes it, and asks for look-alikes; any thread
/// finds somebody.
final class Callings {

    private final ConcurrentMap<Nickname, Person> people = new ConcurrentHashMap<>();
    private final LookAlikes lookAlikes = new LookAlikes();

    Optional<Person> find(Nickname name) {
        return Optional.ofNullable(people.get(name));
    }

    /// Those whose names could be taken for this one by their looks, though they are not the same.
    Stream<Person> lookAlikes(Nickname name) {
        return lookAlikes.of(name).stream().flatMap(other -> find(other).stream());
    }

    /// Somebody goes by the name that they have.
    void add(Person person) {
        people.put(person.name(), person);
        lookAlikes.add(person.name());
    }

    /// Somebody does not any more; before their name changes.
    void remove(Person person) {
        if (people.remove(person.name(), person)) {
            lookAlikes.remove(person.name());
        }
    }
}
