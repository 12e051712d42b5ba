package veche.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import veche.config.Hashing;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Text;
import veche.name.Nickname;
import veche.name.PersonId;

/// What tokens are like, and what they are good for.
class TokenTest {

    private static final PersonId ANN = new PersonId(7);
    private static final PersonId BOB = new PersonId(8);
    private static final Instant NOW = Instant.EPOCH;

    private final SecureRandom random = new SecureRandom();
    private final Tokens tokens = new Tokens();
    private long position = 10;

    @Test
    void everySecretIsAnotherAndHasTheForm() {
        var secrets = IntStream.range(0, 100).mapToObj(_ -> Token.secret(random)).distinct();
        assertThat(secrets.toList())
                .hasSize(100)
                .allMatch(Token::isSecret)
                .allMatch(secret -> secret.length() == 38);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "veche_", "veche_short", "Veche_abcdefghijklmnopqrstuvwxyz012345"})
    void whatHasNotTheFormIsAPassword(String word) {
        assertThat(Token.isSecret(word)).isFalse();
    }

    @Test
    void aLabelIsOneShortLineWithoutType() {
        assertThat(Token.label(" my \u0002phone\u0002 ")).contains(new Text("my phone"));
        assertThat(Token.label("")).isEmpty();
        assertThat(Token.label("  ")).isEmpty();
        assertThat(Token.label("a\u202eb")).contains(new Text("a\ufffdb"));
        assertThat(Token.label("я".repeat(64))).isPresent();
        assertThat(Token.label("я".repeat(65))).isEmpty();
    }

    @Test
    void noPasswordLooksLikeAToken() {
        var rule = new PasswordRule(8);
        assertThat(rule.problem(Token.secret(random), new Nickname("ann")))
                .contains(PasswordRule.Problem.LIKE_A_TOKEN);
    }

    @Test
    void tokensComeAndGoWithTheirAccounts() {
        var first = make(ANN, "a");
        make(ANN, "b");
        var his = make(BOB, "c");
        assertThat(tokens.of(ANN)).extracting(Token::hash).containsExactly("a", "b");
        apply(new Event.TokenUsed(ANN, first));
        assertThat(tokens.find(first).orElseThrow().used()).contains(NOW);
        apply(new Event.TokenRevoked(ANN, first));
        assertThat(tokens.withHash("a")).isEmpty();
        apply(new Event.AccountRemoved(new Author(ANN, new Nickname("ann"))));
        assertThat(tokens.withHash("b")).isEmpty();
        assertThat(tokens.withHash("c")).map(Token::id).contains(his);
        apply(new Event.AccountsCleared(1));
        assertThat(tokens.of(BOB)).isEmpty();
    }

    /// The threads that hash are closed, so whatever had to be hashed would be sent away.
    @Test
    void nothingIsHashedForATokenWhetherItIsKnownOrNot() throws Exception {
        var passwords = new Passwords(new Hashing(8, 1, 1, 4096, 1), false, random);
        passwords.close();
        var proving = new Proving(passwords, tokens);
        var secret = Token.secret(random);
        var id = make(ANN, Token.hash(secret));
        assertThat(proving.prove(account(ANN), secret)).contains(new Proof.ByToken(id));
        assertThat(proving.prove(account(BOB), secret)).isEmpty();
        assertThat(proving.prove(account(ANN), Token.secret(random))).isEmpty();
        assertThat(proving.byPassword(account(ANN), secret)).isEmpty();
    }

    @Test
    void aPasswordStillProvesWhatItDid() throws Exception {
        try (var passwords = new Passwords(new Hashing(8, 1, 1, 4096, 1), false, random)) {
            var credential = passwords.hash("correct horse");
            var proving = new Proving(passwords, tokens);
            var ann = account(ANN).with(credential);
            assertThat(proving.prove(ann, "correct horse"))
                    .contains(new Proof.ByCredential(credential));
            assertThat(proving.byPassword(ann, "correct horse")).isPresent();
            assertThat(proving.prove(ann, "wrong")).isEmpty();
        }
    }

    @Test
    void nothingShowsItsHash() {
        make(ANN, "hash");
        assertThat(tokens.of(ANN).getFirst().toString()).doesNotContain("hash");
    }

    private static Account account(PersonId id) {
        var name = new Nickname("a" + id.value());
        return new Account(id, name, NOW, Optional.empty(), new Credential("!"));
    }

    private long make(PersonId owner, String hash) {
        var id = position + 1;
        apply(new Event.TokenMade(owner, id, new Text("my phone"), hash));
        return id;
    }

    private void apply(Event event) {
        tokens.apply(new Entry(++position, NOW, event));
    }
}
