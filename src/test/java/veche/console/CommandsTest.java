package veche.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import veche.language.Language;

class CommandsTest {

    private final Screen screen = new Screen();

    private Exit run(String line) {
        return run(line, false, Language.ENGLISH);
    }

    private Exit run(String line, boolean json, Language language) {
        var request = new Request(CommandLineWords.of(line), json, language);
        return SampleCommands.table().run(request, screen);
    }

    @Test
    void aCommandAnswersInWords() {
        assertThat(run("greet ann --after 2m")).isEqualTo(Exit.DONE);
        assertThat(screen.out).containsExactly("Good morning, ann, after 120");
    }

    @Test
    void aCommandAnswersInJson() {
        assertThat(run("greet ann --json")).isEqualTo(Exit.DONE);
        assertThat(run("accounts list --prefix an", true, Language.ENGLISH)).isEqualTo(Exit.DONE);
        assertThat(run("accounts list --prefix x", true, Language.ENGLISH)).isEqualTo(Exit.DONE);
        assertThat(run("accounts clear --yes --json")).isEqualTo(Exit.DONE);
        assertThat(screen.text())
                .isEqualTo(
                        """
                        {"greeted":"ann"}
                        [{"name":"ann"}
                        ,{"name":"anton"}
                        ]
                        []
                        {"done":true}\
                        """);
    }

    @Test
    void jsonIsAskedForBeforeOrBehindACommand() {
        run("--json accounts list --prefix x");
        run("accounts --json list --prefix x");
        run("accounts list --prefix x --json");
        assertThat(screen.out).containsExactly("[]", "[]", "[]");
    }

    @Test
    void aWordBeginningWithAnAtSignIsNoFile() {
        run("greet @ann");
        assertThat(screen.text()).startsWith("Good morning, @ann");
    }

    @Test
    void quotesHoldWordsTogetherAndAnApostropheIsALetter() {
        assertThat(CommandLineWords.of("say don't \"stop  now\" a\\ b "))
                .containsExactly("say", "don't", "stop  now", "a b");
        assertThat(CommandLineWords.of("say \"half open")).containsExactly("say", "half open");
        assertThat(CommandLineWords.of("say \\")).hasSizeBetween(1, 2);
        assertThat(CommandLineWords.of(" \t ")).isEmpty();
    }

    private static List<String> spoken(String line) {
        return CommandLineWords.of(line, "say"::equals);
    }

    @Test
    void whatIsSaidToPeopleIsOneWordBehindTheOptions() {
        assertThat(spoken("say it's \"so\"  --json"))
                .containsExactly("say", "--", "it's \"so\"  --json");
        assertThat(spoken(" --json  say a\\\n\"b\""))
                .containsExactly("--json", "say", "--", "a\\\n\"b\"");
        assertThat(spoken("say --json --after=2 -- --help"))
                .containsExactly("say", "--json", "--after=2", "--", "--help");
        assertThat(spoken("\"say\" -5")).containsExactly("say", "--", "-5");
        assertThat(spoken("say --json: \"x\"")).containsExactly("say", "--", "--json: \"x\"");
    }

    @Test
    void whereNothingIsSaidTheWordsAreAsEver() {
        for (var line :
                List.of("say", "say --", "say --help", "say -h", "say --json ", "--json say")) {
            assertThat(spoken(line)).as(line).isEqualTo(CommandLineWords.of(line));
        }
        assertThat(spoken("greet \"a  b\"")).containsExactly("greet", "a  b");
        assertThat(spoken("-- say \"a  b\"")).containsExactly("--", "say", "a  b");
        assertThat(spoken("\"--json\" say \"a  b\"")).containsExactly("--json", "say", "a  b");
        assertThat(spoken(" ")).isEmpty();
    }

    @Test
    void mistakesAreExplainedInTheOperatorsLanguage() {
        assertThat(run("gret ann")).isEqualTo(Exit.MISUSED);
        assertThat(run("greet")).isEqualTo(Exit.MISUSED);
        assertThat(run("greet ann bob")).isEqualTo(Exit.MISUSED);
        assertThat(run("greet ann --soon")).isEqualTo(Exit.MISUSED);
        assertThat(run("greet ann --after soon")).isEqualTo(Exit.MISUSED);
        assertThat(run("accounts")).isEqualTo(Exit.MISUSED);
        assertThat(run("accounts kick")).isEqualTo(Exit.MISUSED);
        assertThat(run("greet ann --after soon", false, Language.RUSSIAN)).isEqualTo(Exit.MISUSED);
        assertThat(screen.out).isEmpty();
        assertThat(screen.complaint())
                .isEqualTo(
                        """
                        There is no command gret here. There are: help, greet, accounts, break, stop
                        To read more: help
                        Something is missing: NAME
                        To read more: help greet
                        That is too much: bob
                        To read more: help greet
                        There is no option --soon here.
                        To read more: help greet
                        soon cannot be the value of --after: a number and s, m, h or d, such as 90s or 2h
                        To read more: help greet
                        Something is missing: one of list, clear, password
                        There is no command kick here. There are: list, clear, password
                        To read more: help accounts
                        soon не годится как значение --after: число и s, m, h или d, например 90s или 2h
                        Подробнее: help greet\
                        """);
    }

    @Test
    void whoWantsJsonGetsMistakesInJson() {
        assertThat(run("greet ann bob", true, Language.ENGLISH)).isEqualTo(Exit.MISUSED);
        assertThat(screen.err).isEmpty();
        assertThat(screen.text())
                .startsWith("{\"error\":\"That is too much: bob\\n")
                .endsWith(",\"exit\":2}");
    }

    @Test
    void whatBreaksIsToldWithoutAStackTrace() {
        assertThat(run("break")).isEqualTo(Exit.FAILED);
        assertThat(screen.err)
                .containsExactly(
                        "That failed: java.io.IOException: the disk is full. The log has the details.");
    }

    @Test
    void nothingHappensWithoutAYes() {
        screen.answers.addAll(List.of("no", " YES ", "да"));
        assertThat(run("accounts clear")).isEqualTo(Exit.FAILED);
        assertThat(screen.err).containsExactly("Nothing was done.");
        assertThat(run("accounts clear")).isEqualTo(Exit.DONE);
        assertThat(run("accounts clear", false, Language.RUSSIAN)).isEqualTo(Exit.DONE);
        assertThat(screen.out).containsExactly("cleared", "cleared");
        assertThat(screen.questions)
                .containsExactly(
                        "To stop the server: stop [yes/no] ",
                        "To stop the server: stop [yes/no] ",
                        "Остановить сервер: stop [да/нет] ");
    }

    @Test
    void whereNobodyCanBeAskedTheFlagIsNamed() {
        screen.asks = false;
        assertThat(run("accounts clear")).isEqualTo(Exit.FAILED);
        assertThat(screen.complaint()).contains("Add --yes to the command.");
        assertThat(run("accounts clear --yes")).isEqualTo(Exit.DONE);
    }

    @Test
    void aPasswordIsAskedForHidden() {
        screen.answers.add("secret");
        run("accounts password");
        assertThat(screen.questions.getFirst()).startsWith("hidden: ");
        assertThat(screen.text()).isEqualTo("got 6");
    }
}
