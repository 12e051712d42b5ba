package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import veche.chat.FormerNames.Former;
import veche.event.Author;
import veche.name.Nickname;
import veche.name.PersonId;

/// Who was called how, and is not any more.
class FormerNamesTest {

    private final FormerNames names = new FormerNames();

    @Test
    void theLatestComesFirstHoweverTheNameIsWritten() {
        note("ann", 1);
        note("Ann", 2);
        assertThat(names.of(new Nickname("ANN")))
                .extracting(Former::until)
                .containsExactly(Instant.ofEpochSecond(2), Instant.ofEpochSecond(1));
    }

    @Test
    void nobodyWasCalledWhatNobodyWasCalled() {
        note("ann", 1);
        assertThat(names.of(new Nickname("bob"))).isEmpty();
    }

    @Test
    void ofOneNameTheLastTimesAreRemembered() {
        for (var i = 0; i <= FormerNames.TIMES; i++) {
            note("ann", i);
        }
        assertThat(names.of(new Nickname("ann")))
                .hasSize(FormerNames.TIMES)
                .extracting(Former::until)
                .doesNotContain(Instant.ofEpochSecond(0));
    }

    @Test
    void theNameThatWasGivenUpLongestAgoIsForgotten() {
        note("ann", 0);
        note("bob", 1);
        note("ann", 2);
        for (var i = 2; i <= FormerNames.NAMES; i++) {
            note("guest" + i, 3);
        }
        assertThat(names.of(new Nickname("bob"))).isEmpty();
        assertThat(names.of(new Nickname("ann"))).hasSize(2);
    }

    private void note(String name, int seconds) {
        var who =
                new Author(new PersonId(1), new Nickname(name), Optional.empty(), "~u@example.org");
        names.note(new Former(who, Optional.empty(), Instant.ofEpochSecond(seconds)));
    }
}
