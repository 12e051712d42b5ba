package veche.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import veche.event.Entry;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.TokenMade;
import veche.event.Event.TokenRevoked;
import veche.event.Event.TokenUsed;
import veche.name.PersonId;

/// All tokens of all accounts, as the entries of the journal have made them. The hub's thread alone
/// applies entries; any thread reads.
///
/// When a token was last used is noted once an hour at most, so that it costs no commit each time.
public final class Tokens {

    /// How many an account has at most; at one more, the one that was of no use for longest goes.
    public static final int MOST = 50;

    private final Map<Long, Token> byId = new ConcurrentHashMap<>();
    private final Map<String, Long> byHash = new ConcurrentHashMap<>();

    /// Does to the tokens what an entry says. Runs on the hub's thread.
    public void apply(Entry entry) {
        switch (entry.event()) {
            case TokenMade(var account, var id, var label, var hash) -> {
                var token = new Token(id, account, label, hash, entry.time(), Optional.empty());
                byId.put(id, token);
                byHash.put(hash, id);
            }
            case TokenUsed(_, var id) ->
                    byId.computeIfPresent(id, (_, token) -> token.usedAt(entry.time()));
            case TokenRevoked(_, var id) -> find(id).ifPresent(this::remove);
            case AccountRemoved(var author) -> of(author.person()).forEach(this::remove);
            case AccountsCleared _ -> {
                byHash.clear();
                byId.clear();
            }
            default -> {}
        }
    }

    private void remove(Token token) {
        byHash.remove(token.hash());
        byId.remove(token.id());
    }

    /// The token of that id, if it has not been revoked.
    public Optional<Token> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The token whose secret has that [hash][Token#hash].
    public Optional<Token> withHash(String hash) {
        return Optional.ofNullable(byHash.get(hash)).flatMap(this::find);
    }

    /// All of an account, the oldest first.
    public List<Token> of(PersonId account) {
        return byId.values().stream()
                .filter(token -> token.account().equals(account))
                .sorted(Comparator.comparingLong(Token::id))
                .toList();
    }
}
