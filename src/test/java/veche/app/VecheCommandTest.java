package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import veche.console.Descriptions;

class VecheCommandTest {

    @Test
    void helpExplainsEverythingThatCanBeWritten() {
        assertThat(Descriptions.missing(VecheCommand.line())).isEmpty();
    }
}
