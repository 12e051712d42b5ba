package veche.net;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.echo.EchoService;

class FewFilesTest {

    private static final int ALLOWED = 256;

    /// A server of its own process, since nothing works in one that has run out of files.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            logOnlyTrouble();
            var connections = TestServer.connections(10_000, 1000);
            try (var listener =
                    new Listener("echo", TestServer.freePort(), new EchoService(), connections)) {
                listener.open();
                System.out.println("allowed " + OpenFiles.connections());
                System.out.println("port " + listener.address().getPort());
                // Until the parent closes our input, which it does also by dying.
                System.in.transferTo(System.out);
            }
        }

        private static void logOnlyTrouble() {
            var log = (LoggerContext) LoggerFactory.getILoggerFactory();
            log.reset();
            var appender =
                    new AppenderBase<ILoggingEvent>() {
                        @Override
                        protected void append(ILoggingEvent event) {
                            System.out.println(event.getFormattedMessage());
                        }
                    };
            appender.start();
            var root = log.getLogger(Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.WARN);
            root.addAppender(appender);
        }
    }

    @Test
    @Timeout(120)
    void whenFilesRunOutWhoIsInIsServedAndOthersWaitTheirTurn() throws Exception {
        var child = start();
        var clients = new ArrayList<Socket>();
        try (var output = child.inputReader(StandardCharsets.UTF_8)) {
            var allowed = Integer.parseInt(await(output, "allowed "));
            assertThat(allowed).isBetween(1, ALLOWED);
            var port = Integer.parseInt(await(output, "port "));
            // Half of the files that are left are kept free, so some more than these fit, at most
            // twice as many; and those who do not are fewer than those who will have left.
            for (var i = 0; i < allowed * 5 / 2; i++) {
                clients.add(new Socket(InetAddress.getLoopbackAddress(), port));
            }
            await(output, "cannot accept clients");
            // Those who came first are in, and the rest fit when they leave.
            var first = clients.subList(0, allowed);
            for (var client : first) {
                assertEchoes(client);
            }
            for (var client : first) {
                client.close();
            }
            for (var client : clients.subList(allowed, clients.size())) {
                assertEchoes(client);
            }
        } finally {
            for (var client : clients) {
                client.close();
            }
            child.getOutputStream().close();
            if (!child.waitFor(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        }
        assertThat(child.exitValue()).isZero();
    }

    private static Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var limited = "ulimit -n " + ALLOWED + " && exec \"$0\" \"$@\"";
        var command = List.of("sh", "-c", limited, java, "-cp", classPath, Child.class.getName());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /// Reads until a line that has this in it.
    ///
    /// @return the rest of that line
    private static String await(BufferedReader output, String words) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var at = line.indexOf(words);
            if (at >= 0) {
                return line.substring(at + words.length());
            }
        }
        throw new AssertionError("the child ended and did not say: " + words);
    }

    private static void assertEchoes(Socket client) throws IOException {
        client.setSoTimeout((int) TestServer.PATIENCE.toMillis());
        client.getOutputStream().write('!');
        assertThat(client.getInputStream().read()).isEqualTo('!');
    }
}
