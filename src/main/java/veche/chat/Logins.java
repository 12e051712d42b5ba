package veche.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import veche.account.Account;
import veche.event.Author;
import veche.event.Event.Arrived;
import veche.event.Event.Joined;
import veche.event.Event.Left;
import veche.event.Event.LoggedIn;
import veche.event.Event.ModeChanged;
import veche.event.ModeChange;
import veche.event.Rank;
import veche.event.Refusal.AlreadyLoggedIn;
import veche.event.Refusal.NameFixed;
import veche.event.Refused;
import veche.event.Text;
import veche.name.ChannelName;
import veche.name.PersonId;
import veche.net.Reason;

/// How people turn into owners of accounts, and into guests again. Runs on the hub's thread.
final class Logins {

    private final Supplier<Rules> rules;
    private final State state;
    private final Ledger ledger;
    private final Audiences audiences;
    private final Memberships memberships;
    private final Presence presence;
    private final Describing describing;
    private final Arrivals arrivals;

    Logins(
            Supplier<Rules> rules,
            State state,
            Ledger ledger,
            Audiences audiences,
            Memberships memberships,
            Presence presence,
            Describing describing,
            Arrivals arrivals) {
        this.rules = rules;
        this.state = state;
        this.ledger = ledger;
        this.audiences = audiences;
        this.memberships = memberships;
        this.presence = presence;
        this.describing = describing;
        this.arrivals = arrivals;
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
            arrivals.arrive(by, state.person(account.id()).orElseThrow());
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

    /// Others know both already: they see the guest go, and the owner come where the guest was,
    /// with the guest's ranks.
    private void joinOwner(Session by, Person guest, Person owner) {
        var before = guest.author();
        var ranks = ranks(guest);
        var others = Audiences.without(audiences.neighbours(guest), Set.of(by));
        arrivals.leaveAll(by, guest);
        var words = Text.parse("Logged in as " + owner.name());
        ledger.record(new Left(before, 0, Reason.QUIT, words, false, guest.channels()), others);
        ranks.keySet().forEach(memberships::closeIfForgotten);
        ledger.record(new LoggedIn(before, owner.author()), new Session[] {by});
        arrivals.arrive(by, owner);
        ranks.forEach((channel, theirs) -> {
            memberships.enter(owner, channel, Set.of(by));
            memberships.promote(owner, channel, theirs);
        });
    }

    private Map<ChannelName, Set<Rank>> ranks(Person guest) {
        var ranks = new LinkedHashMap<ChannelName, Set<Rank>>();
        audiences
                .channels(guest)
                .forEach(channel -> ranks.put(channel.name(), channel.ranks(guest.id())));
        return ranks;
    }

    /// Others see the guest be called by the name of the account.
    private void turnIntoOwner(Session by, Person guest, Person owner, boolean isRenamed) {
        var before = guest.author();
        var channels = audiences.channels(guest);
        var after = owner.author();
        var arrival = arrivals.arrivalOf(by, owner);
        // Those who watch for a name are not told by what name its bearer goes on.
        var others = isRenamed ? audiences.neighbours(guest) : audiences.observers(guest);
        ledger.record(new LoggedIn(before, after), others);
        ledger.record(new Arrived(after));
        arrivals.begin(by, owner, arrival);
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

    /// All sessions of somebody whose account is to be no more are nobody's from now on.
    void end(Person owner) {
        List.copyOf(owner.sessions()).forEach(session -> arrivals.leave(session, owner, 0));
    }
}
