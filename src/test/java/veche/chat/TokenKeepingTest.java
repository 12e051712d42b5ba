package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import veche.account.Proof;
import veche.account.Token;
import veche.account.Tokens;
import veche.config.Retention;
import veche.event.Credential;
import veche.event.Event;
import veche.event.Refusal;
import veche.event.Text;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// How clients come by tokens, and go when these are revoked.
class TokenKeepingTest {

    private static final Rules RULES = Rules.usual(new ChannelName("#tea"));
    private static final Nickname ANN = new Nickname("ann");
    private static final Nickname BOB = new Nickname("bob");
    private static final Credential HERS = new Credential("ann's");

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Session first;
    private final Session second;
    private final Session third;
    private Instant now = Instant.EPOCH;

    TokenKeepingTest() throws JournalException {
        var hub = new Hub(RULES, new MemoryJournal(), Retention.EVERYTHING, InstantSource.system());
        first = hub.open(new Story());
        second = hub.open(new Story());
        third = hub.open(new Story());
        decide(null, new Command.AddAccount(ANN, HERS));
        decide(null, new Command.AddAccount(BOB, new Credential("bob's")));
        decide(first, new Command.LogIn(ann(), HERS));
    }

    @Test
    void whoeverCameByARevokedTokenIsLetGo() {
        var token = make("phone");
        assertThat(logIn(second, ann(), token).refusals()).isEmpty();
        assertThat(second.token()).contains(token);
        var revoked = decide(first, new Command.RevokeToken(token));
        assertThat(expelled(revoked)).containsExactly(second);
        assertThat(second.person()).isEmpty();
        assertThat(first.person()).isPresent();
        assertThat(logIn(third, ann(), token).refusals()).contains(new Refusal.AccountChanged());
    }

    @Test
    void whoeverRevokesTheirOwnTokenIsNotLetGoByTheHub() {
        var token = make("phone");
        logIn(second, ann(), token);
        assertThat(expelled(decide(second, new Command.RevokeToken(token)))).isEmpty();
        assertThat(second.person()).isPresent();
        assertThat(second.token()).isEmpty();
    }

    @Test
    void aTokenIsGoodForOneAccountOnly() {
        var token = make("phone");
        var bob = state.accounts().named(BOB).orElseThrow().id();
        assertThat(logIn(second, bob, token).refusals()).contains(new Refusal.AccountChanged());
        decide(third, new Command.LogIn(bob, new Credential("bob's")));
        assertThat(decide(third, new Command.RevokeToken(token)).refusals())
                .contains(new Refusal.NoSuchToken(token));
    }

    @Test
    void anotherPasswordRevokesThemAllAndAnotherHashNone() {
        make("phone");
        var token = make("laptop");
        logIn(second, ann(), token);
        var renewed = new Credential("hashed anew");
        decide(first, new Command.RenewCredential(HERS, renewed));
        assertThat(state.tokens().of(ann())).hasSize(2);
        var next = new Command.ChangePassword(renewed, new Credential("next"));
        assertThat(expelled(decide(first, next))).containsExactly(second);
        assertThat(state.tokens().of(ann())).isEmpty();
    }

    @Test
    void whoeverChangesThePasswordStays() {
        var token = make("laptop");
        logIn(second, ann(), token);
        decide(second, new Command.ChangePassword(HERS, new Credential("next")));
        assertThat(second.person()).isPresent();
        assertThat(second.token()).isEmpty();
    }

    @Test
    void theOperatorRevokesThem() {
        var token = make("phone");
        var other = make("laptop");
        decide(null, new Command.RevokeTokens(ANN, Set.of(token, 4711L)));
        assertThat(state.tokens().of(ann())).extracting(Token::id).containsExactly(other);
        logIn(second, ann(), other);
        var reset = decide(null, new Command.ResetPassword(ANN, new Credential("next")));
        assertThat(expelled(reset)).containsExactly(second);
        assertThat(state.tokens().of(ann())).isEmpty();
    }

    @Test
    void thatATokenWasUsedIsNotedOnceAnHour() {
        var token = make("phone");
        assertThat(isNoted(logIn(second, ann(), token))).isTrue();
        now = now.plus(Duration.ofMinutes(59));
        assertThat(isNoted(logIn(third, ann(), token))).isFalse();
        decide(third, new Command.End(0, Reason.QUIT));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(isNoted(logIn(third, ann(), token))).isTrue();
        assertThat(state.tokens().find(token).orElseThrow().used()).contains(now);
    }

    @Test
    void oneTokenTooManyTakesThePlaceOfTheOneOfLeastUse() {
        var here = make("here");
        logIn(second, ann(), here);
        var unused = make("unused");
        for (var count = 2; count < Tokens.MOST; count++) {
            now = now.plusSeconds(1);
            make("token " + count);
        }
        make("one more");
        assertThat(state.tokens().of(ann())).hasSize(Tokens.MOST);
        assertThat(state.tokens().find(unused)).isEmpty();
        assertThat(state.tokens().find(here)).isPresent();
    }

    private PersonId ann() {
        return state.accounts().named(ANN).orElseThrow().id();
    }

    private long make(String label) {
        decide(first, new Command.MakeToken(new Text(label), "hash of " + label));
        return state.tokens().withHash("hash of " + label).orElseThrow().id();
    }

    private Outcome logIn(Session by, PersonId account, long token) {
        return decide(by, new Command.LogIn(account, new Proof.ByToken(token)));
    }

    private static boolean isNoted(Outcome outcome) {
        return outcome.tellings().stream()
                .anyMatch(telling -> telling.entry().event() instanceof Event.TokenUsed);
    }

    private static List<Session> expelled(Outcome outcome) {
        return outcome.tellings().stream()
                .filter(telling ->
                        telling.entry()
                                .event()
                                .equals(new Event.Expelled(Reason.TOKEN_REVOKED, Optional.empty())))
                .flatMap(telling -> List.of(telling.audience()).stream())
                .toList();
    }

    private Outcome decide(@Nullable Session by, Command command) {
        return assembly.decide(new Request(by, command, now, null));
    }
}
