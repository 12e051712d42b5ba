package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import veche.name.ChannelName;
import veche.name.PersonId;

class ChannelOffersTest {

    private static final Instant MADE = Instant.EPOCH;

    private static final ChannelName TEA = new ChannelName("#tea");
    private static final PersonId ANN = new PersonId(1);
    private static final PersonId BOB = new PersonId(2);
    private static final PersonId EVE = new PersonId(3);

    private Instant now = Instant.EPOCH;
    private final ChannelOffers offers = new ChannelOffers(() -> now);

    @Test
    void anOfferIsGoodForThreeDays() {
        offers.add(TEA, MADE, ANN, BOB);
        now = now.plus(Duration.ofDays(3)).minusMillis(1);
        assertThat(offers.to(BOB)).hasSize(1);
        now = now.plusMillis(1);
        assertThat(offers.to(BOB)).isEmpty();
        assertThat(offers.of(TEA)).isEmpty();
    }

    @Test
    void aChannelIsOfferedToOneAccount() {
        offers.add(TEA, MADE, ANN, BOB);
        var first = offers.of(TEA).orElseThrow();
        offers.add(TEA, MADE, ANN, EVE);
        assertThat(offers.to(BOB)).isEmpty();
        assertThat(offers.to(EVE)).hasSize(1);
        assertThat(offers.remove(first)).isFalse();
    }

    @Test
    void thereIsAnEndToOffers() {
        for (var number = 0; number < 1000; number++) {
            assertThat(offers.add(new ChannelName("#" + number), MADE, ANN, BOB)).isTrue();
        }
        assertThat(offers.add(TEA, MADE, ANN, BOB)).isFalse();
        now = now.plus(Duration.ofDays(3));
        assertThat(offers.add(TEA, MADE, ANN, BOB)).isTrue();
    }
}
