package veche.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import veche.config.Network;
import veche.config.PerNetwork;
import veche.net.Turnstile.Answer.Admitted;
import veche.net.Turnstile.Answer.TooFast;
import veche.net.Turnstile.Answer.TooMany;

class TurnstileTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.7");
    private static final InetAddress THERE = InetAddress.ofLiteral("192.0.2.8");
    private static final Network FROM_HERE = Network.of(HERE);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Instant now = Instant.parse("2026-11-22T20:13:38Z");

    private static Turnstile turnstile(OptionalInt atOnce, OptionalInt fresh, String... exempt) {
        var networks = List.of(exempt).stream().map(it -> Network.parse(it).orElseThrow()).toList();
        return new Turnstile(new PerNetwork(atOnce, fresh, MINUTE, 32, 64, networks));
    }

    private static Turnstile atOnce(int most, String... exempt) {
        return turnstile(OptionalInt.of(most), OptionalInt.empty(), exempt);
    }

    private static Turnstile inAMinute(int most, String... exempt) {
        return turnstile(OptionalInt.empty(), OptionalInt.of(most), exempt);
    }

    /// Lets connections come and go one by one, and counts those that come in.
    private int comeAndGo(Turnstile turnstile, InetAddress from, int times) {
        var admitted = 0;
        for (var i = 0; i < times; i++) {
            if (turnstile.admit(from, now) instanceof Admitted) {
                turnstile.leave(from);
                admitted++;
            }
        }
        return admitted;
    }

    @Test
    void soManyMayBeHereAtOnceAndOneMoreWhenOneLeaves() {
        var turnstile = atOnce(2);
        assertThat(turnstile.admit(HERE, now)).isInstanceOf(Admitted.class);
        assertThat(turnstile.admit(HERE, now)).isInstanceOf(Admitted.class);
        assertThat(turnstile.admit(HERE, now)).isEqualTo(new TooMany(FROM_HERE, 2));
        assertThat(turnstile.admit(HERE, now)).isEqualTo(new TooMany(FROM_HERE, 2));
        turnstile.leave(HERE);
        assertThat(turnstile.admit(HERE, now)).isInstanceOf(Admitted.class);
        assertThat(turnstile.admit(HERE, now)).isEqualTo(new TooMany(FROM_HERE, 2));
    }

    @Test
    void timeDoesNotMakeRoom() {
        var turnstile = atOnce(1);
        turnstile.admit(HERE, now);
        now = now.plus(Duration.ofDays(365));
        assertThat(turnstile.admit(HERE, now)).isInstanceOf(TooMany.class);
    }

    @Test
    void whoComesFromElsewhereIsNotHurt() {
        var turnstile = turnstile(OptionalInt.of(1), OptionalInt.of(1));
        assertThat(turnstile.admit(HERE, now)).isInstanceOf(Admitted.class);
        assertThat(turnstile.admit(HERE, now)).isInstanceOf(TooMany.class);
        assertThat(turnstile.admit(THERE, now)).isInstanceOf(Admitted.class);
    }

    @Test
    void soManyMayComeAtAStretchAndThenOneAfterTheOther() {
        var turnstile = inAMinute(6);
        assertThat(comeAndGo(turnstile, HERE, 10)).isEqualTo(6);
        assertThat(turnstile.admit(HERE, now))
                .isEqualTo(new TooFast(FROM_HERE, SECOND.multipliedBy(10)));
        now = now.plusSeconds(4);
        assertThat(turnstile.admit(HERE, now))
                .isEqualTo(new TooFast(FROM_HERE, SECOND.multipliedBy(6)));
        now = now.plusSeconds(6);
        assertThat(comeAndGo(turnstile, HERE, 10)).isEqualTo(1);
        now = now.plusSeconds(30);
        assertThat(comeAndGo(turnstile, HERE, 10)).isEqualTo(3);
        now = now.plus(MINUTE);
        assertThat(comeAndGo(turnstile, HERE, 10)).isEqualTo(6);
        now = now.plus(Duration.ofDays(1));
        assertThat(comeAndGo(turnstile, HERE, 10)).isEqualTo(6);
    }

    @Test
    void whoWaitsAsLongAsTheyAreToldComesIn() {
        var turnstile = inAMinute(7);
        assertThat(comeAndGo(turnstile, HERE, 7)).isEqualTo(7);
        for (var i = 0; i < 100; i++) {
            var answer = turnstile.admit(HERE, now);
            assertThat(answer).isInstanceOf(TooFast.class);
            var wait = ((TooFast) answer).retryAfter();
            assertThat(wait).isPositive().isLessThanOrEqualTo(MINUTE.dividedBy(7));
            now = now.plus(wait);
            assertThat(comeAndGo(turnstile, HERE, 1)).isEqualTo(1);
        }
    }

    @Test
    void whoIsTurnedAwayIsNotCounted() {
        var turnstile = turnstile(OptionalInt.of(1), OptionalInt.of(3));
        turnstile.admit(HERE, now);
        for (var i = 0; i < 100; i++) {
            assertThat(turnstile.admit(HERE, now)).isInstanceOf(TooMany.class);
        }
        turnstile.leave(HERE);
        assertThat(comeAndGo(turnstile, HERE, 100)).as("that were left of three").isEqualTo(2);
        now = now.plusSeconds(20);
        assertThat(comeAndGo(turnstile, HERE, 1)).isEqualTo(1);
    }

    @Test
    void ofAnIpv6AddressTheNetworkCounts() {
        var turnstile = atOnce(1);
        turnstile.admit(InetAddress.ofLiteral("2001:db8:1:2::1"), now);
        assertThat(turnstile.admit(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"), now))
                .isEqualTo(new TooMany(Network.parse("2001:db8:1:2::/64").orElseThrow(), 1));
        assertThat(turnstile.admit(InetAddress.ofLiteral("2001:db8:1:3::1"), now))
                .isInstanceOf(Admitted.class);
        turnstile.leave(InetAddress.ofLiteral("2001:db8:1:2:3:4:5:6"));
        assertThat(turnstile.admit(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"), now))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void anIpv4AddressInAnIpv6OneIsTheSame() {
        var turnstile = atOnce(1);
        turnstile.admit(HERE, now);
        assertThat(turnstile.admit(InetAddress.ofLiteral("::ffff:192.0.2.7"), now))
                .isInstanceOf(TooMany.class);
    }

    @Test
    void exemptNetworksAreNotCounted() {
        var turnstile = turnstile(OptionalInt.of(1), OptionalInt.of(1), "192.0.2.0/29", "::1");
        for (var i = 0; i < 100; i++) {
            assertThat(turnstile.admit(HERE, now)).isInstanceOf(Admitted.class);
            assertThat(turnstile.admit(InetAddress.ofLiteral("::1"), now))
                    .isInstanceOf(Admitted.class);
        }
        turnstile.leave(HERE);
        assertThat(turnstile.admit(THERE, now)).isInstanceOf(Admitted.class);
        assertThat(turnstile.admit(THERE, now)).isInstanceOf(TooMany.class);
    }

    @Test
    void withoutLimitsEverybodyComesIn() {
        var turnstile = turnstile(OptionalInt.empty(), OptionalInt.empty());
        for (var i = 0; i < 1_000; i++) {
            assertThat(turnstile.admit(HERE, now)).isInstanceOf(Admitted.class);
        }
        for (var i = 0; i < 1_000; i++) {
            turnstile.leave(HERE);
        }
    }

    @Test
    void onlyWhoIsHereCanLeave() {
        var turnstile = atOnce(2);
        turnstile.admit(HERE, now);
        turnstile.leave(HERE);
        assertThatIllegalStateException().isThrownBy(() -> turnstile.leave(HERE));
        assertThatIllegalStateException().isThrownBy(() -> turnstile.leave(THERE));
    }

    @Test
    void onlySoManyNetworksAreRememberedAndTheBusiestStay() {
        var turnstile = turnstile(OptionalInt.of(2), OptionalInt.of(2));
        var busy = InetAddress.ofLiteral("192.0.2.9");
        assertThat(turnstile.admit(HERE, now)).isInstanceOf(Admitted.class);
        assertThat(turnstile.admit(HERE, now)).isInstanceOf(Admitted.class);
        assertThat(comeAndGo(turnstile, THERE, 3)).isEqualTo(2);
        assertThat(comeAndGo(turnstile, busy, 3)).isEqualTo(2);
        for (var i = 0; i < Turnstile.NETWORKS - 1; i++) {
            if (i == Turnstile.NETWORKS / 2) {
                assertThat(comeAndGo(turnstile, busy, 1)).isZero();
            }
            var other = InetAddress.ofLiteral("10.0." + i / 256 + "." + i % 256);
            assertThat(comeAndGo(turnstile, other, 1)).isEqualTo(1);
        }
        assertThat(comeAndGo(turnstile, THERE, 3)).as("was quiet for longest").isEqualTo(2);
        assertThat(comeAndGo(turnstile, busy, 1)).isZero();
        assertThat(turnstile.admit(HERE, now)).as("is here").isInstanceOf(TooMany.class);
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOut() {
        var turnstile = inAMinute(6);
        comeAndGo(turnstile, HERE, 6);
        now = now.minus(Duration.ofDays(1));
        assertThat(turnstile.admit(HERE, now))
                .isEqualTo(new TooFast(FROM_HERE, SECOND.multipliedBy(10)));
        now = now.plusSeconds(10);
        assertThat(comeAndGo(turnstile, HERE, 10)).isEqualTo(1);
    }

    @Test
    void anyThreadMayCall() throws InterruptedException {
        var turnstile = atOnce(50);
        var answers = new ConcurrentLinkedQueue<Turnstile.Answer>();
        var threads =
                IntStream.range(0, 8)
                        .mapToObj(_ ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            for (var i = 0; i < 10; i++) {
                                                answers.add(turnstile.admit(HERE, now));
                                            }
                                        }))
                        .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(answers).hasSize(80).filteredOn(it -> it instanceof Admitted).hasSize(50);
    }
}
