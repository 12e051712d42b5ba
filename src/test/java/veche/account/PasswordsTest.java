package veche.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.config.Hashing;
import veche.event.Credential;

@Timeout(60)
class PasswordsTest {

    private static final Hashing CHEAP = new Hashing(8, 1, 1, 4096, 1);

    private static Passwords at(Hashing cost) {
        return new Passwords(cost, true, new SecureRandom());
    }

    private static Passwords withoutScram(Hashing cost) {
        return new Passwords(cost, false, new SecureRandom());
    }

    @Test
    void onlyTheRightPasswordMatches() throws Exception {
        try (var passwords = at(CHEAP)) {
            var credential = passwords.hash("correct horse");
            assertThat(passwords.matches("correct horse", credential)).isTrue();
            assertThat(passwords.matches("Correct horse", credential)).isFalse();
            assertThat(passwords.matches("correct horse ", credential)).isFalse();
            assertThat(passwords.matches("", credential)).isFalse();
        }
    }

    @Test
    void aCredentialTellsNothingOfThePassword() throws Exception {
        try (var passwords = at(CHEAP)) {
            var one = passwords.hash("correct horse");
            var same = passwords.hash("correct horse");
            assertThat(one.secret()).startsWith("$argon2id$v=19$m=8,t=1,p=1$");
            assertThat(one.secret()).doesNotContain("horse").isNotEqualTo(same.secret());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jose\u0301 y yo, josé y yo", // composed or not
        "with\u00a0space, 'with space'",
        "with\u3000space, 'with space'"
    })
    void itDoesNotMatterOnWhichKeyboardAPasswordIsTyped(String one, String other) throws Exception {
        try (var passwords = at(CHEAP)) {
            assertThat(passwords.matches(other, passwords.hash(one))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "secret",
                "$argon2id$",
                "$argon2id$v=19$m=x,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
                "$argon2i$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA SCRAM",
                "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA ",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
            })
    void aCredentialThatWeDidNotMakeMatchesNothing(String secret) throws Exception {
        try (var passwords = at(CHEAP)) {
            assertThat(passwords.matches("secret", new Credential(secret))).isFalse();
            assertThat(passwords.matches("", new Credential(secret))).isFalse();
            assertThat(passwords.isStale(new Credential(secret))).isFalse();
        }
    }

    @Test
    void aLockedAccountLetsNobodyIn() throws Exception {
        try (var passwords = at(CHEAP)) {
            assertThat(passwords.matches("!", Account.LOCKED)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 2, 1, 4096", "16, 1, 1, 4096", "16, 1, 2, 4096", "8, 1, 1, 4097"})
    void aCredentialOfAnotherCostIsStaleAndStillMatches(
            int memory, int iterations, int lanes, int scram) throws Exception {
        try (var before = at(CHEAP);
                var after = at(new Hashing(memory, iterations, lanes, scram, 1))) {
            var credential = before.hash("correct horse");
            assertThat(before.isStale(credential)).isFalse();
            assertThat(after.isStale(credential)).isTrue();
            assertThat(after.matches("correct horse", credential)).isTrue();
            assertThat(after.isStale(after.hash("correct horse"))).isFalse();
        }
    }

    @Test
    void aCredentialForScramIsStaleWhereNoneIsAskedForAndTheOtherWayRound() throws Exception {
        try (var with = at(CHEAP);
                var without = withoutScram(CHEAP)) {
            var good = with.hash("correct horse");
            assertThat(good.secret()).contains(" SCRAM-SHA-256$4096:");
            assertThat(with.isStale(good)).isFalse();
            assertThat(without.isStale(good)).isTrue();
            assertThat(without.matches("correct horse", good)).isTrue();

            var bare = without.hash("correct horse");
            assertThat(bare.secret()).doesNotContain("SCRAM");
            assertThat(without.isStale(bare)).isFalse();
            assertThat(with.isStale(bare)).isTrue();
            assertThat(with.matches("correct horse", bare)).isTrue();
            assertThat(with.matches("battery", bare)).isFalse();
        }
    }

    @Test
    void aCredentialFromBeforeThereWasScramIsStillGood() throws Exception {
        var old =
                new Credential(
                        "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA"
                                + "$8jCjveL9purNVvxZWhjl0nULgTWD4Roxh/u/NFFSew0");
        try (var passwords = at(CHEAP)) {
            assertThat(passwords.matches("correct horse", old)).isTrue();
            assertThat(passwords.matches("battery", old)).isFalse();
            assertThat(passwords.isStale(old)).isTrue();
        }
    }

    @Test
    void bothProofsInACredentialAreOfTheSamePassword() throws Exception {
        try (var passwords = at(CHEAP)) {
            var credential = passwords.hash("jose\u0301 y yo");
            var verifier = Secret.of(credential).orElseThrow().verifier().orElseThrow();
            var salt = Base64.getDecoder().decode(verifier.salt());
            assertThat(ScramVerifier.of("jos\u00e9 y yo", salt, 4096).text())
                    .isEqualTo(verifier.text());
            assertThat(credential.secret()).endsWith(" " + verifier.text());
        }
    }

    @Test
    void aPasswordThatTheRuleForbidsIsNotHashed() {
        try (var passwords = at(CHEAP)) {
            assertThatIllegalArgumentException().isThrownBy(() -> passwords.hash("a\u0000b"));
            assertThatIllegalArgumentException().isThrownBy(() -> passwords.hash(""));
        }
    }

    @Test
    void passwordsThatAreHashedAtOnceDoNotDisturbEachOther() throws Exception {
        try (var passwords = at(new Hashing(64, 2, 1, 4096, 4));
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<Boolean>(clients);
            for (var i = 0; i < 200; i++) {
                var password = "correct horse " + i;
                answers.submit(() -> passwords.matches(password, passwords.hash(password)));
            }
            for (var i = 0; i < 200; i++) {
                assertThat(next(answers)).isTrue();
            }
        }
    }

    @Test
    void oneMoreThanMayWaitIsRefusedAndHurtsNobody() throws Exception {
        var mayBegin = new CountDownLatch(1);
        try (var passwords = new Passwords(CHEAP, true, new SecureRandom(), held(mayBegin));
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<Boolean>(clients);
            var one = 1;
            var all = one + HashingThreads.WAITING + one;
            for (var i = 0; i < all; i++) {
                answers.submit(isServed(passwords));
            }
            assertThat(next(answers)).as("the first answer is the refusal").isFalse();
            mayBegin.countDown();
            for (var i = 1; i < all; i++) {
                assertThat(next(answers)).as("everyone else is served").isTrue();
            }
            assertThat(isServed(passwords).call()).as("and so is the next").isTrue();
        }
    }

    @Test
    void whoeverWaitsWhenTheServerStopsIsSentAway() throws Exception {
        var mayBegin = new CountDownLatch(1);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Boolean>>();
            try (var passwords = new Passwords(CHEAP, true, new SecureRandom(), held(mayBegin))) {
                for (var i = 0; i < 5; i++) {
                    answers.add(clients.submit(isServed(passwords)));
                }
            }
            mayBegin.countDown();
            var served = 0;
            for (var answer : answers) {
                served += answer.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(served).as("at most the one whose turn it was").isLessThanOrEqualTo(1);
        }
    }

    @Test
    void afterItIsClosedNothingIsHashed() {
        var passwords = at(CHEAP);
        passwords.close();
        assertThatExceptionOfType(PasswordsBusyException.class)
                .isThrownBy(() -> passwords.hash("correct horse"));
    }

    /// Threads that begin their work only when they may.
    private static ThreadFactory held(CountDownLatch mayBegin) {
        return work ->
                Thread.ofPlatform()
                        .daemon()
                        .unstarted(() -> {
                            try {
                                if (mayBegin.await(30, TimeUnit.SECONDS)) {
                                    work.run();
                                }
                            } catch (InterruptedException closed) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private static Callable<Boolean> isServed(Passwords passwords) {
        return () -> {
            try {
                return !passwords.hash("correct horse").secret().isEmpty();
            } catch (PasswordsBusyException refused) {
                return false;
            }
        };
    }

    private static boolean next(ExecutorCompletionService<Boolean> answers) throws Exception {
        var answer = answers.poll(30, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        return answer.get();
    }
}
