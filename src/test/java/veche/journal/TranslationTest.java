package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import veche.event.Event;
import veche.name.ChannelName;

/// What no journal finds again by itself, and what stands in it all the same.
class TranslationTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itIsWrittenWhetherAChannelThatEndedWasPrivate(boolean wasPrivate) {
        var closed = new Event.ChannelClosed(new ChannelName("#tea"), wasPrivate);
        assertThat(Translation.event(Translation.row(closed))).isEqualTo(closed);
    }
}
