package veche.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.account.Scram.Challenge;
import veche.account.Scram.Proven;
import veche.config.Hashing;
import veche.event.Credential;
import veche.name.CaseMapping;
import veche.name.Nickname;
import veche.name.PersonId;

class ScramTest {

    /// RFC 7677 section 3.
    private static final ScramClient USER =
            new ScramClient("n,,", "user", "pencil", "rOprNGfwEbeRWgbNEkqO");

    private static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String SALT = "W22ZaJ0SNY7soEsUEjb6gQ==";
    private static final String NONCE = "r=rOprNGfwEbeRWgbNEkqO" + SERVER_NONCE;
    private static final String LAST =
            "c=biws," + NONCE + ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

    private static final String HASH =
            "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA";

    private static final Hashing CHEAP = new Hashing(8, 1, 1, 4096, 1);

    private final Account user =
            account("user", verifier("pencil", Base64.getDecoder().decode(SALT)));
    private final Account bare = account("bare", Optional.empty());
    private final Scram scram = scram(new byte[32], user, bare);

    private static Scram scram(byte[] key, Account... accounts) {
        return new Scram(
                name -> List.of(accounts).stream().filter(it -> it.name().equals(name)).findAny(),
                CaseMapping.PRECIS,
                CHEAP,
                key,
                () -> SERVER_NONCE);
    }

    private static Account account(String name, Optional<ScramVerifier> verifier) {
        return new Account(
                new PersonId(1),
                new Nickname(name),
                Instant.EPOCH,
                Optional.empty(),
                new Secret(HASH, verifier).credential());
    }

    private static Optional<ScramVerifier> verifier(String password, byte[] salt) {
        return Optional.of(ScramVerifier.of(password, salt, 4096));
    }

    private static Challenge challenge(Scram scram, String first) {
        assertThat(scram.begin(first)).isInstanceOf(Challenge.class);
        return (Challenge) scram.begin(first);
    }

    @Test
    void theExampleOfTheRfcIsFollowedToTheLetter() {
        var challenge = challenge(scram, "n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
        assertThat(challenge.message()).isEqualTo(NONCE + ",s=" + SALT + ",i=4096");
        assertThat(challenge.exchange().name()).isEqualTo(user.name());
        assertThat(challenge.exchange().finish(LAST))
                .isEqualTo(new Proven("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", user));
    }

    @Test
    void whoeverKnowsThePasswordProvesItAndNobodyElseDoes() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 30; round++) {
            var password = text(random, "abc ,=ыё🙂\u00e9", 1 + random.nextInt(20));
            var salt = new byte[16];
            random.nextBytes(salt);
            var account = account("Ann", verifier(password, salt));
            var header = List.of("n,,", "y,,", "n,a=ann,", "y,a=ANN,").get(random.nextInt(4));
            var nonce = text(random, "abc!~-+/=$", 1 + random.nextInt(40));
            var client = new ScramClient(header, "aNN", password, nonce);
            var other = new ScramClient(header, "aNN", password + "x", nonce);
            var server =
                    new Scram(
                            name -> Optional.of(account).filter(it -> it.name().equals(name)),
                            CaseMapping.PRECIS,
                            CHEAP,
                            new byte[32],
                            new SecureRandom());

            var challenge = challenge(server, client.first());

            assertThat(challenge.exchange().finish(client.last(challenge.message())))
                    .as("seed %d", seed)
                    .isEqualTo(new Proven(client.expected(challenge.message()), account));
            assertThat(challenge.exchange().finish(other.last(challenge.message())))
                    .as("seed %d", seed)
                    .isEqualTo(ScramError.INVALID_PROOF);
        }
    }

    private static String text(Random random, String characters, int length) {
        var all = characters.codePoints().toArray();
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | e=invalid-encoding",
                ", | e=invalid-encoding",
                "n | e=invalid-encoding",
                "n,, | e=invalid-encoding",
                "n=user,r=abc | e=invalid-encoding",
                "n,,r=abc,n=user | e=invalid-encoding",
                "n,,n=user | e=invalid-encoding",
                "n,,n=user,r= | e=invalid-encoding",
                "n,,n=user,r=a c | e=invalid-encoding",
                "n,,n=user,r=ы | e=invalid-encoding",
                "N,,n=user,r=abc | e=invalid-encoding",
                "F,n,,n=user,r=abc | e=invalid-encoding",
                "n,user,n=user,r=abc | e=invalid-encoding",
                "p=tls-unique,,n=user,r=abc | e=channel-binding-not-supported",
                "p=tls-exporter | e=channel-binding-not-supported",
                "n,,m=ext,n=user,r=abc | e=extensions-not-supported",
                "n,,n=us=er,r=abc | e=invalid-username-encoding",
                "n,,n=user=2c,r=abc | e=invalid-username-encoding",
                "n,,n=us=3=2CDer,r=abc | e=invalid-username-encoding",
                "n,,n=user=,r=abc | e=invalid-username-encoding",
                "n,a=us=er,n=user,r=abc | e=invalid-username-encoding",
                "n,,n=,r=abc | e=unknown-user",
                "n,,n=a=2Cb=3D2C,r=abc | e=unknown-user",
                "n,,n=7,r=abc | e=unknown-user",
                "n,a=ann,n=user,r=abc | e=other-error",
                "n,a=,n=user,r=abc | e=other-error",
                "n,a=a=2Cb,n=user,r=abc | e=other-error"
            })
    void aFirstMessageThatCannotBeFollowedIsRefusedAsTheRfcSays(String first, String message) {
        assertThat(scram.begin(first)).isInstanceOf(ScramError.class);
        assertThat(scram.begin(first).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y,,n=user,r=abc",
                "n,a=user,n=user,r=abc",
                "n,a=USER,n=User,r=abc",
                "n,,n=user,r=abc,x=unknown,y"
            })
    void aFirstMessageOfAnyOtherFormIsAnswered(String first) {
        assertThat(challenge(scram, first).message())
                .isEqualTo("r=abc" + SERVER_NONCE + ",s=" + SALT + ",i=4096");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | e=invalid-encoding",
                "* | e=invalid-encoding",
                "c=biws,{r} | e=invalid-encoding",
                "{r},c=biws,p=AAAA | e=invalid-encoding",
                "c=biws,p=AAAA | e=invalid-encoding",
                "c=biws,{r},p=A | e=invalid-encoding",
                "c=biws,{r},p=ы | e=invalid-encoding",
                "c=biws,{r},p=AAAA,x=y | e=invalid-encoding",
                "c=eSws,{r},p=AAAA | e=channel-bindings-dont-match",
                "c=,{r},p=AAAA | e=channel-bindings-dont-match",
                "c=biws,{r}x,p=AAAA | e=other-error",
                "c=biws,r=rOprNGfwEbeRWgbNEkqO,p=AAAA | e=other-error",
                "c=biws,{r},p= | e=invalid-proof",
                "c=biws,{r},p=AAAA | e=invalid-proof",
                "c=biws,{r},p=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | e=invalid-proof",
                "c=biws,{r},x=y,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ= | e=invalid-proof"
            })
    void aLastMessageThatProvesNothingIsRefusedAsTheRfcSays(String last, String message) {
        var ending = challenge(scram, USER.first()).exchange().finish(last.replace("{r}", NONCE));
        assertThat(ending).isInstanceOf(ScramError.class);
        assertThat(ending.message()).isEqualTo(message);
    }

    @Test
    void whoDoesNotExistIsAnsweredLikeAnybodyElse() {
        var ann = challenge(scram, "n,,n=ann,r=abc").message();
        var real = challenge(scram, "n,,n=user,r=abc").message();
        assertThat(ann).hasSameSizeAs(real).endsWith("==,i=4096");
        assertThat(challenge(scram, "n,,n=ANN,r=abc").message())
                .as("always the same salt, in whatever case")
                .isEqualTo(ann);
        assertThat(challenge(scram, "n,,n=bob,r=abc").message()).isNotEqualTo(ann);
        var otherKey = new byte[32];
        Arrays.fill(otherKey, (byte) 1);
        assertThat(challenge(scram(otherKey), "n,,n=ann,r=abc").message())
                .as("only who knows the key can tell")
                .isNotEqualTo(ann);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "bare"})
    void whoHasNoProofForScramGetsAsFarAsAWrongPassword(String name) {
        var client = new ScramClient("n,,", name, "pencil", "abc");
        var challenge = challenge(scram, client.first());
        assertThat(challenge.exchange().name()).isEqualTo(new Nickname(name));
        assertThat(challenge.exchange().finish(client.last(challenge.message())))
                .isEqualTo(ScramError.INVALID_PROOF);
    }

    @Test
    void aLockedAccountLetsNobodyIn() {
        var locked =
                new Account(
                        new PersonId(1),
                        new Nickname("user"),
                        Instant.EPOCH,
                        Optional.empty(),
                        Account.LOCKED);
        var challenge = challenge(scram(new byte[32], locked), USER.first());
        assertThat(challenge.exchange().finish(USER.last(challenge.message())))
                .isEqualTo(ScramError.INVALID_PROOF);
    }

    @Test
    void aProofIsGoodForOneExchangeOnly() {
        var server =
                new Scram(
                        _ -> Optional.of(user),
                        CaseMapping.PRECIS,
                        CHEAP,
                        new byte[32],
                        new SecureRandom());
        var one = challenge(server, USER.first());
        var other = challenge(server, USER.first());
        assertThat(other.message()).isNotEqualTo(one.message());
        assertThat(other.exchange().finish(USER.last(one.message())))
                .isEqualTo(ScramError.OTHER_ERROR);
    }

    @Test
    void whateverIsSentIsAnsweredAndNothingButTheProofProvesAnything() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var exchange = challenge(scram, USER.first()).exchange();
        for (var round = 0; round < 20_000; round++) {
            assertThat(scram.begin(mutated(random, "n,a=user,n=user,r=abc,x=y")).message())
                    .as("seed %d", seed)
                    .matches("(?s)[re]=.*");
            var last = mutated(random, LAST);
            if (!last.equals(LAST) && !isSameProof(last)) {
                assertThat(exchange.finish(last))
                        .as("seed %d, of %s", seed, last)
                        .isInstanceOf(ScramError.class);
            }
        }
    }

    /// Base64 without its padding, or with other bits in it that count for nothing.
    private static boolean isSameProof(String last) {
        return last.startsWith(LAST.substring(0, LAST.length() - 2))
                && last.length() <= LAST.length();
    }

    private static String mutated(Random random, String message) {
        var text = new StringBuilder(message);
        for (var changes = 1 + random.nextInt(3); changes > 0; changes--) {
            var at = random.nextInt(text.length() + 1);
            var end = Math.min(text.length(), at + random.nextInt(4));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, ",=acmnprsv23CD".charAt(random.nextInt(14)));
                default -> text.insert(at, (char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }

    @Test
    void whatIsVeryLongIsRefusedToo() {
        for (var piece : List.of(",", "=", "a=", "n=,", ",p=", "\ud800", "=2C")) {
            var much = piece.repeat(300_000);
            assertThat(scram.begin(much)).isInstanceOf(ScramError.class);
            assertThat(scram.begin("n,," + much)).isInstanceOf(ScramError.class);
            assertThat(scram.begin("n,,n=" + much + ",r=a")).isInstanceOf(ScramError.class);
            assertThat(challenge(scram, USER.first()).exchange().finish(much))
                    .isInstanceOf(ScramError.class);
        }
    }

    @Test
    void aCredentialWithAVerifierIsReadAsItWasWritten() {
        var secret = Secret.of(user.credential()).orElseThrow();
        assertThat(secret.credential()).isEqualTo(user.credential());
        assertThat(secret.hash()).isEqualTo(HASH);
        assertThat(user.credential())
                .isEqualTo(
                        new Credential(
                                HASH
                                        + " SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ=="
                                        + "$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY="
                                        + ":wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="));
    }
}
