package veche.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AccountIdTest {

    @Test
    void idsBeginAtOne() {
        assertThat(new AccountId(1).value()).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId(0));
    }

    @Test
    void olderAccountsHaveSmallerIds() {
        assertThat(new AccountId(2)).isLessThan(new AccountId(10));
    }
}
