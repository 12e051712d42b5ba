package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When the operator learns that nothing can be stored.
class OutageTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void aDiskThatDoesNotAnswerIsTroubleUntilItDoes() {
        var outage = new Outage(Duration.ZERO);
        assertThat(outage.trouble()).isEmpty();
        outage.attempt();
        assertThat(outage.trouble())
                .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("has not answered"));
        outage.over();
        assertThat(outage.trouble()).isEmpty();
    }

    @Test
    void aDiskThatTakesItsTimeIsNone() {
        var outage = new Outage(NEVER);
        outage.attempt();
        assertThat(outage.trouble()).isEmpty();
    }

    @Test
    void aFailureIsTroubleWhileItIsTriedAgain() {
        var outage = new Outage(NEVER);
        outage.attempt();
        outage.failed(new JournalException(JournalException.Trouble.DISK_FULL, "full"), 1);
        outage.attempt();
        assertThat(outage.trouble())
                .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("full"));
        outage.over();
        assertThat(outage.trouble()).isEmpty();
    }
}
