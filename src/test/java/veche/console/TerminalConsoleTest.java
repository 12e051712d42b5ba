package veche.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import veche.language.Language;

@Timeout(30)
class TerminalConsoleTest {

    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @AutoClose private final TestLog log = new TestLog();
    private final Typist operator = new Typist();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final StopSignals signals =
            new StopSignals(
                    (delay, reason) -> events.add("stop"), status -> events.add("halt " + status));
    private final Path history = log.folder.resolve("console.history");
    private volatile String prompt = "veche> ";
    @AutoClose private final TerminalConsole console;
    private final Thread main;

    TerminalConsoleTest() throws Exception {
        var rows = new ArrayList<>(SampleCommands.rows());
        rows.add(() -> new LogsCommand(log.serviceLog, log.clock));
        var terminal =
                new ExternalTerminal(
                        "test", "xterm", operator.keyboard(), operator.screen(), UTF_8);
        terminal.setSize(Size.of(120, 40));
        console =
                new TerminalConsole(
                        terminal,
                        new Commands(rows),
                        log.serviceLog,
                        Language.ENGLISH,
                        history,
                        () -> prompt,
                        signals);
        main = Thread.ofPlatform().start(console::run);
        operator.sees("veche> ");
    }

    @AfterEach
    void stop() throws InterruptedException {
        console.stop();
        main.join();
    }

    private String event() throws InterruptedException {
        return String.valueOf(events.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void aCommandIsReadAndAnswered() throws Exception {
        operator.type("greet Боря\r");
        operator.sees("Good morning, Боря, after 0");
        operator.sees("veche> ");
    }

    @Test
    void commandsAndArgumentsAreCompleted() throws Exception {
        operator.type("gre\tБ\t\r");
        operator.sees("Good morning, Боря, after 0");
        operator.type("acc\tl\t--pre\tb\r");
        operator.sees("bob");
    }

    @Test
    void aLogLineComesAboveThePromptAndLeavesWhatIsTyped() throws Exception {
        operator.type("greet a");
        operator.sees("greet a");
        log.logger.info("somebody connected");
        operator.sees("INFO  somebody connected");
        operator.sees("veche> greet a");
        operator.type("nn\r");
        operator.sees("Good morning, ann");
    }

    @Test
    void thePromptFollowsTheState() throws Exception {
        prompt = "veche (paused)> ";
        console.refresh();
        operator.sees("veche (paused)> ");
        prompt = "veche> ";
        operator.type("greet ann\r");
        operator.sees("Good morning");
        operator.sees("veche> ");
    }

    @Test
    void ctrlCClearsWhatIsTyped() throws Exception {
        operator.type("greet");
        operator.sees("greet");
        operator.type(CTRL_C);
        operator.sees("veche> ");
        operator.type("greet ann\r");
        operator.sees("Good morning, ann");
        assertThat(events).isEmpty();
    }

    @Test
    void ctrlCWithNothingTypedStopsAndASecondOneForces() throws Exception {
        operator.type(CTRL_C);
        assertThat(event()).isEqualTo("stop");
        operator.sees("Stopping. Ctrl-C again ends it on the spot.");
        operator.sees("veche> ");
        operator.type(CTRL_C);
        assertThat(event()).isEqualTo("halt 130");
    }

    @Test
    void ctrlDOnlySaysHowToStop() throws Exception {
        operator.type(CTRL_D);
        operator.sees("To stop the server: stop");
        operator.type("greet ann\r");
        operator.sees("Good morning, ann");
        assertThat(events).isEmpty();
    }

    @Test
    void questionsAreAskedAtThePrompt() throws Exception {
        operator.type("accounts clear\r");
        operator.sees("To stop the server: stop [yes/no] ");
        operator.type("yes\r");
        operator.sees("cleared");
        operator.sees("veche> ");
        operator.type("accounts clear\r");
        operator.sees("[yes/no] ");
        operator.type(CTRL_C);
        operator.sees("Nothing was done.");
        operator.sees("veche> ");
        assertThat(events).isEmpty();
    }

    @Test
    void followingTheLogEndsWithCtrlC() throws Exception {
        log.logger.info("first");
        operator.sees("first");
        operator.type("logs -f\r");
        operator.sees("Bell: first");
        log.logger.info("second");
        operator.sees("Bell: second");
        operator.type(CTRL_C);
        operator.sees("veche> ");
        log.logger.info("third");
        operator.sees("INFO  third");
        assertThat(events).isEmpty();
    }

    @Test
    void whatIsAskedHiddenIsNeitherShownNorRemembered() throws Exception {
        operator.type("accounts password\r");
        operator.sees("To stop the server: stop ");
        operator.type("geheim\r");
        operator.sees("got 6");
        operator.sees("veche> ");
        assertThat(Files.readString(history))
                .contains("accounts password")
                .doesNotContain("geheim");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void itReturnsWhenTheServerWasStoppedFromElsewhere() throws Exception {
        operator.type("half a comm");
        operator.sees("half a comm");
        console.stop();
        main.join();
        assertThat(events).isEmpty();
    }

    @Test
    void itReturnsAlsoFromTheMiddleOfAnAnswerOrAQuestion() throws Exception {
        operator.type("accounts clear\r");
        operator.sees("[yes/no]");
        console.stop();
        main.join();
    }

    @Test
    void aTerminalThatIsGoneDoesNotStopTheServer() throws Exception {
        operator.type(CTRL_D);
        operator.sees("To stop the server: stop");
        operator.leave();
        log.logger.info("still here");
        operator.sees("still here");
        assertThat(main.isAlive()).isTrue();
        assertThat(events).isEmpty();
    }
}
