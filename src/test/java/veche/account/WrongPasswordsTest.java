package veche.account;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import veche.name.Nickname;

class WrongPasswordsTest {

    private static final Nickname ANN = new Nickname("Ann");
    private static final Nickname BOB = new Nickname("Bob");
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.7");
    private static final InetAddress THERE = InetAddress.ofLiteral("192.0.2.8");

    private final Logger logger = (Logger) LoggerFactory.getLogger(WrongPasswords.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    private Instant now = Instant.parse("2026-11-22T20:13:38Z");
    private final WrongPasswords wrong = new WrongPasswords(() -> now);
    private int woken;

    @BeforeEach
    void listen() {
        logger.setAdditive(false);
        logger.setLevel(Level.INFO); // whatever others have set
        logger.addAppender(logged);
        logged.start();
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private PasswordAttempt begin(InetAddress from) {
        return wrong.attempt(from, Optional.of(ANN), () -> woken++);
    }

    private void guess(int times, InetAddress from, Nickname account) {
        for (var i = 0; i < times; i++) {
            try (var attempt = wrong.attempt(from, Optional.of(account), () -> {})) {
                attempt.wrong();
            }
        }
    }

    /// Somebody shows that an account is theirs.
    private void logIn(InetAddress from, Nickname account) {
        try (var attempt = wrong.attempt(from, Optional.of(account), () -> {})) {
            attempt.right(account);
        }
    }

    private Duration delay(InetAddress from) {
        try (var attempt = begin(from)) {
            assertThat(attempt.hasTurn()).isTrue();
            return attempt.delay();
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void theFirstThreeAreFreeThenEachAnswerTakesTwiceAsLong() {
        var delays = new ArrayList<Long>();
        for (var i = 0; i < 11; i++) {
            delays.add(delay(HERE).toSeconds());
            guess(1, HERE, ANN);
        }
        assertThat(delays).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void whoeverGuessesElsewhereHurtsNobodyHere() {
        guess(20, THERE, ANN);
        assertThat(delay(HERE)).isZero();
    }

    @Test
    void aGuesserCannotTakeTurnsWithAddressesOfOneMachine() {
        var one = InetAddress.ofLiteral("2001:db8:1:2::1");
        guess(4, one, ANN);
        assertThat(delay(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"))).hasSeconds(2);
        assertThat(delay(InetAddress.ofLiteral("2001:db8:1:3::1"))).isZero();
    }

    @Test
    void whatIsTenMinutesOldIsForgotten() {
        guess(3, HERE, ANN);
        pass(Duration.ofMinutes(9));
        guess(1, HERE, ANN);
        assertThat(delay(HERE)).hasSeconds(2);
        pass(Duration.ofMinutes(1));
        assertThat(delay(HERE)).isZero();
        guess(2, HERE, ANN);
        assertThat(delay(HERE)).hasSeconds(1);
    }

    @Test
    void whoeverKnowsTheirPasswordAfterAllIsForgiven() {
        guess(5, HERE, ANN);
        logIn(HERE, ANN);
        assertThat(delay(HERE)).isZero();
        logIn(HERE, ANN);
    }

    @Test
    void anAccountOfOnesOwnDoesNotHelpToGuessAnothers() {
        guess(5, HERE, ANN);
        logIn(HERE, BOB);
        assertThat(delay(HERE)).hasSeconds(4);
    }

    @Test
    void onlySoManyAddressesAreRememberedAndTheBusiestStay() {
        logger.setLevel(Level.OFF);
        try {
            guess(4, HERE, ANN);
            guess(4, THERE, ANN);
            for (var i = 1; i < WrongHistory.SOURCES; i++) {
                guess(1, InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256), ANN);
            }
            assertThat(delay(HERE)).as("was quiet for longest").isZero();
            assertThat(delay(THERE)).hasSeconds(2);
        } finally {
            logger.setLevel(null);
        }
    }

    @Test
    void guessesOnManyConnectionsAtOnceWaitOneAfterTheOther() {
        var guesses = begin(HERE, 8);
        assertThat(guesses.subList(0, 3))
                .as("those that are free")
                .allMatch(guess -> guess.hasTurn() && guess.delay().isZero());
        assertThat(guesses.subList(3, 8)).noneMatch(PasswordAttempt::hasTurn);

        guesses.get(1).wrong();
        guesses.get(0).wrong();
        assertThat(guesses.get(3).hasTurn()).as("the third may still be wrong").isFalse();
        guesses.get(2).wrong();

        var delays = new ArrayList<Long>();
        for (var i = 3; i < 8; i++) {
            assertThat(guesses.get(i).hasTurn()).isTrue();
            assertThat(guesses.subList(i + 1, 8)).noneMatch(PasswordAttempt::hasTurn);
            delays.add(guesses.get(i).delay().toSeconds());
            guesses.get(i).wrong();
        }
        assertThat(delays).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(woken).as("each that waited").isEqualTo(5);
    }

    @Test
    void manyBehindOneAddressWhoKnowTheirPasswordsWaitOnlyForEachOther() {
        var people = begin(HERE, 50);
        for (var i = 0; i < 50; i++) {
            assertThat(people.get(i).hasTurn()).isTrue();
            assertThat(people.get(i).delay()).isZero();
            assertThat(people.stream().filter(PasswordAttempt::hasTurn))
                    .hasSize(Math.min(50, i + 3));
            people.get(i).right(ANN);
        }
        assertThat(woken).isEqualTo(47);
    }

    @Test
    void whoseTurnComesBecauseTimePassesIsWoken() {
        guess(3, HERE, ANN);
        try (var first = begin(HERE);
                var second = begin(HERE)) {
            assertThat(first.hasTurn()).isTrue();
            assertThat(second.hasTurn()).isFalse();
            pass(Duration.ofMinutes(10));
            try (var third = begin(HERE)) {
                assertThat(third.hasTurn()).isTrue();
            }
            assertThat(second.hasTurn()).isTrue();
            assertThat(woken).isEqualTo(1);
        }
    }

    @Test
    void whoeverLeavesTheLineGivesTheirPlaceBack() {
        guess(3, HERE, ANN);
        var guesses = begin(HERE, 3);
        guesses.get(1).close();
        guesses.get(0).close();
        assertThat(guesses.get(2).hasTurn()).isTrue();
        assertThat(guesses.get(2).delay()).as("nothing was learnt before it").hasSeconds(1);
    }

    @Test
    void whatIsSaidFirstOfAnAttemptCounts() {
        var attempt = begin(HERE);
        attempt.wrong();
        attempt.right(ANN);
        attempt.wrong();
        attempt.close();
        guess(2, HERE, ANN);
        assertThat(delay(HERE)).hasSeconds(1);
        assertThat(logged.list).hasSize(3);
    }

    @Test
    void aLineHereKeepsNobodyWaitingThere() {
        begin(HERE, 10);
        assertThat(begin(THERE).hasTurn()).isTrue();
    }

    @Test
    void whoeverGuessesWithoutANameIsSlowedDownAndNotForgiven() {
        for (var i = 0; i < 4; i++) {
            try (var attempt = wrong.attempt(HERE, Optional.empty(), () -> {})) {
                attempt.wrong();
            }
        }
        logIn(HERE, ANN);
        assertThat(delay(HERE)).hasSeconds(2);
        assertThat(logged.list.getFirst().getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("address=192.0.2.7", "account=", "recent=1");
    }

    @Test
    void inWhateverOrderAttemptsEndEachHasItsTurnAndNoMoreAreTriedThanAreFree() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 200; round++) {
            pass(Duration.ofHours(1));
            woken = 0;
            var open = begin(HERE, 1 + random.nextInt(12));
            var late = open.stream().filter(attempt -> !attempt.hasTurn()).count();
            var wrongs = 0;
            while (!open.isEmpty()) {
                var turns = open.stream().filter(PasswordAttempt::hasTurn).toList();
                assertThat(turns).as("seed %d", seed).isNotEmpty();
                assertThat(turns.size()).isLessThanOrEqualTo(Math.max(1, 3 - wrongs));
                var next = turns.get(random.nextInt(turns.size()));
                if (random.nextBoolean()) {
                    next.wrong();
                    wrongs++;
                } else {
                    next.close();
                }
                open.remove(next);
            }
            assertThat(woken).as("seed %d", seed).isEqualTo((int) late);
        }
    }

    private List<PasswordAttempt> begin(InetAddress from, int times) {
        var attempts = new ArrayList<PasswordAttempt>();
        for (var i = 0; i < times; i++) {
            attempts.add(begin(from));
        }
        return attempts;
    }

    /// A roomful of people who are new, behind one address.
    @Test
    void aNameThatNobodyHasIsNoGuess() {
        for (var i = 0; i < 20; i++) {
            try (var attempt = begin(HERE)) {
                attempt.unknown();
            }
        }
        assertThat(delay(HERE)).isZero();
        assertThat(wrong.wrongAttempts()).isZero();
        var last = logged.list.getLast();
        assertThat(last.getLevel()).isEqualTo(Level.INFO);
        assertThat(last.getMessage()).isEqualTo("no such account");
        assertThat(last.getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("address=192.0.2.7", "account=Ann");
    }

    @Test
    void theOperatorIsToldWhoWasTriedFromWhere() {
        guess(2, HERE, ANN);
        var last = logged.list.getLast();
        assertThat(last.getLevel()).isEqualTo(Level.WARN);
        assertThat(last.getMessage()).isEqualTo("wrong password");
        assertThat(last.getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("address=192.0.2.7", "account=Ann", "recent=2");
    }
}
