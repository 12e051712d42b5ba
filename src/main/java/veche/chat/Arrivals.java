package veche.chat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import veche.account.Account;
import veche.chat.Command.End;
import veche.chat.Command.Enter;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Event.Arrived;
import veche.event.Event.Expelled;
import veche.event.Event.Joined;
import veche.event.Event.Left;
import veche.event.Event.LoggedIn;
import veche.event.Event.ModeChanged;
import veche.event.Event.PersonFlagged;
import veche.event.Event.Renamed;
import veche.event.ModeChange;
import veche.event.PersonFlag;
import veche.event.Refusal.AccountChanged;
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
    private final Describing describing;
    private final Hindsight aWhileAgo = new Hindsight(UNNOTICED);

    Arrivals(
            Supplier<Rules> rules,
            State state,
            Ledger ledger,
            Audiences audiences,
            Requirements requirements,
            Memberships memberships,
            Presence presence,
            Describing describing) {
        this.rules = rules;
        this.state = state;
        this.ledger = ledger;
        this.audiences = audiences;
        this.requirements = requirements;
        this.memberships = memberships;
        this.deviceNotes = new DeviceNotes(state, ledger);
        this.presence = presence;
        this.describing = describing;
    }

    /// Takes note of the time that has come.
    void note() {
        aWhileAgo.note(ledger.time(), ledger.position());
    }

    /// A guest comes in.
    void enter(Session by, Enter command) throws Refused {
        requireNobody(by);
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
        var account = requireProven(login.account(), login.proven());
        return Optional.of(new Author.Login(account.id(), account.name()));
    }

    Account requireProven(PersonId id, Credential proven) throws Refused {
        return state.accounts()
                .find(id)
                .filter(known -> known.credential().equals(proven))
                .orElseThrow(() -> new Refused(new AccountChanged()));
    }

    void requireNobody(Session by) throws Refused {
        Requirements.that(by.person().isEmpty(), new AlreadyLoggedIn());
    }

    /// Whoever asks is a guest who is not logged in, or nobody yet.
    void requireLoggedOut(Session by) throws Refused {
        var login = by.person().flatMap(person -> person.author().login());
        Requirements.that(login.isEmpty(), new AlreadyLoggedIn());
    }

    boolean isLoggedIn(Session by, PersonId account) {
        var login = by.person().flatMap(person -> person.author().login());
        return login.filter(it -> it.account().equals(account)).isPresent();
    }

    /// Whoever asks can be somebody else from now on: nobody yet, or a guest none of whose other
    /// sessions would have to come along.
    void requireMovable(Session by) throws Refused {
        var person = by.person();
        var isMovable =
                person.isEmpty()
                        || (!person.get().author().isOwner() && person.get().sessionCount() == 1);
        Requirements.that(isMovable, new AlreadyLoggedIn());
    }

    /// A guest is not logged in any more.
    void logOut(Person guest) throws Refused {
        var before = guest.author();
        Requirements.that(!before.isOwner(), new NameFixed(before.name(), before.name()));
        var after = new Author(before.person(), before.name(), Optional.empty(), before.address());
        ledger.record(new LoggedIn(before, after), audiences.neighbours(guest));
    }

    /// Guests who are logged in to certain accounts are so no more.
    void logOutGuests(Predicate<PersonId> accounts) throws Refused {
        for (var person : List.copyOf(state.people())) {
            var login = person.author().login();
            if (!person.author().isOwner()
                    && login.filter(it -> accounts.test(it.account())).isPresent()) {
                logOut(person);
            }
        }
    }

    /// Somebody has proved that an account is theirs.
    void logIn(Session by, Account account) {
        var guest = by.person();
        if (guest.isEmpty()) {
            arrive(by, state.person(account.id()).orElseThrow());
        } else if (rules.get().ownName() || guest.get().name().equals(account.name())) {
            becomeOwner(by, guest.get(), state.person(account.id()).orElseThrow());
        } else {
            var before = guest.get().author();
            var login = Optional.of(new Author.Login(account.id(), account.name()));
            var after = new Author(before.person(), before.name(), login, before.address());
            ledger.record(new LoggedIn(before, after), audiences.observers(guest.get()));
        }
    }

    private void becomeOwner(Session by, Person guest, Person owner) {
        var isRenamed = !guest.name().equals(owner.name());
        if (isRenamed) {
            presence.disappear(guest);
        }
        if (owner.isHere() || !owner.channels().isEmpty()) {
            joinOwner(by, guest, owner);
        } else {
            turnIntoOwner(by, guest, owner, isRenamed);
        }
    }

    /// Others know both already: they see the guest go, and the owner come where the guest was.
    private void joinOwner(Session by, Person guest, Person owner) {
        var before = guest.author();
        var channels = guest.channels();
        var others = Audiences.without(audiences.neighbours(guest), Set.of(by));
        leaveAll(by, guest);
        var words = Text.parse("Logged in as " + owner.name());
        ledger.record(new Left(before, 0, Reason.QUIT, words, false, channels), others);
        ledger.record(new LoggedIn(before, owner.author()), new Session[] {by});
        arrive(by, owner);
        channels.forEach(channel -> memberships.enter(owner, channel, Set.of(by)));
    }

    /// Others see the guest be called by the name of the account.
    private void turnIntoOwner(Session by, Person guest, Person owner, boolean isRenamed) {
        var before = guest.author();
        var channels = audiences.channels(guest);
        var after = owner.author();
        var arrival = deviceNotes.arrival(by, owner);
        // Those who watch for a name are not told by what name its bearer goes on.
        var others = isRenamed ? audiences.neighbours(guest) : audiences.observers(guest);
        ledger.record(new LoggedIn(before, after), others);
        ledger.record(new Arrived(after));
        owner.began(by);
        by.belongTo(owner, arrival);
        deviceNotes.came(by, owner, arrival);
        for (var channel : channels) {
            ledger.record(new Joined(channel.name(), after));
            for (var rank : channel.ranks(owner.id())) {
                var given = new ModeChange.Ranked(after, rank, true);
                ledger.record(new ModeChanged(channel.name(), after, given));
            }
        }
        presence.introduce(by, owner);
        describing.takeOver(guest.metadata(), owner);
        if (isRenamed) {
            presence.appear(owner);
        }
        presence.update(owner);
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
        owner.began(by);
        audiences.channels(owner).forEach(channel -> channel.enter(by));
        by.belongTo(owner, arrival);
        deviceNotes.came(by, owner, arrival);
        if (first) {
            presence.introduce(by, owner);
            presence.appear(owner);
        }
        presence.update(owner);
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

    private void leaveAll(Session session, Person person) {
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
