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
import java.util.stream.LongStream;
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

    @BeforeEach
    void listen() {
        logger.setAdditive(false);
        logger.addAppender(logged);
        logged.start();
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
        logger.setAdditive(true);
    }

    private void guess(int times, InetAddress from, Nickname account) {
        for (var i = 0; i < times; i++) {
            wrong.add(from, account);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void theFirstThreeAreFreeThenEachAnswerTakesTwiceAsLong() {
        var delays = new ArrayList<Long>();
        for (var i = 0; i < 11; i++) {
            delays.add(wrong.delay(HERE).toSeconds());
            wrong.add(HERE, ANN);
        }
        assertThat(delays).containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void whoeverGuessesElsewhereHurtsNobodyHere() {
        guess(20, THERE, ANN);
        assertThat(wrong.delay(HERE)).isZero();
    }

    @Test
    void aGuesserCannotTakeTurnsWithAddressesOfOneMachine() {
        var one = InetAddress.ofLiteral("2001:db8:1:2::1");
        guess(4, one, ANN);
        assertThat(wrong.delay(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"))).hasSeconds(2);
        assertThat(wrong.delay(InetAddress.ofLiteral("2001:db8:1:3::1"))).isZero();
    }

    @Test
    void whatIsTenMinutesOldIsForgotten() {
        guess(3, HERE, ANN);
        pass(Duration.ofMinutes(9));
        guess(1, HERE, ANN);
        assertThat(wrong.delay(HERE)).hasSeconds(2);
        pass(Duration.ofMinutes(1));
        assertThat(wrong.delay(HERE)).isZero();
        guess(2, HERE, ANN);
        assertThat(wrong.delay(HERE)).hasSeconds(1);
    }

    @Test
    void whoeverKnowsTheirPasswordAfterAllIsForgiven() {
        guess(5, HERE, ANN);
        wrong.forget(HERE, ANN);
        assertThat(wrong.delay(HERE)).isZero();
        wrong.forget(HERE, ANN);
    }

    @Test
    void anAccountOfOnesOwnDoesNotHelpToGuessAnothers() {
        guess(5, HERE, ANN);
        wrong.forget(HERE, BOB);
        assertThat(wrong.delay(HERE)).hasSeconds(4);
    }

    @Test
    void onlySoManyAddressesAreRememberedAndTheBusiestStay() {
        logger.setLevel(Level.OFF);
        try {
            guess(4, HERE, ANN);
            guess(4, THERE, ANN);
            LongStream.range(1, WrongPasswords.SOURCES)
                    .forEach(i ->
                            wrong.add(
                                    InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256), ANN));
            assertThat(wrong.delay(HERE)).as("was quiet for longest").isZero();
            assertThat(wrong.delay(THERE)).hasSeconds(2);
        } finally {
            logger.setLevel(null);
        }
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
