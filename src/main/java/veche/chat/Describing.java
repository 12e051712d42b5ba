package veche.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import veche.chat.Command.About;
import veche.chat.Command.ClearMetadata;
import veche.chat.Command.SetMetadata;
import veche.event.Event.MetadataSet;
import veche.event.MetadataKey;
import veche.event.Rank;
import veche.event.Refusal.MetadataForbidden;
import veche.event.Refusal.MetadataFull;
import veche.event.Refusal.MetadataNotSet;
import veche.event.Refusal.MetadataTooOften;
import veche.event.Refused;
import veche.event.Subject;
import veche.net.Rate;

/// What is said of people and channels for programs, who may say it, and who is told
/// (https://ircv3.net/specs/extensions/metadata). Runs on the hub's thread.
final class Describing {

    private final Supplier<Rules> rules;
    private final State state;
    private final Ledger ledger;
    private final Audiences audiences;
    private final Requirements requirements;

    /// Until when it counts that somebody has said something, as [Rate] has it.
    private final Map<Person, Long> busy = new WeakHashMap<>();

    Describing(
            Supplier<Rules> rules,
            State state,
            Ledger ledger,
            Audiences audiences,
            Requirements requirements) {
        this.rules = rules;
        this.state = state;
        this.ledger = ledger;
        this.audiences = audiences;
        this.requirements = requirements;
    }

    void set(Person by, SetMetadata command) throws Refused {
        var key = command.key();
        var subject = subject(command.about());
        Requirements.that(
                command.mayAlways() || mayDescribe(by, subject),
                new MetadataForbidden(subject.name(), Optional.of(key)));
        var known = metadata(subject);
        if (command.value().isEmpty()) {
            Requirements.that(known.of(key).isPresent(), new MetadataNotSet(subject.name(), key));
        }
        if (!known.of(key).equals(command.value())) {
            Requirements.that(
                    command.value().isEmpty() || hasRoom(known, key),
                    new MetadataFull(subject.name()));
            requireTime(by, subject, key);
            say(by, subject, key, command.value());
        }
    }

    /// Takes all back. It does not count as often as it is said: nothing can be taken back that was
    /// not said before.
    void clear(Person by, ClearMetadata command) throws Refused {
        var subject = subject(command.about());
        Requirements.that(
                command.mayAlways() || mayDescribe(by, subject),
                new MetadataForbidden(subject.name(), Optional.empty()));
        for (var key : List.copyOf(metadata(subject).all().keySet())) {
            say(by, subject, key, Optional.empty());
        }
    }

    void bring(Person by, Map<MetadataKey, String> all) {
        all.forEach((key, value) -> {
            var known = by.metadata().of(key);
            if (!known.equals(Optional.of(value)) && hasRoom(by.metadata(), key)) {
                say(by, new Subject.Somebody(by.author()), key, Optional.of(value));
            }
        });
    }

    /// What was said of a guest is said of the account's owner that they turn into, unless
    /// something else is.
    void takeOver(Metadata ofGuest, Person owner) {
        ofGuest.all()
                .forEach((key, value) -> {
                    if (owner.metadata().of(key).isEmpty() && hasRoom(owner.metadata(), key)) {
                        say(owner, new Subject.Somebody(owner.author()), key, Optional.of(value));
                    }
                });
    }

    private Subject subject(About about) throws Refused {
        return switch (about) {
            case About.Place(var name) -> new Subject.Place(requirements.channel(name).name());
            case About.Somebody(var name) ->
                    new Subject.Somebody(requirements.somebody(name).author());
        };
    }

    /// Of oneself, and of channels in which one keeps order or that one owns.
    private boolean mayDescribe(Person by, Subject subject) {
        return switch (subject) {
            case Subject.Place(var name) -> {
                var channel = state.channels().find(name).orElseThrow();
                yield channel.isAtLeast(by.id(), Rank.OPERATOR)
                        || channel.due(by.author()).filter(Rank.FOUNDER::equals).isPresent();
            }
            case Subject.Somebody(var who) -> who.person().equals(by.id());
        };
    }

    private Metadata metadata(Subject subject) {
        return switch (subject) {
            case Subject.Place(var name) -> state.channels().find(name).orElseThrow().metadata();
            case Subject.Somebody(var who) -> state.person(who.person()).orElseThrow().metadata();
        };
    }

    private boolean hasRoom(Metadata metadata, MetadataKey key) {
        return metadata.of(key).isPresent()
                || metadata.all().size() < rules.get().most().metadata();
    }

    private void requireTime(Person by, Subject subject, MetadataKey key) throws Refused {
        var rate = rules.get().most().changes();
        var until = busy.getOrDefault(by, Rate.UNUSED);
        var wait = rate.wait(until, 1, ledger.time());
        Requirements.that(wait.isZero(), new MetadataTooOften(subject.name(), key, wait));
        busy.put(by, rate.afterUse(until, 1, ledger.time()));
    }

    private void say(Person by, Subject subject, MetadataKey key, Optional<String> value) {
        ledger.record(new MetadataSet(subject, by.author(), key, value), audience(subject, key));
    }

    /// Of those who see what becomes of a person or a channel, the ones who want to know this.
    private Session[] audience(Subject subject, MetadataKey key) {
        var subscribers = state.subscribers().to(key);
        return subscribers.isEmpty() ? Ledger.NOBODY : among(subscribers, witnesses(subject));
    }

    private static Session[] among(Set<Session> some, Session[] all) {
        return Arrays.stream(all).filter(some::contains).toArray(Session[]::new);
    }

    private Session[] witnesses(Subject subject) {
        return switch (subject) {
            case Subject.Place(var name) -> state.channels().find(name).orElseThrow().audience();
            case Subject.Somebody(var who) -> {
                var person = state.person(who.person()).orElseThrow();
                yield Audiences.union(
                        audiences.neighbours(person), state.watchers().of(person.name()));
            }
        };
    }
}
