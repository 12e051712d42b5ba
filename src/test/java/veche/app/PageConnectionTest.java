package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What people at the page notice of a server that pauses, stops, is killed, or forgets them:
/// nothing is lost, and nothing is said twice.
class PageConnectionTest {

    @RegisterExtension static final Chromium chromium = new Chromium();

    @RegisterExtension final Launcher launcher = new Launcher();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private static ChatServer start() {
        return ChatServer.start("[http]\nlisten = [\"127.0.0.1:0\"]\n");
    }

    private List<String> journal(Path data) throws Exception {
        return Chronicle.read(data, folder.resolve("copy"));
    }

    private static List<String> said(String name, String words, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> name + ": " + words + " " + number)
                .toList();
    }

    @Test
    void whatIsWrittenDuringAPauseWaitsAndIsSentOnce() throws Exception {
        try (var server = start();
                var ann = chromium.open(server.urls().getFirst());
                var bob = server.irc("bob +\nbob > JOIN #veche\nbob ~ :… 366 …")) {
            ann.enter("ann");
            bob.scene("bob ~ :ann JOIN #veche");
            ann.say("before").sees("before");
            bob.scene("bob < :ann PRIVMSG #veche before");
            assertThat(server.ctl("pause", "--disconnect").exit()).isZero();
            assertThat(ann.find("banner")).isVisible();
            for (var number = 1; number <= 5; number++) {
                ann.say("meanwhile " + number);
            }
            assertThat(ann.find("pending")).hasCount(5);
            // Reloading loses nothing of it either.
            ann.page().reload();
            assertThat(server.ctl("resume").exit()).isZero();
            ann.button("Try now").or(ann.composer()).first().click();
            ann.awaitIn("ann");
            for (var number = 1; number <= 5; number++) {
                ann.sees("meanwhile " + number);
            }
            assertThat(ann.find("pending")).hasCount(0);
            assertThat(ann.find("banner")).hasCount(0);
            ann.say("after").sees("after");
            server.stop();
            var expected = new ArrayList<>(List.of("ann: before"));
            expected.addAll(said("ann", "meanwhile", 5));
            expected.add("ann: after");
            assertThat(journal(server.data())).isEqualTo(expected);
        }
    }

    @Test
    void aServerThatIsKilledUnderAPageLosesNothingAndRepeatsNothing() throws Exception {
        var port = freePort();
        var settings = "[http]\nlisten = [\"127.0.0.1:" + port + "\"]\n";
        var url = URI.create("http://127.0.0.1:" + port);
        var server = launcher.serve(folder, settings);
        server.address();
        try (var ann = chromium.open(url);
                var bob = chromium.open(url)) {
            ann.enter("ann").say("here").sees("here");
            bob.enter("bob").sees("here");
            for (var number = 1; number <= 10; number++) {
                ann.say("storm " + number);
            }
            server.kill();
            server.awaitExit();
            assertThat(ann.find("banner")).isVisible();
            for (var number = 11; number <= 20; number++) {
                ann.say("storm " + number);
            }
            bob.say("while it was away");
            server = launcher.serve(folder, settings);
            server.address();
            for (var who : List.of(ann, bob)) {
                assertThat(who.find("banner")).hasCount(0);
                for (var number = 1; number <= 20; number++) {
                    assertThat(who.message("storm " + number)).hasCount(1);
                }
                assertThat(who.message("while it was away")).hasCount(1);
                assertThat(who.find("pending")).hasCount(0);
            }
        }
        server.terminate();
        server.awaitExit();
        var said = journal(Launcher.data(folder));
        assertThat(said.stream().filter(line -> line.contains("storm")))
                .isEqualTo(said("ann", "storm", 20));
        assertThat(said).containsOnlyOnce("bob: while it was away");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whatWaitsCanBeTakenBack() throws Exception {
        try (var server = start();
                var ann = chromium.open(server.urls().getFirst())) {
            ann.enter("ann");
            assertThat(server.ctl("pause", "--disconnect").exit()).isZero();
            ann.say("never mind").say("do mind");
            ann.find("pending").first().getByText("Remove").click();
            assertThat(ann.find("pending")).hasCount(1);
            assertThat(server.ctl("resume").exit()).isZero();
            ann.sees("do mind");
            assertThat(ann.page().getByText("never mind")).hasCount(0);
        }
    }

    @Test
    void whatOthersSaidMeanwhileIsThereInOrder() throws Exception {
        try (var server = start();
                var cable = new Cable(server.httpAddresses().getFirst());
                var ann = chromium.open(cable.url());
                var bob = server.irc("bob +\nbob > JOIN #veche\nbob ~ :… 366 …")) {
            ann.enter("ann").say("before").sees("before");
            bob.scene("bob ~ :ann PRIVMSG #veche before");
            cable.cut();
            assertThat(ann.find("banner")).isVisible();
            bob.scene("bob > PRIVMSG #veche :missed 1\nbob > PRIVMSG #veche :missed 2");
            cable.mend();
            ann.sees("missed 2");
            assertThat(ann.messages()).containsSubsequence("before", "missed 1", "missed 2");
            assertThat(ann.message("missed 1")).hasCount(1);
        }
    }

    @Test
    void whomTheOperatorSendsAwayIsToldSo() throws Exception {
        try (var server = start();
                var ann = chromium.open(server.urls().getFirst())) {
            ann.enter("ann");
            assertThat(server.ctl("kick", "ann").exit()).isZero();
            assertThat(ann.find("refusal")).containsText("sent you away");
            ann.enter("ann");
        }
    }

    @Test
    void whoseAccountIsGoneIsAskedToRegisterAnew() throws Exception {
        try (var server = start();
                var ann = chromium.open(server.urls().getFirst())) {
            ann.enter("ann").say("before").sees("before");
            assertThat(server.ctl("accounts", "clear", "--yes").exit()).isZero();
            assertThat(ann.find("refusal")).isVisible();
            assertThat(ann.page().locator("input[name=username]")).hasValue("ann");
            ann.enter("ann", "a new password").sees("before");
        }
    }
}
