package veche.chat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import veche.chat.Command.End;
import veche.chat.Command.Enter;
import veche.event.Author;
import veche.event.Event.Arrived;
import veche.event.Event.Expelled;
import veche.event.Event.Left;
import veche.event.Event.PersonFlagged;
import veche.event.Event.Renamed;
import veche.event.PersonFlag;
import veche.event.Refusal.AlreadyLoggedIn;
import veche.event.Refusal.NameFixed;
import veche.event.Refused;
import veche.event.Text;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// How people come and go, and what they are called. Runs on the hub's thread.
final class Arrivals {

    /// How long it may take until a connection is known to be dead: Linux sends again what is not
    /// acknowledged for a quarter of an hour (`tcp_retries2` in `tcp(7)`).
    private static final Duration UNNOTICED = Duration.ofMinutes(16);

    private final Supplier<Rules> rules;
    private final State state;
    private final Ledger ledger;
    private final Audiences audiences;
    private final Requirements requirements;
    private final Memberships memberships;
    private final DeviceNotes deviceNotes;
    private final Presence presence;
    private final Hindsight aWhileAgo = new Hindsight(UNNOTICED);

    Arrivals(
            Supplier<Rules> rules,
            State state,
            Ledger ledger,
            Audiences audiences,
            Requirements requirements,
            Memberships memberships,
            Presence presence) {
        this.rules = rules;
        this.state = state;
        this.ledger = ledger;
        this.audiences = audiences;
        this.requirements = requirements;
        this.memberships = memberships;
        this.deviceNotes = new DeviceNotes(state, ledger);
        this.presence = presence;
    }

    /// Takes note of the time that has come.
    void note() {
        aWhileAgo.note(ledger.time(), ledger.position());
    }

    /// A guest comes in.
    void enter(Session by, Enter command) throws Refused {
        Requirements.that(by.person().isEmpty(), new AlreadyLoggedIn());
        var login = login(command);
        var guest = login.flatMap(it -> guest(command.name(), it));
        if (guest.isPresent()) {
            requirements.admitted(guest.get().author(), by, ledger.time());
            joinGuest(by, guest.get());
            return;
        }
        var id = new PersonId(ledger.position() + 1);
        var author = new Author(id, command.name(), login, command.address());
        requirements.free(command.name(), Optional.of(author));
        requirements.admitted(author, by, ledger.time());
        ledger.record(new Arrived(author));
        var person = state.person(id).orElseThrow();
        flag(person);
        person.began(by);
        by.belongTo(person, Arrival.ofNewcomer(ledger.position()));
        presence.introduce(by, person);
        presence.appear(person);
        presence.update(person);
    }

    /// Whoever has just come is like everybody who comes; their client says so in its welcome.
    private void flag(Person person) {
        for (var flag : PersonFlag.values()) {
            if (rules.get().beginnings().people().contains(flag)) {
                ledger.record(new PersonFlagged(person.author(), flag, true));
            }
        }
    }

    /// A guest who is logged in, and to that account.
    private Optional<Person> guest(Nickname name, Author.Login login) {
        return state.named(name)
                .filter(person -> !person.author().isOwner())
                .filter(person -> person.author().login().filter(login::equals).isPresent());
    }

    private void joinGuest(Session by, Person guest) {
        var seen = guest.surelySeen();
        guest.began(by);
        audiences.channels(guest).forEach(channel -> channel.enter(by));
        var position = ledger.position();
        by.belongTo(guest, new Arrival(false, false, seen, Optional.empty(), position));
        presence.update(guest);
    }

    private Optional<Author.Login> login(Enter command) throws Refused {
        if (command.login().isEmpty()) {
            return Optional.empty();
        }
        var login = command.login().get();
        var account = requirements.proven(login.account(), login.proven());
        return Optional.of(new Author.Login(account.id(), account.name()));
    }

    /// The first or another session of the owner of an account begins.
    void arrive(Session by, Person owner) {
        var arrival = deviceNotes.arrival(by, owner);
        var first = !owner.isHere();
        if (first) {
            var isUnnoticed = Presence.isNobodyAt(by);
            ledger.record(
                    new Arrived(owner.author()),
                    isUnnoticed ? Ledger.NOBODY : audiences.neighbours(owner));
            flag(owner);
        }
        audiences.channels(owner).forEach(channel -> channel.enter(by));
        begin(by, owner, arrival);
        if (first) {
            presence.introduce(by, owner);
            presence.appear(owner);
        }
        presence.update(owner);
    }

    /// A session is the owner's from now on.
    void begin(Session by, Person owner, Arrival arrival) {
        owner.began(by);
        by.belongTo(owner, arrival);
        deviceNotes.came(by, owner, arrival);
    }

    /// How the owner of an account comes by a session, before they have.
    Arrival arrivalOf(Session by, Person owner) {
        return deviceNotes.arrival(by, owner);
    }

    void end(Session by, End command) {
        state.watchers().watch(by, Set.of(), false);
        state.subscribers().subscribe(by, Set.of());
        if (by.person().isEmpty()) {
            return;
        }
        var person = by.person().get();
        var neighbours = audiences.neighbours(person);
        var seen = surelySeen(person, command.sent(), command.reason());
        var seenByAny = leave(by, person, seen);
        deviceNotes.left(by, person, seen);
        if (person.sessions().isEmpty()) {
            var others = Audiences.without(neighbours, Set.of(by));
            depart(person, seenByAny, command.reason(), command.words(), others);
        } else {
            presence.update(person);
        }
    }

    private void depart(
            Person person, long seen, Reason reason, Optional<Text> words, Session[] audience) {
        var stays = stays(person);
        var channels = stays ? List.<ChannelName>of() : person.channels();
        presence.disappear(person);
        ledger.record(new Left(person.author(), seen, reason, words, stays, channels), audience);
        channels.forEach(memberships::closeIfForgotten);
    }

    private boolean stays(Person person) {
        return person.author().isOwner()
                && state.preferences().stays(person.id(), rules.get().persistence());
    }

    /// What is sent is not always read: the kernel keeps much for a client that does not, and goes
    /// on trying for a while when a connection is dead.
    private long surelySeen(Person person, long sent, Reason reason) {
        return switch (reason) {
            case SLOW_CONSUMER -> 0;
            case LOST -> Math.min(sent, person.surelySeen(aWhileAgo.position()));
            default -> sent;
        };
    }

    /// Ends a session.
    ///
    /// @return the position of the last entry that any session of the person has surely seen
    long leave(Session session, Person person, long seen) {
        leaveAll(session, person);
        return person.ended(session, seen);
    }

    /// Ends some of somebody's sessions for an operator.
    ///
    /// @param why what their clients are told; empty if nothing
    void expel(Person person, List<Session> sessions, Reason reason, Optional<Text> why) {
        var neighbours = audiences.neighbours(person);
        ledger.record(new Expelled(reason, why), sessions.toArray(Session[]::new));
        var seen = 0L;
        for (var session : sessions) {
            var sent = session.recipient().sent();
            seen = leave(session, person, sent);
            deviceNotes.left(session, person, sent);
        }
        if (person.sessions().isEmpty()) {
            var words = reason == Reason.KICKED ? why : Optional.<Text>empty();
            var others = Audiences.without(neighbours, Set.copyOf(sessions));
            depart(person, seen, reason, words, others);
        } else {
            presence.update(person);
        }
    }

    /// A session is nobody's from now on.
    void leaveAll(Session session, Person person) {
        session.belongToNobody();
        audiences.channels(person).forEach(channel -> channel.leave(session));
    }

    void rename(Person by, Nickname next) throws Refused {
        var login = by.author().login();
        if (by.name().text().equals(next.text())) {
            return;
        }
        if (rules.get().ownName() && login.isPresent()) {
            throw new Refused(new NameFixed(next, login.get().name()));
        }
        if (state.named(next).filter(other -> other == by).isEmpty()) {
            requirements.free(next, Optional.of(by.author()));
        }
        var isOtherName = !by.name().equals(next);
        if (isOtherName) {
            presence.disappear(by);
        }
        ledger.record(new Renamed(by.author(), next, by.channels()), audiences.neighbours(by));
        if (isOtherName) {
            presence.appear(by);
        }
    }

    /// Notes that those who were here when the server went down without a word are away.
    void recover(long seen) {
        deviceNotes.recover(seen);
        for (var person : owners()) {
            if (person.isHere() && person.sessions().isEmpty()) {
                var surelySeen = person.surelySeen(seen);
                depart(person, surelySeen, Reason.CRASH, Optional.empty(), Ledger.NOBODY);
            }
        }
        memberships.closeForgotten();
    }

    private List<Person> owners() {
        return state.people().stream()
                .filter(person -> person.author().isOwner())
                .sorted(Comparator.comparing(Person::id))
                .toList();
    }
}
