package veche.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.account.Snapshot;
import veche.chat.Command.AddAccount;
import veche.chat.Command.Announce;
import veche.chat.Command.AskForName;
import veche.chat.Command.ChangePassword;
import veche.chat.Command.ChooseLanguage;
import veche.chat.Command.ClearAccounts;
import veche.chat.Command.Early;
import veche.chat.Command.End;
import veche.chat.Command.Join;
import veche.chat.Command.LogIn;
import veche.chat.Command.Operating;
import veche.chat.Command.Part;
import veche.chat.Command.Recover;
import veche.chat.Command.Register;
import veche.chat.Command.RemoveAccount;
import veche.chat.Command.ResetPassword;
import veche.chat.Command.RestoreAccounts;
import veche.chat.Command.Say;
import veche.chat.Command.SetTopic;
import veche.chat.Command.Social;
import veche.chat.Command.Tell;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
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
import veche.event.Refusal;
import veche.event.Refusal.AccountChanged;
import veche.event.Refusal.AccountsChanged;
import veche.event.Refusal.LoggedIn;
import veche.event.Refusal.LooksLike;
import veche.event.Refusal.NameTaken;
import veche.event.Refusal.NoSuchAccount;
import veche.event.Refusal.NotLoggedIn;
import veche.event.Refusal.NotMember;
import veche.event.Refusal.RegistrationClosed;
import veche.event.Refused;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// The rules of the chat: commands in, events out. It has no thread, no clock and no chance of its
/// own, so the same requests in the same order give the same entries; the hub's thread runs it.
///
/// Each command has three beats. First it is decided; if it may not be, it is refused and nothing
/// has changed. Then what happens is recorded, which applies it to the state. Last it is noted who
/// is to be told once it is stored.
final class Assembly {

    private static final Session[] NOBODY = {};

    /// How long it may take until a connection is known to be dead: Linux sends again what is not
    /// acknowledged for a quarter of an hour (`tcp_retries2` in `tcp(7)`).
    private static final Duration UNNOTICED = Duration.ofMinutes(16);

    private final Rules rules;
    private final State state;
    private final Hindsight aWhileAgo = new Hindsight(UNNOTICED);
    private long position;
    private Instant time = Instant.EPOCH;
    private List<Outcome.Telling> tellings = new ArrayList<>();

    Assembly(Rules rules, State state) {
        this.rules = rules;
        this.state = state;
    }

    /// Takes an entry from the journal as having happened.
    void replay(Entry entry) {
        state.apply(entry);
        continueAfter(entry.position(), entry.time());
    }

    /// Positions go on after this one, and times not before this one.
    void continueAfter(long last, Instant lastTime) {
        position = Math.max(position, last);
        time = lastTime.isAfter(time) ? lastTime : time;
    }

    /// Decides a request, and changes the state accordingly.
    Outcome decide(Request request) {
        tellings = new ArrayList<>(1);
        time = request.time().isAfter(time) ? request.time() : time;
        aWhileAgo.note(time, position);
        try {
            run(request.by(), request.command());
            return new Outcome(request, tellings, Optional.empty(), position);
        } catch (Refused refused) {
            return new Outcome(request, List.of(), Optional.of(refused.refusal()), position);
        }
    }

    private void run(@Nullable Session by, Command command) throws Refused {
        switch (command) {
            case Operating operating -> operate(operating);
            case Early early -> {
                if (by != null) {
                    attend(by, early);
                }
            }
            case Social social -> converse(requireAccount(by), social);
        }
    }

    private void attend(Session by, Early command) throws Refused {
        switch (command) {
            case AskForName(var name) -> requireRegistrable(name);
            case Register(var name, var credential) -> register(by, name, credential);
            case LogIn(var account, var proven) -> logIn(by, account, proven);
            case End(var sent, var reason) -> end(by, sent, reason);
        }
    }

    private void converse(Account by, Social command) throws Refused {
        switch (command) {
            case Join(var channel) -> join(by, channel);
            case Part(var channel) -> part(by, channel);
            case Say(var channel, var manner, var text) -> {
                var place = requireMember(by, channel);
                tell(record(new Said(place.name(), by.author(), manner, text)), place.audience());
            }
            case Tell(var to, var manner, var text) -> {
                var other = requireAccount(to);
                var told = record(new Told(by.author(), other.author(), manner, text));
                tell(told, sessionsOf(List.of(by.id(), other.id())));
            }
            case SetTopic(var channel, var topic) -> {
                var place = requireMember(by, channel);
                tell(record(new TopicSet(place.name(), by.author(), topic)), place.audience());
            }
            case ChangePassword(var proven, var next) -> {
                require(by.credential().equals(proven), new AccountChanged());
                tell(record(new CredentialSet(by.id(), next)), NOBODY);
            }
            case ChooseLanguage(var language) ->
                    tell(
                            record(new LanguageChosen(by.id(), language)),
                            sessionsOf(List.of(by.id())));
        }
    }

    private void operate(Operating command) throws Refused {
        switch (command) {
            case Announce(var text) -> tell(record(new Announced(text)), everyone());
            case AddAccount(var name, var credential) -> addAccount(name, credential);
            case RemoveAccount(var name) -> removeAccount(name);
            case ResetPassword(var name, var credential) ->
                    tell(record(new CredentialSet(requireAccount(name).id(), credential)), NOBODY);
            case ClearAccounts(var version) -> clearAccounts(version);
            case RestoreAccounts(var accounts) -> accounts.forEach(this::restore);
            case Recover(var seen) -> recover(seen);
        }
    }

    private void register(Session by, Nickname name, Credential credential) throws Refused {
        requireLoggedOut(by);
        requireRegistrable(name);
        var author = addAccount(name, credential);
        arrive(by, author, state.person(author.account()).orElseThrow());
    }

    private Author addAccount(Nickname name, Credential credential) throws Refused {
        requireFree(name);
        var author = new Author(new PersonId(position + 1), name);
        tell(record(new Registered(author)), NOBODY);
        tell(record(new CredentialSet(author.account(), credential)), NOBODY);
        tell(record(new Joined(rules.first(), author)), NOBODY);
        return author;
    }

    private void logIn(Session by, PersonId id, Credential proven) throws Refused {
        requireLoggedOut(by);
        var account =
                state.accounts()
                        .find(id)
                        .filter(known -> known.credential().equals(proven))
                        .orElseThrow(() -> new Refused(new AccountChanged()));
        arrive(by, account.author(), state.person(id).orElseThrow());
    }

    private void arrive(Session by, Author author, Person person) {
        var newcomer = !person.isHere() && person.lastHere().isEmpty();
        var seen = person.surelySeen();
        var lastHere = person.isHere() ? Optional.<Instant>empty() : person.lastHere();
        if (!person.isHere()) {
            tell(record(new Arrived(author)), neighbours(person));
        }
        person.sessions().add(by);
        channelsOf(person).forEach(channel -> channel.enter(by));
        by.loggedIn(author.account(), new Arrival(newcomer, seen, lastHere));
    }

    private void end(Session by, long sent, Reason reason) {
        var id = by.accountId();
        if (id == null) {
            return;
        }
        var account = state.accounts().find(id).orElseThrow();
        var person = state.person(id).orElseThrow();
        var seenByAny = leave(by, person, surelySeen(person, sent, reason));
        if (person.sessions().isEmpty()) {
            tell(record(new Left(account.author(), seenByAny, reason)), neighbours(person));
        }
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

    /// @return the position of the last entry that any session of the person has surely seen
    private long leave(Session session, Person person, long seen) {
        session.loggedOut();
        channelsOf(person).forEach(channel -> channel.leave(session));
        return person.ended(session, seen);
    }

    private void join(Account by, ChannelName name) {
        var known = state.channels().find(name);
        if (known.isPresent() && known.get().isMember(by.id())) {
            return;
        }
        var joined = record(new Joined(known.map(Channel::name).orElse(name), by.author()));
        var channel = state.channels().find(name).orElseThrow();
        state.person(by.id()).orElseThrow().sessions().forEach(channel::enter);
        tell(joined, channel.audience());
    }

    private void part(Account by, ChannelName name) throws Refused {
        var channel = requireMember(by, name);
        var audience = channel.audience();
        tell(record(new Parted(channel.name(), by.author())), audience);
        state.person(by.id()).orElseThrow().sessions().forEach(channel::leave);
    }

    private void removeAccount(Nickname name) throws Refused {
        var account = requireAccount(name);
        var person = state.person(account.id()).orElseThrow();
        var audience = union(neighbours(person), sessionsOf(List.of(account.id())));
        List.copyOf(person.sessions()).forEach(session -> leave(session, person, 0));
        tell(record(new AccountRemoved(account.author())), audience);
    }

    private void clearAccounts(long version) throws Refused {
        var accounts = state.accounts();
        require(accounts.version() == version, new AccountsChanged());
        var audience = everyone();
        for (var person : state.people()) {
            List.copyOf(person.sessions()).forEach(session -> leave(session, person, 0));
        }
        tell(record(new AccountsCleared(accounts.size())), audience);
    }

    private void restore(Snapshot.Saved saved) {
        var account = saved.account();
        if (whyNotFree(account.name()) != null || state.accounts().find(account.id()).isPresent()) {
            return;
        }
        // A snapshot of another journal may be ahead of ours: no later account may get this id.
        position = Math.max(position, account.id().value());
        var author = account.author();
        tell(record(new Registered(author)), NOBODY);
        tell(record(new CredentialSet(account.id(), account.credential())), NOBODY);
        account.language()
                .ifPresent(language ->
                        tell(record(new LanguageChosen(account.id(), language)), NOBODY));
        saved.channels().forEach(channel -> tell(record(new Joined(channel, author)), NOBODY));
        if (saved.seen() > 0) {
            var seen = Math.min(saved.seen(), position);
            tell(record(new Left(author, seen, Reason.ACCOUNT_REMOVED)), NOBODY);
        }
    }

    private void recover(long seen) {
        var byId = Comparator.comparing(Person::account);
        for (var person : state.people().stream().sorted(byId).toList()) {
            if (person.isHere() && person.sessions().isEmpty()) {
                var account = state.accounts().find(person.account()).orElseThrow();
                var surelySeen = person.surelySeen(seen);
                tell(record(new Left(account.author(), surelySeen, Reason.CRASH)), NOBODY);
            }
        }
    }

    private Entry record(Event event) {
        var entry = new Entry(++position, time, event);
        state.apply(entry);
        return entry;
    }

    private void tell(Entry entry, Session[] audience) {
        tellings.add(new Outcome.Telling(entry, audience));
    }

    private void requireLoggedOut(Session by) throws Refused {
        require(by.accountId() == null, new LoggedIn());
    }

    private Account requireAccount(@Nullable Session by) throws Refused {
        return Optional.ofNullable(by)
                .map(Session::accountId)
                .flatMap(state.accounts()::find)
                .orElseThrow(() -> new Refused(new NotLoggedIn()));
    }

    private Account requireAccount(Nickname name) throws Refused {
        return state.accounts().named(name).orElseThrow(() -> new Refused(new NoSuchAccount(name)));
    }

    private Channel requireMember(Account account, ChannelName name) throws Refused {
        return state.channels()
                .find(name)
                .filter(channel -> channel.isMember(account.id()))
                .orElseThrow(() -> new Refused(new NotMember(name)));
    }

    private void requireRegistrable(Nickname name) throws Refused {
        require(rules.openRegistration(), new RegistrationClosed());
        requireFree(name);
    }

    private void requireFree(Nickname name) throws Refused {
        var why = whyNotFree(name);
        if (why != null) {
            throw new Refused(why);
        }
    }

    private @Nullable Refusal whyNotFree(Nickname name) {
        if (state.accounts().named(name).isPresent()) {
            return new NameTaken(name);
        }
        return state.accounts()
                .lookAlikeOf(name)
                .map(taken -> new LooksLike(name, taken.name()))
                .orElse(null);
    }

    private static void require(boolean may, Refusal otherwise) throws Refused {
        if (!may) {
            throw new Refused(otherwise);
        }
    }

    private List<Channel> channelsOf(Person person) {
        return person.channels().stream()
                .map(name -> state.channels().find(name).orElseThrow())
                .toList();
    }

    /// Everyone who shares a channel with somebody, each of them once.
    private Session[] neighbours(Person person) {
        var audiences = channelsOf(person).stream().map(Channel::audience).toList();
        return audiences.size() == 1
                ? audiences.getFirst()
                : union(audiences.toArray(Session[][]::new));
    }

    private Session[] sessionsOf(Collection<PersonId> accounts) {
        return accounts.stream()
                .distinct()
                .flatMap(account -> state.person(account).orElseThrow().sessions().stream())
                .toArray(Session[]::new);
    }

    private Session[] everyone() {
        return state.people().stream()
                .flatMap(person -> person.sessions().stream())
                .toArray(Session[]::new);
    }

    private static Session[] union(Session[]... audiences) {
        var all = new LinkedHashSet<Session>();
        for (var audience : audiences) {
            all.addAll(List.of(audience));
        }
        return all.toArray(Session[]::new);
    }
}
