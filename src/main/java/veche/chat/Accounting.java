package veche.chat;

import java.util.Optional;
import java.util.function.Supplier;
import veche.account.Account;
import veche.account.Proof;
import veche.account.Snapshot;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.CertificateAdded;
import veche.event.Event.CertificateRemoved;
import veche.event.Event.CredentialSet;
import veche.event.Event.LanguageChosen;
import veche.event.Event.Left;
import veche.event.Event.Registered;
import veche.event.Refusal.AccountChanged;
import veche.event.Refusal.AccountsChanged;
import veche.event.Refusal.CertificateTaken;
import veche.event.Refusal.NoSuchCertificate;
import veche.event.Refusal.RegistrationClosed;
import veche.event.Refusal.TooManyCertificates;
import veche.event.Refused;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// Who has an account. Runs on the hub's thread.
final class Accounting {

    private final Supplier<Rules> rules;
    private final State state;
    private final Ledger ledger;
    private final Audiences audiences;
    private final Requirements requirements;
    private final Logins logins;
    private final Memberships memberships;
    private final Ownership ownership;
    private final TokenKeeping tokens;

    Accounting(
            Supplier<Rules> rules,
            State state,
            Ledger ledger,
            Audiences audiences,
            Requirements requirements,
            Logins logins,
            Memberships memberships,
            Ownership ownership,
            TokenKeeping tokens) {
        this.rules = rules;
        this.state = state;
        this.ledger = ledger;
        this.audiences = audiences;
        this.requirements = requirements;
        this.logins = logins;
        this.memberships = memberships;
        this.ownership = ownership;
        this.tokens = tokens;
    }

    /// @param by who wants to; empty if they have not come in yet
    /// @throws Refused unless they may register that name now
    void requireRegistrable(Nickname name, Optional<Author> by) throws Refused {
        Requirements.that(rules.get().openRegistration(), new RegistrationClosed());
        requirements.free(name, by);
    }

    /// Makes an account for whoever asks, a guest's under the name that they have, or another.
    void register(Session by, Nickname name, Credential credential) throws Refused {
        logins.requireLoggedOut(by);
        requirements.admitted(stranger(by, name), by, ledger.time());
        var isOwn = by.person().filter(guest -> guest.name().equals(name)).isPresent();
        if (isOwn) {
            Requirements.that(rules.get().openRegistration(), new RegistrationClosed());
            requirements.freeForGuest(name, by.person().map(Person::author));
        } else {
            requireRegistrable(name, by.person().map(Person::author));
        }
        logins.logIn(by, make(name, credential, by.person().isEmpty()));
    }

    /// Makes an account for somebody who has not come in yet.
    void makeForAnybody(Session by, Nickname name, Credential credential) throws Refused {
        requirements.admitted(stranger(by, name), by, ledger.time());
        requireRegistrable(name, Optional.empty());
        make(name, credential, false);
    }

    /// Whoever wants an account has none yet, and so no ban spares them.
    private static Author stranger(Session by, Nickname name) {
        var nobody = new PersonId(Long.MAX_VALUE);
        return by.person()
                .map(Person::author)
                .orElseGet(() -> new Author(nobody, name, Optional.empty(), Author.hidden(nobody)));
    }

    /// Makes an account for somebody who is not here.
    void add(Nickname name, Credential credential) throws Refused {
        requirements.free(name, Optional.empty());
        make(name, credential, true);
    }

    private Account make(Nickname name, Credential credential, boolean joins) {
        var author = new Author(new PersonId(ledger.position() + 1), name);
        ledger.record(new Registered(author));
        ledger.record(new CredentialSet(author.person(), credential));
        if (joins) {
            rules.get()
                    .first()
                    .ifPresent(channel ->
                            memberships.enter(
                                    state.person(author.person()).orElseThrow(), channel));
        }
        return state.accounts().find(author.person()).orElseThrow();
    }

    void logIn(Session by, PersonId id, Proof proven) throws Refused {
        var account = requirements.proven(id, proven);
        if (!logins.isLoggedIn(by, id)) {
            logins.requireMovable(by);
            requirements.admitted(account.author(), by, ledger.time());
            logins.logIn(by, account);
        }
        tokens.loggedIn(by, proven);
    }

    void addCertificate(Account by, String fingerprint) throws Refused {
        var all = state.fingerprints();
        var most = rules.get().most().certificates();
        Requirements.that(all.owner(fingerprint).isEmpty(), new CertificateTaken());
        Requirements.that(all.of(by.id()).size() < most, new TooManyCertificates(most));
        ledger.record(new CertificateAdded(by.id(), fingerprint));
    }

    void removeCertificate(Account by, String fingerprint) throws Refused {
        var mine = state.fingerprints().of(by.id());
        Requirements.that(mine.contains(fingerprint), new NoSuchCertificate());
        ledger.record(new CertificateRemoved(by.id(), fingerprint));
    }

    /// Whoever knows the old tokens is not to come in any more; whoever asks stays.
    void changePassword(Session by, Account account, Credential proven, Credential next)
            throws Refused {
        renewCredential(account, proven, next);
        tokens.revokeAll(account.id(), by);
    }

    void renewCredential(Account by, Credential proven, Credential next) throws Refused {
        Requirements.that(by.credential().equals(proven), new AccountChanged());
        ledger.record(new CredentialSet(by.id(), next));
    }

    void resetPassword(Nickname name, Credential credential) throws Refused {
        var account = requirements.account(name);
        ledger.record(new CredentialSet(account.id(), credential));
        tokens.revokeAll(account.id(), null);
    }

    void remove(Nickname name) throws Refused {
        var account = requirements.account(name);
        var person = state.person(account.id()).orElseThrow();
        var audience = Audiences.union(audiences.neighbours(person), Audiences.of(person));
        var channels = person.channels();
        logins.logOutGuests(person.id()::equals);
        logins.end(person);
        ownership.giveUp(person);
        ledger.record(new AccountRemoved(person.author()), audience);
        channels.forEach(memberships::closeIfForgotten);
    }

    void clear(long version) throws Refused {
        var accounts = state.accounts();
        Requirements.that(accounts.version() == version, new AccountsChanged());
        var audience = audiences.everyone();
        var owners = state.people().stream().filter(it -> it.author().isOwner()).toList();
        logins.logOutGuests(_ -> true);
        owners.forEach(logins::end);
        var channels = state.channels().all();
        ownership.giveUpAll();
        ledger.record(new AccountsCleared(accounts.size()), audience);
        channels.forEach(channel -> memberships.closeIfForgotten(channel.name()));
    }

    void restore(Snapshot.Saved saved) {
        var account = saved.account();
        if (requirements.whyNotFree(account.name(), Optional.empty()).isPresent()
                || state.accounts().find(account.id()).isPresent()) {
            return;
        }
        // A snapshot of another journal may be ahead of ours: no later account may get this id.
        ledger.continueAfter(account.id().value(), ledger.time());
        var author = account.author();
        ledger.record(new Registered(author));
        ledger.record(new CredentialSet(account.id(), account.credential()));
        account.language()
                .ifPresent(language -> ledger.record(new LanguageChosen(account.id(), language)));
        var owner = state.person(account.id()).orElseThrow();
        for (var channel : saved.channels()) {
            if (state.purges().find(channel).isEmpty()) {
                memberships.enter(owner, channel);
            }
        }
        if (saved.seen() > 0) {
            var seen = Math.min(saved.seen(), ledger.position());
            ledger.record(new Left(author, seen, Reason.ACCOUNT_REMOVED));
        }
    }
}
