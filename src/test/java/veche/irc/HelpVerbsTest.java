package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class HelpVerbsTest {

    @Test
    void everyVerbIsExplainedAndNothingElseIs() {
        assertThat(ResourceBundle.getBundle("veche.irc.help").keySet())
                .containsExactlyInAnyOrderElementsOf(Verbs.names());
    }

    @Test
    void anExplanationBeginsWithHowTheVerbIsWritten() {
        for (var verb : Verbs.all()) {
            assertThat(HelpVerbs.line(verb)).startsWith(verb.name());
        }
    }
}
