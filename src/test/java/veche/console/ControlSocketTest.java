package veche.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import veche.language.Language;

@Timeout(30)
class ControlSocketTest {

    @AutoClose private final TestLog log = new TestLog();
    @AutoClose private final ControlSocket socket;

    private final CountDownLatch slowBegun = new CountDownLatch(1);
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final CountDownLatch slowEnded = new CountDownLatch(1);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    ControlSocketTest() throws IOException, Failure {
        var rows = new ArrayList<>(SampleCommands.rows());
        rows.add(() -> new LogsCommand(log.serviceLog, log.clock));
        rows.add(Slow::new);
        socket = ControlSocket.open(log.folder, new Commands(rows));
    }

    /// Says two things, and does not end before it may.
    @Command(name = "slow")
    private final class Slow implements OperatorCommand.Inquiry {
        @Override
        public void run(Operator operator) throws InterruptedException {
            operator.print("begun");
            slowBegun.countDown();
            slowMayEnd.await();
            operator.print("ended");
            slowEnded.countDown();
        }
    }

    private int ctl(String line, String... answers) {
        return ctl(new Request(CommandLineWords.of(line), false, Language.ENGLISH), answers);
    }

    private int ctl(Request request, String... answers) {
        var ready = new ArrayList<>(List.of(answers));
        ControlClient.Asker asker =
                (question, hidden) -> {
                    print(err).println((hidden ? "hidden: " : "") + question);
                    return ready.isEmpty() ? Optional.empty() : Optional.of(ready.removeFirst());
                };
        return new ControlClient(
                        log.folder, print(out), print(err), answers.length == 0 ? null : asker)
                .run(request);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, UTF_8);
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(log.folder.resolve("control.sock")));
    }

    private static BufferedReader say(SocketChannel client, String line) throws IOException {
        client.write(ByteBuffer.wrap((line + "\n").getBytes(UTF_8)));
        return new BufferedReader(Channels.newReader(client, UTF_8));
    }

    @Test
    void aCommandIsGivenFromOutside() {
        assertThat(ctl("greet Боря")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("Good morning, Боря, after 0\n");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void mistakesGoToTheStandardErrorInTheClientsLanguage() {
        assertThat(ctl(new Request(List.of("gret"), false, Language.RUSSIAN))).isEqualTo(2);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString(UTF_8))
                .startsWith("Команды gret здесь нет.")
                .endsWith("Подробнее: veche ctl help\n");
    }

    @Test
    void scriptsGetOneDocument() {
        assertThat(ctl("greet ann --json")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("{\"greeted\":\"ann\"}\n");
        out.reset();
        assertThat(ctl("break --json")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).startsWith("{\"error\":").endsWith(",\"exit\":1}\n");
    }

    @Test
    void theOperatorIsAskedWhereTheyAre() {
        assertThat(ctl("accounts clear", "yes")).isZero();
        assertThat(ctl("accounts password", "секрет")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("cleared\ngot 6\n");
        assertThat(err.toString(UTF_8))
                .isEqualTo(
                        "To stop the server: stop [yes/no] \nhidden: To stop the server: stop \n");
    }

    @Test
    void aScriptCannotBeAsked() {
        assertThat(ctl("accounts clear")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("Add --yes");
    }

    @Test
    void onlyItsOwnerCanConnect() throws IOException {
        var path = log.folder.resolve("control.sock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(log.folder.resolve(".ctl")).doesNotExist();
    }

    @Test
    void manyAreAnsweredAtOnce() throws Exception {
        var slow = CompletableFuture.supplyAsync(() -> ctl("slow"), Thread::startVirtualThread);
        slowBegun.await();
        assertThat(ctl("greet ann")).isZero();
        slowMayEnd.countDown();
        assertThat(slow.get()).isZero();
        assertThat(out.toString(UTF_8)).contains("begun", "Good morning, ann", "ended");
    }

    @Test
    void whatIsNoFrameHurtsNobodyElse() throws Exception {
        var slow = CompletableFuture.supplyAsync(() -> ctl("slow"), Thread::startVirtualThread);
        slowBegun.await();
        for (var nonsense :
                List.of(
                        "",
                        "GET / HTTP/1.1",
                        "[]",
                        "{}",
                        "null",
                        "{\"run\":1}",
                        "{\"run\":[1],\"json\":false,\"language\":\"en\",\"width\":80,\"asks\":true}",
                        "{\"run\":[\"help\"]}",
                        "[".repeat(100_000),
                        "{\"out\":\"" + "x".repeat(FrameChannel.LONGEST) + "\"}")) {
            try (var client = connect()) {
                var answer = say(client, nonsense);
                assertThat(answer.readLine()).as(nonsense).startsWith("{\"err\":");
                assertThat(answer.readLine()).isEqualTo("{\"exit\":2}");
            }
        }
        connect().close();
        slowMayEnd.countDown();
        assertThat(slow.get()).isZero();
    }

    @Test
    void aCommandIsCarriedOutAlsoIfItsClientLeaves() throws Exception {
        try (var client = connect()) {
            say(client, new Frame.Run(request("slow"), 80, false).line());
            slowBegun.await();
        }
        slowMayEnd.countDown();
        slowEnded.await();
    }

    private static Request request(String... words) {
        return new Request(List.of(words), false, Language.ENGLISH);
    }

    @Test
    void theLogIsFollowedUntilTheClientLeaves() throws Exception {
        log.logger.info("first");
        try (var client = connect()) {
            var answer = say(client, new Frame.Run(request("logs", "-f"), 80, false).line());
            assertThat(answer.readLine()).contains("Bell: first");
            log.logger.info("second");
            assertThat(answer.readLine()).contains("Bell: second");
        }
    }

    @Test
    void whoFollowsTheLogIsLetGoWhenTheServerStops() throws Exception {
        log.logger.info("first");
        var shown = new PipedInputStream();
        var client =
                new ControlClient(
                        log.folder,
                        new PrintStream(new PipedOutputStream(shown), true, UTF_8),
                        print(err),
                        null);
        var exit =
                CompletableFuture.supplyAsync(
                        () -> client.run(request("logs", "-f")), Thread::startVirtualThread);
        assertThat(new BufferedReader(new InputStreamReader(shown, UTF_8)).readLine())
                .contains("first");
        socket.close();
        assertThat(exit.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void closingWaitsForACommandThatIsBeingCarriedOut() throws Exception {
        var slow = CompletableFuture.supplyAsync(() -> ctl("slow"), Thread::startVirtualThread);
        var idle = connect();
        slowBegun.await();
        var closing =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                socket.close();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        Thread::startVirtualThread);
        assertThat(idle.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        slowMayEnd.countDown();
        assertThat(slow.get()).isZero();
        closing.get();
        assertThat(log.folder.resolve("control.sock")).doesNotExist();
    }

    @Test
    void withoutAServerThereIsOneClearSentence() throws IOException {
        socket.close();
        assertThat(ctl("help")).isEqualTo(3);
        assertThat(err.toString(UTF_8))
                .startsWith("No server runs with the data folder " + log.folder)
                .hasLineCount(1);
        assertThat(ctl("help --json")).isEqualTo(3);
        assertThat(out.toString(UTF_8)).startsWith("{\"error\":").endsWith("\"exit\":3}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "say add --json to it, false",
        "say -- --json, false",
        "-- say --json, false",
        "greet -- --json, false",
        "say --json add it, true",
        "--json say add it, true",
        "greet say --json, true",
    })
    void onlyAnOptionAsksForJson(String line, boolean isAsked) throws IOException {
        socket.close();
        assertThat(ctl(line)).isEqualTo(3);
        assertThat(out.toString(UTF_8).startsWith("{\"error\":")).isEqualTo(isAsked);
        assertThat(err.toString(UTF_8).isEmpty()).isEqualTo(isAsked);
    }

    @Test
    void theSocketOfADeadServerIsReplaced() throws Exception {
        var folder = Files.createDirectory(log.folder.resolve("other"));
        var path = folder.resolve("control.sock");
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path));
        }
        var client = new ControlClient(folder, print(out), print(err), null);
        assertThat(client.run(request("help"))).isEqualTo(3);
        Files.createDirectory(folder.resolve(".ctl"));
        Files.createFile(folder.resolve(".ctl/s"));
        try (var _ = ControlSocket.open(folder, SampleCommands.table())) {
            assertThat(client.run(request("help"))).isZero();
        }
    }

    @Test
    void aPathThatIsTooLongForASocketIsNamed() {
        var deep = log.folder.resolve("x".repeat(90));
        assertThatThrownBy(() -> ControlSocket.open(deep, SampleCommands.table()))
                .isInstanceOfSatisfying(
                        Failure.class,
                        it ->
                                assertThat(it.in(Language.ENGLISH))
                                        .startsWith("The data folder is too deep: " + deep)
                                        .contains("107"));
    }
}
