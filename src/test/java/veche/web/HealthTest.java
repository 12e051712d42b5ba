package veche.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import veche.journal.JournalException;

class HealthTest {

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.SERVING);
    private final AtomicReference<Optional<JournalException>> trouble =
            new AtomicReference<>(Optional.empty());
    private final Health health = new Health(phase::get, trouble::get);

    @ParameterizedTest
    @EnumSource
    void itIsWellWhateverItIsDoing(Phase now) {
        phase.set(now);
        assertThat(health.health()).isEqualTo(Answer.ok("ok"));
    }

    @ParameterizedTest
    @EnumSource(names = "SERVING", mode = EnumSource.Mode.EXCLUDE)
    void itIsNotReadyUnlessItLetsPeopleIn(Phase now) {
        phase.set(now);
        var word = now.name().toLowerCase(Locale.ROOT);
        assertThat(health.readiness()).isEqualTo(Answer.unavailable(word));
    }

    @Test
    void itIsNeitherWellNorReadyWhileNothingCanBeStored() {
        trouble.set(Optional.of(new JournalException("the disk is on fire", new Exception())));
        assertThat(health.health()).isEqualTo(Answer.unavailable("journal: failed"));
        assertThat(health.readiness()).isEqualTo(Answer.unavailable("journal: failed"));
        trouble.set(Optional.empty());
        assertThat(health.health()).isEqualTo(Answer.ok("ok"));
        assertThat(health.readiness()).isEqualTo(Answer.ok("ok"));
    }
}
