package veche.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import veche.language.Language;

@Timeout(30)
class PipeConsoleTest {

    @AutoClose private final TestLog log = new TestLog();
    private final Typist operator = new Typist();
    @AutoClose private final PipeConsole console;
    private final Thread main;

    PipeConsoleTest() throws IOException {
        var rows = new ArrayList<>(SampleCommands.rows());
        rows.add(() -> new LogsCommand(log.serviceLog, log.clock));
        console =
                new PipeConsole(
                        new Commands(rows),
                        log.serviceLog,
                        Language.ENGLISH,
                        operator.keyboard(),
                        new PrintStream(operator.screen(), false, UTF_8));
        main = Thread.ofPlatform().start(console::run);
    }

    @AfterEach
    void stop() throws InterruptedException {
        console.stop();
        main.join();
    }

    @Test
    void commandsComeLineByLineAndAreAnsweredInOrder() throws Exception {
        operator.type("greet ann\n\n   \ngreet \"Боря Б\"\r\ngret\ngreet eve");
        operator.leave();
        operator.sees("Good morning, ann, after 0\nGood morning, Боря Б, after 0\n");
        operator.sees("There is no command gret here.");
        operator.sees("Good morning, eve");
    }

    @Test
    void theEndOfTheInputDoesNotStopTheServer() throws Exception {
        operator.leave();
        log.logger.info("still here");
        operator.sees("INFO  still here\n");
    }

    @Test
    void nobodyIsAskedThroughAPipe() throws Exception {
        operator.type("accounts clear\n");
        operator.sees("Add --yes to the command.");
        operator.type("accounts clear --yes\n");
        operator.sees("cleared");
    }

    @Test
    void anEndlessAnswerIsRefused() throws Exception {
        operator.type("logs -f\ngreet ann\n");
        operator.sees("That has no end");
        operator.sees("Good morning, ann");
    }

    @Test
    void itReturnsWhenTheServerWasStoppedFromElsewhere() throws Exception {
        operator.type("greet ann\n");
        operator.sees("Good morning");
        console.stop();
        main.join();
    }
}
