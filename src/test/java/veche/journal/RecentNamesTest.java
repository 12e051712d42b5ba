package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import veche.name.CaseMapping;

/// Names of a journal are read as ever, however many there are.
class RecentNamesTest {

    private final RecentNames names = new RecentNames(CaseMapping.RFC1459);

    @Test
    void manyAreReadByTheMappingOfTheServer() {
        for (var i = 0; i < 2_000; i++) {
            assertThat(names.nickname("ann[" + i))
                    .isEqualTo(CaseMapping.RFC1459.nickname("ANN{" + i));
            assertThat(names.channel("#tea" + i))
                    .isEqualTo(CaseMapping.RFC1459.channel("#TEA" + i));
        }
    }

    @Test
    void thoseThatCameLastAreNotLookedAtAnew() {
        assertThat(names.nickname("ann")).isSameAs(names.nickname("ann"));
        assertThat(names.channel("#tea")).isSameAs(names.channel("#tea"));
    }

    @Test
    void whatIsNoNameIsABug() {
        assertThatThrownBy(() -> names.nickname("a b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> names.channel("tea")).isInstanceOf(IllegalArgumentException.class);
    }
}
