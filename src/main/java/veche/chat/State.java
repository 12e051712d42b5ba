package veche.chat;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import veche.account.Accounts;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.Announced;
import veche.event.Event.Arrived;
import veche.event.Event.CredentialSet;
import veche.event.Event.Joined;
import veche.event.Event.LanguageChosen;
import veche.event.Event.Left;
import veche.event.Event.Parted;
import veche.event.Event.Registered;
import veche.event.Event.Said;
import veche.event.Event.Told;
import veche.event.Event.TopicSet;
import veche.name.PersonId;

/// Who there is, and who is where: what follows from all entries so far, and from nothing else.
/// Only the hub's thread applies entries; any thread reads.
public final class State {

    private final Accounts accounts = new Accounts();
    private final Channels channels = new Channels();
    private final ConcurrentMap<PersonId, Person> people = new ConcurrentHashMap<>();
    private volatile long position;

    public Accounts accounts() {
        return accounts;
    }

    public Channels channels() {
        return channels;
    }

    /// The owner of an account that exists.
    public Optional<Person> person(PersonId account) {
        return Optional.ofNullable(people.get(account));
    }

    /// The owners of all accounts; a view that changes with the state.
    public Collection<Person> people() {
        return Collections.unmodifiableCollection(people.values());
    }

    /// The position of the last entry that this state follows from.
    public long position() {
        return position;
    }

    /// Changes the state as an entry says. Replaying the journal calls this too, so it may depend
    /// on the entry and the state alone.
    void apply(Entry entry) {
        position = entry.position();
        accounts.apply(entry);
        switch (entry.event()) {
            case Registered(var author) ->
                    people.put(author.account(), new Person(author.account()));
            case AccountRemoved(var author) -> remove(author);
            case AccountsCleared _ -> clear();
            case Joined(var channel, var by) -> {
                channels.make(channel).add(by.account());
                require(by).joined(channel);
            }
            case Parted(var channel, var by) -> {
                require(by).parted(channel);
                forget(channels.make(channel), by.account());
            }
            case TopicSet(var name, var by, var text) -> {
                var channel = channels.make(name);
                channel.setTopic(
                        text.map(words -> new Topic(words, by, entry.time())).orElse(null));
                channels.removeIfForgotten(channel);
            }
            case Arrived(var by) -> require(by).arrived(entry.position());
            case Left(var by, var seen, _) -> require(by).left(seen, entry.time());
            case CredentialSet _, LanguageChosen _, Said _, Told _, Announced _ -> {}
        }
    }

    private void remove(Author author) {
        var person = require(author);
        person.channels().forEach(name -> forget(channels.make(name), author.account()));
        people.remove(author.account());
    }

    private void clear() {
        for (var channel : channels.all()) {
            channel.members().forEach(member -> forget(channel, member));
        }
        people.clear();
    }

    private void forget(Channel channel, PersonId member) {
        channel.remove(member);
        channels.removeIfForgotten(channel);
    }

    private Person require(Author author) {
        var person = people.get(author.account());
        if (person == null) {
            throw new IllegalStateException("no such account: " + author);
        }
        return person;
    }
}
