package veche.chat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.account.Proof;
import veche.event.Author;
import veche.event.PersonFlag;
import veche.event.Rank;
import veche.event.Refusal;
import veche.event.Refusal.AccountChanged;
import veche.event.Refusal.Banned;
import veche.event.Refusal.LooksLike;
import veche.event.Refusal.NameTaken;
import veche.event.Refusal.NeedsRank;
import veche.event.Refusal.NoSuchAccount;
import veche.event.Refusal.NoSuchChannel;
import veche.event.Refusal.NoSuchPerson;
import veche.event.Refusal.NotLoggedIn;
import veche.event.Refusal.NotMember;
import veche.event.Refusal.NotOperator;
import veche.event.Refused;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// What has to be so before something may be done. Runs on the hub's thread; changes nothing.
final class Requirements {

    private final State state;

    /// Whether what is decided is asked for by somebody who may do everywhere what founders may.
    private boolean empowered;

    private @Nullable ChannelName overruled;

    Requirements(State state) {
        this.state = state;
    }

    /// From now on whoever asks may do in channels what founders may, or not.
    void empower(boolean may) {
        empowered = may;
        overruled = null;
    }

    /// Where that has made a difference; empty if nowhere.
    Optional<ChannelName> overruled() {
        return Optional.ofNullable(overruled);
    }

    /// Whether somebody may do in a channel what they otherwise may not.
    boolean overrules(ChannelName channel) {
        if (empowered) {
            overruled = channel;
        }
        return empowered;
    }

    static void that(boolean may, Refusal otherwise) throws Refused {
        if (!may) {
            throw new Refused(otherwise);
        }
    }

    /// Somebody who is here.
    Person person(@Nullable Session by) throws Refused {
        return Optional.ofNullable(by)
                .flatMap(Session::person)
                .orElseThrow(() -> new Refused(new NotLoggedIn()));
    }

    /// The account that somebody is logged in to.
    Account account(Person by) throws Refused {
        return by.author()
                .login()
                .flatMap(login -> state.accounts().find(login.account()))
                .orElseThrow(() -> new Refused(new NotLoggedIn()));
    }

    /// The owner of the account that somebody is logged in to.
    Person owner(Person by) throws Refused {
        return state.person(account(by).id()).orElseThrow();
    }

    /// The account that somebody has proved to be theirs, unless the proof holds no more.
    Account proven(PersonId id, Proof proven) throws Refused {
        return state.accounts()
                .find(id)
                .filter(known -> holds(proven, known))
                .orElseThrow(() -> new Refused(new AccountChanged()));
    }

    private boolean holds(Proof proof, Account account) {
        return switch (proof) {
            case Proof.ByCredential(var credential) -> account.credential().equals(credential);
            case Proof.ByToken(var id) ->
                    state.tokens()
                            .find(id)
                            .filter(token -> token.account().equals(account.id()))
                            .isPresent();
        };
    }

    Account account(Nickname name) throws Refused {
        return state.accounts().named(name).orElseThrow(() -> new Refused(new NoSuchAccount(name)));
    }

    /// Somebody who is here, or has an account and is away.
    Person somebody(Nickname name) throws Refused {
        return state.named(name).orElseThrow(() -> new Refused(new NoSuchPerson(name)));
    }

    Channel channel(ChannelName name) throws Refused {
        return state.channels().find(name).orElseThrow(() -> new Refused(new NoSuchChannel(name)));
    }

    /// A channel of which somebody is a member, or need not be.
    Channel membership(Person person, ChannelName name) throws Refused {
        return state.channels()
                .find(name)
                .filter(channel -> channel.isMember(person.id()) || overrules(name))
                .orElseThrow(() -> new Refused(new NotMember(name)));
    }

    /// Somebody who may be on this server.
    ///
    /// @param session by which they come, or are here
    void admitted(Author who, Session session, Instant now) throws Refused {
        var ban = state.bans().about(who, session.recipient().address(), now);
        if (ban.isPresent()) {
            throw new Refused(new Banned(ban.get().why()));
        }
    }

    static void operator(Person person) throws Refused {
        that(person.is(PersonFlag.OPERATOR), new NotOperator());
    }

    void rank(Channel channel, Person person, Rank least) throws Refused {
        that(isAtLeast(channel, person, least), new NeedsRank(channel.name(), least));
    }

    /// Whether somebody has at least a rank in a channel, or needs none.
    boolean isAtLeast(Channel channel, Person person, Rank least) {
        return channel.isAtLeast(person.id(), least) || overrules(channel.name());
    }

    /// A name that nobody has, nor anybody else one that looks like it.
    ///
    /// @param by who wants to be called so; empty if it is for somebody who is not here
    void free(Nickname name, Optional<Author> by) throws Refused {
        refuse(whyNotFree(name, by));
    }

    /// A name that a guest has, and of which nobody else has one that looks like it.
    void freeForGuest(Nickname name, Optional<Author> by) throws Refused {
        refuse(looksLike(name, by));
    }

    private static void refuse(Optional<Refusal> why) throws Refused {
        if (why.isPresent()) {
            throw new Refused(why.get());
        }
    }

    /// Why somebody cannot be called so who is not yet.
    ///
    /// @param by who wants to be; empty if it is for somebody who is not here
    Optional<Refusal> whyNotFree(Nickname name, Optional<Author> by) {
        var reserved = state.accounts().reservedLike(name);
        if (reserved.isPresent()) {
            var other = reserved.get();
            return Optional.of(
                    other.equals(name) ? new NameTaken(name) : new LooksLike(name, other));
        }
        if (state.named(name).isPresent()) {
            return Optional.of(new NameTaken(name));
        }
        return looksLike(name, by);
    }

    private Optional<Refusal> looksLike(Nickname name, Optional<Author> by) {
        return state.lookAlikes(name)
                .filter(taken -> by.filter(me -> isSame(me, taken)).isEmpty())
                .<Refusal>map(taken -> new LooksLike(name, taken.name()))
                .findFirst();
    }

    /// Whether two are one person, or belong to one account.
    private static boolean isSame(Author one, Author other) {
        return one.person().equals(other.person())
                || (one.login().isPresent() && one.login().equals(other.login()));
    }
}
