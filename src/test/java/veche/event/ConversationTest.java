package veche.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import veche.event.Conversation.Between;
import veche.name.PersonId;

class ConversationTest {

    private static final PersonId ANN = new PersonId(1);
    private static final PersonId BOB = new PersonId(2);

    @Test
    void twoPeopleHaveOneConversationWhoeverBegins() {
        assertThat(Between.of(ANN, BOB)).isEqualTo(Between.of(BOB, ANN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Between(BOB, ANN));
    }

    @Test
    void peopleMayWriteToThemselves() {
        assertThat(Between.of(ANN, ANN)).isEqualTo(new Between(ANN, ANN));
    }

    @Test
    void aCredentialIsNotShown() {
        assertThat(new Credential("$argon2id$v=19$secret").toString()).doesNotContain("argon");
        assertThat(new Event.CredentialSet(ANN, new Credential("abc")).toString())
                .doesNotContain("abc");
    }
}
