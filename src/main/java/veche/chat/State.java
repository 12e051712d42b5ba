package veche.chat;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import veche.account.Account;
import veche.account.Accounts;
import veche.account.Tokens;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Event.Accepted;
import veche.event.Event.AccessSet;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.Arrived;
import veche.event.Event.AwaySet;
import veche.event.Event.ChannelClosed;
import veche.event.Event.ChannelMade;
import veche.event.Event.ChannelRegistered;
import veche.event.Event.ChannelReleased;
import veche.event.Event.ChannelRenamed;
import veche.event.Event.Invited;
import veche.event.Event.Joined;
import veche.event.Event.Kicked;
import veche.event.Event.Left;
import veche.event.Event.LoggedIn;
import veche.event.Event.MetadataSet;
import veche.event.Event.ModeChanged;
import veche.event.Event.Parted;
import veche.event.Event.PersonFlagged;
import veche.event.Event.RealnameSet;
import veche.event.Event.Registered;
import veche.event.Event.Renamed;
import veche.event.Event.TopicSet;
import veche.event.PersonFlag;
import veche.event.Subject;
import veche.event.Tags;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// Who there is, and who is where: what follows from all entries so far, and from nothing else.
/// Only the hub's thread applies entries; any thread reads.
public final class State {

    private final Accounts accounts = new Accounts();
    private final Channels channels = new Channels();
    private final ConcurrentMap<PersonId, Person> people = new ConcurrentHashMap<>();

    private final Callings callings = new Callings();

    private final Preferences preferences = new Preferences();
    private final Fingerprints fingerprints = new Fingerprints();
    private final Tokens tokens = new Tokens();
    private final Bans bans = new Bans();
    private final Purges purges = new Purges();
    private final SentBefore sentBefore = new SentBefore();
    private final Devices devices = new Devices();

    private final FormerNames formerNames = new FormerNames();
    private final Watchers watchers = new Watchers();
    private final Subscribers subscribers = new Subscribers();
    private final Census census = new Census();

    private volatile long position;

    public Accounts accounts() {
        return accounts;
    }

    public Channels channels() {
        return channels;
    }

    /// What owners of accounts have chosen.
    public Preferences preferences() {
        return preferences;
    }

    /// By which certificates people can log in.
    public Fingerprints fingerprints() {
        return fingerprints;
    }

    /// By which tokens people can log in.
    public Tokens tokens() {
        return tokens;
    }

    /// Who may not be here.
    public Bans bans() {
        return bans;
    }

    /// Which names no channel may have.
    public Purges purges() {
        return purges;
    }

    /// The owner of an account that exists, or a guest who is here.
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    /// Whoever is called so now, or owns the account of that name, here or away.
    public Optional<Person> named(Nickname name) {
        return callings.find(name)
                .or(() -> accounts.named(name).flatMap(account -> person(account.id())));
    }

    /// Those whose names could be taken for this one by their looks, though they are not the same:
    /// owners of accounts, and whoever else is here. Of the hub's thread; looks at nobody else.
    Stream<Author> lookAlikes(Nickname name) {
        return Stream.concat(
                accounts.lookAlikes(name).stream().map(Account::author),
                callings.lookAlikes(name).map(Person::author));
    }

    /// The owners of all accounts, and all guests; a view that changes with the state.
    public Collection<Person> people() {
        return Collections.unmodifiableCollection(people.values());
    }

    /// The [readable][#isReadable] channels in which somebody is.
    public List<ChannelName> readable(Person person, long stored) {
        return person.channels().stream().filter(name -> isReadable(name, stored)).toList();
    }

    /// Whether the members of a channel can be told of its past: not before it is stored that there
    /// is this channel, since until then the journal may have another one of that name, of whose
    /// past they may not be told.
    ///
    /// @param stored the position of the last entry that is stored
    public boolean isReadable(ChannelName channel, long stored) {
        return channels.find(channel).filter(it -> it.begun() <= stored).isPresent();
    }

    /// Who is a member of a channel.
    public Roster roster(Channel channel) {
        return channel.roster(this::person);
    }

    /// How many people are here.
    public Census census() {
        return census;
    }

    /// The channels into which somebody was invited and has not come.
    public List<Channel> invitations(Person person) {
        return channels.all().stream().filter(channel -> channel.isInvited(person.id())).toList();
    }

    /// Who was called how, and is not any more.
    public FormerNames formerNames() {
        return formerNames;
    }

    /// The position of the last entry that this state follows from.
    public long position() {
        return position;
    }

    /// Which messages were sent under ids of their senders.
    SentBefore sentBefore() {
        return sentBefore;
    }

    /// How far the devices of people have come.
    Devices devices() {
        return devices;
    }

    /// Who wants to be told when somebody comes and goes. Of the hub's thread.
    Watchers watchers() {
        return watchers;
    }

    /// Who wants to be told what is said for programs. Of the hub's thread.
    Subscribers subscribers() {
        return subscribers;
    }

    /// Changes the state as an entry says. Replaying the journal calls this too, so it may depend
    /// on the entry and the state alone.
    void apply(Entry entry) {
        position = entry.position();
        accounts.apply(entry);
        preferences.apply(entry);
        fingerprints.apply(entry);
        tokens.apply(entry);
        devices.apply(entry);
        bans.apply(entry);
        purges.apply(entry);
        switch (entry.event()) {
            case Registered(var author) -> people.put(author.person(), new Person(author));
            case AccountRemoved(var author) -> remove(author);
            case AccountsCleared _ -> clear();
            case ChannelMade(var channel, _) -> channels.make(channel, entry);
            case ChannelClosed(var channel, _) -> channels.remove(channel);
            case ChannelRenamed renamed -> rename(renamed, entry);
            case ChannelRegistered(var name, var founder) ->
                    channels.make(name, entry).found(founder);
            case ChannelReleased(var name) -> {
                var channel = channels.make(name, entry);
                channel.found(null);
                channels.removeIfForgotten(channel);
            }
            case AccessSet(var name, _, var whom, var rank) ->
                    channels.make(name, entry).access(whom.correspondent(), rank.orElse(null));
            case Joined(var channel, var by) -> {
                channels.make(channel, entry).add(by.person());
                require(by).joined(channel);
            }
            case Parted(var channel, var by, _) -> part(channel, require(by));
            case Kicked(var channel, _, var whom, _) -> part(channel, require(whom));
            case Invited(var channel, _, var whom) ->
                    channels.find(channel).ifPresent(it -> it.invite(whom.person()));
            case ModeChanged(var channel, var by, var change) ->
                    channels.make(channel, entry).change(change, by, entry.time());
            case TopicSet(var name, var by, var text) -> {
                var channel = channels.make(name, entry);
                channel.setTopic(
                        text.map(words -> new Topic(words, by, entry.time())).orElse(null));
                channels.removeIfForgotten(channel);
            }
            case Arrived(var by) -> arrive(by, entry);
            case Left left -> leave(left, entry);
            case Renamed(var by, var next, _) -> rename(require(by), by.called(next), entry);
            case LoggedIn(var by, var after) -> logIn(by, after, entry);
            case AwaySet(var by, var words) -> require(by).away(words.orElse(null));
            case RealnameSet(var by, var realname) -> require(by).realname(realname);
            case Accepted(var by, var whom, var accepted) ->
                    require(by).accept(whom.person(), accepted);
            case MetadataSet(var subject, _, var key, var value) ->
                    metadata(subject, entry).set(key, value);
            case PersonFlagged(var by, var flag, var set) -> flag(require(by), flag, set);
            case Event.Said said -> spoken(said.by(), said.tags(), entry);
            case Event.Told told -> spoken(told.by(), told.tags(), entry);
            case Event.SaidToRank said -> spoken(said.by(), said.tags(), entry);
            case Event.Reacted _, Event.Signalled _, Event.Redacted _, Event.Withdrawn _ -> {}
            case Event.CredentialSet _, Event.LanguageChosen _, Event.Preferred _ -> {}
            case Event.CertificateAdded _, Event.CertificateRemoved _ -> {}
            case Event.TokenMade _, Event.TokenUsed _, Event.TokenRevoked _ -> {}
            case Event.ReadMarked _, Event.DeviceSeen _, Event.Announced _, Event.Warned _ -> {}
            case Event.Appeared _, Event.Disappeared _ -> {}
            case Event.ChannelPurged _, Event.ChannelUnpurged _ -> {}
            case Event.BanSet _, Event.BanLifted _, Event.Expelled _, Event.Knocked _ -> {}
        }
    }

    private Metadata metadata(Subject subject, Entry entry) {
        return switch (subject) {
            case Subject.Place(var channel) -> channels.make(channel, entry).metadata();
            case Subject.Somebody(var who) -> require(who).metadata();
        };
    }

    private void rename(ChannelRenamed renamed, Entry entry) {
        var channel = channels.make(renamed.channel(), entry);
        channels.rename(channel, renamed.next());
        for (var member : channel.members()) {
            person(member).orElseThrow().renamed(renamed.channel(), renamed.next());
        }
    }

    private void spoken(Author by, Tags tags, Entry entry) {
        sentBefore.note(by, tags, entry);
        var person = people.get(by.person());
        if (person != null) {
            person.spoke(entry.time());
        }
    }

    private void arrive(Author by, Entry entry) {
        var person = people.computeIfAbsent(by.person(), _ -> new Person(by));
        call(person, by);
        census.remove(person);
        person.arrived(entry.position(), entry.time());
        census.add(person);
    }

    private void flag(Person person, PersonFlag flag, boolean set) {
        census.remove(person);
        person.flag(flag, set);
        census.add(person);
    }

    private void leave(Left left, Entry entry) {
        var person = require(left.by());
        noteFormer(person, entry);
        if (!left.stays()) {
            person.channels().forEach(channel -> part(channel, person));
        }
        if (left.by().isOwner()) {
            census.remove(person);
            person.left(left.seen(), entry.time());
            call(person, accounts.find(person.id()).orElseThrow().author());
        } else {
            forget(person);
        }
    }

    private void rename(Person person, Author next, Entry entry) {
        if (!person.name().equals(next.name())) {
            noteFormer(person, entry);
        }
        call(person, next);
    }

    private void noteFormer(Person person, Entry entry) {
        formerNames.note(new FormerNames.Former(person.author(), person.realname(), entry.time()));
    }

    private void call(Person person, Author next) {
        callings.remove(person);
        person.became(next);
        person.channels().forEach(name -> channels.find(name).ifPresent(Channel::changed));
        if (!next.isOwner() || !next.login().orElseThrow().name().equals(next.name())) {
            callings.add(person);
        }
    }

    private void logIn(Author by, Author after, Entry entry) {
        var guest = people.get(by.person());
        if (guest == null) {
            // They have left as a guest, to go on where the owner of the account is already.
            return;
        }
        if (guest.id().equals(after.person())) {
            rename(guest, after, entry);
            return;
        }
        if (!guest.name().equals(after.name())) {
            noteFormer(guest, entry);
        }
        var owner = require(after);
        guest.flags().forEach(flag -> flag(owner, flag, true));
        for (var name : guest.channels()) {
            channels.find(name).ifPresent(it -> it.replace(guest.id(), owner.id()));
            owner.joined(name);
        }
        owner.takeOver(guest);
        forget(guest);
    }

    private void forget(Person guest) {
        census.remove(guest);
        callings.remove(guest);
        people.remove(guest.id());
        sentBefore.forget(guest.id());
    }

    private void part(ChannelName name, Person person) {
        person.parted(name);
        channels.find(name).ifPresent(channel -> forget(channel, person.id()));
    }

    private void remove(Author author) {
        var person = require(author);
        person.channels().forEach(name -> part(name, person));
        forget(person);
    }

    private void clear() {
        for (var person : people.values()) {
            if (person.author().isOwner()) {
                remove(person.author());
            }
        }
    }

    private void forget(Channel channel, PersonId member) {
        channel.remove(member);
        channels.removeIfForgotten(channel);
    }

    private Person require(Author author) {
        var person = people.get(author.person());
        if (person == null) {
            throw new IllegalStateException("no such person: " + author);
        }
        return person;
    }
}
