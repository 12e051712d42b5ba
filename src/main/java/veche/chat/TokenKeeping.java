package veche.chat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.account.Proof;
import veche.account.Token;
import veche.account.Tokens;
import veche.event.Event.TokenMade;
import veche.event.Event.TokenRevoked;
import veche.event.Event.TokenUsed;
import veche.event.Refusal.NoSuchToken;
import veche.event.Refused;
import veche.event.Text;
import veche.name.PersonId;
import veche.net.Reason;

/// By which tokens clients log in to accounts. Whoever has come by one that is revoked is let go.
/// Runs on the hub's thread.
final class TokenKeeping {

    private final State state;
    private final Ledger ledger;
    private final Arrivals arrivals;

    TokenKeeping(State state, Ledger ledger, Arrivals arrivals) {
        this.state = state;
        this.ledger = ledger;
        this.arrivals = arrivals;
    }

    /// Makes a token. If the account has as many as it may have, the one goes that was of no use
    /// for longest, of those that nobody is here by, if there are such.
    void make(Account owner, Text label, String hash) {
        var mine = state.tokens().of(owner.id());
        if (mine.size() >= Tokens.MOST) {
            revoke(owner.id(), List.of(leastUseful(owner.id(), mine)), null);
        }
        ledger.record(new TokenMade(owner.id(), ledger.position() + 1, label, hash));
    }

    private Token leastUseful(PersonId account, List<Token> tokens) {
        var here =
                people(account)
                        .flatMap(person -> person.sessions().stream())
                        .flatMap(session -> session.token().stream())
                        .collect(Collectors.toSet());
        return tokens.stream()
                .min(
                        Comparator.comparing((Token token) -> here.contains(token.id()))
                                .thenComparing(Token::lastOfUse)
                                .thenComparingLong(Token::id))
                .orElseThrow();
    }

    /// A session has been logged in to an account by a proof.
    void loggedIn(Session by, Proof proof) {
        switch (proof) {
            case Proof.ByCredential _ -> by.cameBy(null);
            case Proof.ByToken(var id) -> {
                by.cameBy(id);
                used(id);
            }
        }
    }

    /// Notes that a token was used, unless that was noted a short while ago.
    void used(long id) {
        state.tokens()
                .find(id)
                .filter(token -> token.isLongUnused(ledger.time()))
                .ifPresent(token -> ledger.record(new TokenUsed(token.account(), id)));
    }

    /// @param by who wants it, and is not let go by this
    void revoke(Account owner, long id, @Nullable Session by) throws Refused {
        var token = state.tokens().find(id).filter(it -> it.account().equals(owner.id()));
        Requirements.that(token.isPresent(), new NoSuchToken(id));
        revoke(owner.id(), List.of(token.orElseThrow()), by);
    }

    /// The operator wants it.
    void revoke(PersonId account, Set<Long> ids) {
        var tokens =
                state.tokens().of(account).stream()
                        .filter(token -> ids.contains(token.id()))
                        .toList();
        revoke(account, tokens, null);
    }

    /// @param by who wants it, and is not let go by this; null if it is the operator
    void revokeAll(PersonId account, @Nullable Session by) {
        revoke(account, state.tokens().of(account), by);
    }

    private void revoke(PersonId account, List<Token> tokens, @Nullable Session by) {
        if (tokens.isEmpty()) {
            return;
        }
        tokens.forEach(token -> ledger.record(new TokenRevoked(account, token.id())));
        var gone = tokens.stream().map(Token::id).collect(Collectors.toSet());
        if (by != null && by.token().filter(gone::contains).isPresent()) {
            by.cameBy(null);
        }
        people(account).toList().forEach(person -> expel(person, gone));
    }

    private void expel(Person person, Set<Long> tokens) {
        var theirs =
                person.sessions().stream()
                        .filter(session -> session.token().filter(tokens::contains).isPresent())
                        .toList();
        if (!theirs.isEmpty()) {
            arrivals.expel(person, theirs, Reason.TOKEN_REVOKED, Optional.empty());
        }
    }

    /// The owner of an account, and guests who are logged in to it.
    private Stream<Person> people(PersonId account) {
        return state.people().stream()
                .filter(person ->
                        person.author()
                                .login()
                                .filter(login -> login.account().equals(account))
                                .isPresent())
                .sorted(Comparator.comparing(Person::id));
    }
}
