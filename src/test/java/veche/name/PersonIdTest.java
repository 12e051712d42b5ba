package veche.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PersonIdTest {

    @Test
    void idsBeginAtOne() {
        assertThat(new PersonId(1).value()).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonId(0));
    }

    @Test
    void olderAccountsHaveSmallerIds() {
        assertThat(new PersonId(2)).isLessThan(new PersonId(10));
    }
}
