package veche.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.language.Language;

class CompletionTest {

    @Command(name = "log")
    static final class SetLevel implements OperatorCommand.Inquiry {

        @Option(names = "--level")
        private Level level = Level.INFO;

        @Override
        public void run(Operator operator) {
            operator.print(level.name());
        }
    }

    private final Completion samples = new Completion(SampleCommands.table(), Language.RUSSIAN);

    private List<String> after(String words, String begun) {
        return samples.after(CommandLineWords.of(words), begun).stream()
                .map(Candidate::value)
                .toList();
    }

    @Test
    void commandsComeFirst() {
        assertThat(after("", "")).containsExactly("help", "greet", "accounts", "break", "stop");
        assertThat(samples.after(List.of(), "").getLast().descr())
                .isEqualTo("Предупредить всех, закончить начатое и остановить сервер.");
        assertThat(after("accounts", "l")).containsExactly("list", "clear", "password");
        assertThat(after("help", "")).contains("accounts", "greet");
        assertThat(after("nonsense", "")).isEmpty();
    }

    @Test
    void argumentsAreWhatTheServerKnows() {
        assertThat(after("greet", "a")).containsExactly("ann", "Боря");
        assertThat(after("greet --after 2m", "")).containsExactly("ann", "Боря");
        assertThat(after("greet ann", "")).isEmpty();
    }

    @Test
    void optionsAreToldToWhoBeginsOne() {
        assertThat(after("accounts clear", "--")).contains("--yes", "--json", "--help");
        assertThat(after("greet ann --after", "")).isEmpty();
    }

    @Test
    void valuesThatAreKnownBeforehandAreTold() {
        var completion = new Completion(new Commands(List.of(SetLevel::new)), Language.ENGLISH);
        assertThat(completion.after(List.of("log", "--level"), ""))
                .extracting(Candidate::value)
                .containsExactly("error", "warn", "info", "debug", "trace");
    }

    @Test
    void aLineIsCompletedWhereItsLastWordBegins() {
        assertThat(samples.complete("accounts cl"))
                .containsExactly(new Commands.Completed(9, "clear"));
        assertThat(samples.complete("accounts clear --Y"))
                .containsExactly(new Commands.Completed(15, "--yes"));
        assertThat(samples.complete("greet б")).containsExactly(new Commands.Completed(6, "Боря"));
        assertThat(samples.complete("")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\"", "greet \"a", "greet a\\", "greet \\ a", "  ", "\\\""})
    void whatIsHalfWrittenIsNotCompleted(String line) {
        assertThat(samples.complete(line))
                .allMatch(it -> it.start() >= 0 && it.start() <= line.length());
    }
}
