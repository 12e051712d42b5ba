package veche.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.language.Language;

class HelpTest {

    private final Screen screen = new Screen();
    @AutoClose private final TestLog log = new TestLog();

    private final Commands commands =
            new Commands(
                    List.of(
                            () -> new LogsCommand(log.serviceLog, log.clock),
                            () -> new StopCommand((delay, reason) -> {})));

    private void run(Language language, String... words) {
        commands.run(new Request(List.of(words), false, language), screen);
    }

    @Test
    void helpSaysWhichCommandsThereAre() {
        run(Language.ENGLISH, "help");
        assertThat(screen.text())
                .isEqualTo(
                        """
                          help  Say which commands there are, or how to write one.
                          logs  Show the end of the service log.
                          stop  Tell everyone, finish what was begun, and end the server.

                        To read more about a command: help COMMAND\
                        """);
    }

    @Test
    void helpExplainsACommand() {
        run(Language.RUSSIAN, "help", "logs", "clear");
        assertThat(screen.text())
                .isEqualTo(
                        """
                        Как писать: logs clear [-h] [--json] [--shred]
                        Очистить журнал сервера; прежние записи остаются в архиве.

                        Параметры:
                          -h, --help    Объяснить эту команду.
                              --json    Ответить в JSON, для программ.
                              --shred   Не оставлять архива: перезаписать прежние записи и удалить их.
                                          Архивы прежних очисток остаются, а некоторые диски хранят
                                          копии перезаписанного.\
                        """);
    }

    @Test
    void everyCommandExplainsItselfAndIsCalledAsTheOperatorCallsIt() {
        screen.prefix = "veche ctl ";
        run(Language.ENGLISH, "logs", "-h");
        assertThat(screen.text()).startsWith("Usage: veche ctl logs [-fh]");
    }

    @Test
    void helpDoesNotKnowWhatThereIsNot() {
        run(Language.ENGLISH, "help", "logs", "burn");
        assertThat(screen.complaint())
                .startsWith("There is no command burn here. There are: clear");
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatCanBeWrittenIsDescribed(Language language) {
        assertThat(Descriptions.missing(commands, language)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "phrases"})
    void everyLanguageHasEveryPhrase(String bundle) throws IOException {
        assertThat(keys(bundle + "_ru")).isEqualTo(keys(bundle));
    }

    private static Set<Object> keys(String bundle) throws IOException {
        var properties = new Properties();
        try (var in = HelpTest.class.getResourceAsStream(bundle + ".properties")) {
            properties.load(requireNonNull(in));
        }
        return properties.keySet();
    }
}
