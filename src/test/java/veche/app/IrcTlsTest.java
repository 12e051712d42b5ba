package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.certificate.CertificateFiles;
import veche.certificate.TestCertificates;
import veche.net.TlsClient;

/// IRC by TLS, and the certificates for it.
class IrcTlsTest {

    private static final String TLS = "[irc]\ntls_listen = [\"127.0.0.1:0\"]\n";

    @TempDir Path folder;

    private ChatServer server = ChatServer.start(TLS);

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void restart(String settings) throws IOException {
        server.close();
        server = ChatServer.start(TLS + settings);
    }

    private void restart(CertificateFiles... certificates) throws IOException {
        var pairs =
                Arrays.stream(certificates)
                        .map(it -> "[\"" + it.chain() + "\", \"" + it.key() + "\"]")
                        .toList();
        restart("[tls]\ncertificates = [" + String.join(", ", pairs) + "]\n");
    }

    private IrcClient connect() throws Exception {
        return new IrcClient(TlsClient.connect(server.ircTlsAddress()));
    }

    private String shown() throws Exception {
        try (var socket = TlsClient.connect(server.ircTlsAddress())) {
            return TlsClient.shown(socket);
        }
    }

    private String shown(String host) throws Exception {
        var address = server.ircTlsAddress();
        return TlsClient.asks(new Socket(address.getAddress(), address.getPort()), host);
    }

    @Test
    void whoComesByTlsTalksToWhoDoesNot() throws Exception {
        try (var ann = connect()) {
            ann.register("ann", "");
            ann.send("JOIN #tea");
            ann.readUntil(":… 366 …");
            var chat =
                    server.irc(
                            """
                            bob +
                            bob > JOIN #tea
                            bob ~ 366 …
                            bob > PRIVMSG #tea :good morning
                            """);
            ann.readUntil(":bob!… PRIVMSG #tea :good morning");
            ann.send("PRIVMSG #tea :and to you");
            chat.scene("bob < :ann PRIVMSG #tea :and to you");
            ann.leave();
            chat.scene("bob < :ann QUIT …");
        }
    }

    @Test
    void aServerMakesACertificateForItselfAndKeepsIt() throws Exception {
        var fingerprint = shown();
        assertThat(server.ctl("status").out()).contains("by SHA-256: " + fingerprint);
        assertThat(Files.isRegularFile(server.data().resolve("tls/certificate.pem"))).isTrue();
        server.stop();
        try (var again = ChatServer.startAgain(server);
                var socket = TlsClient.connect(again.ircTlsAddress())) {
            assertThat(TlsClient.shown(socket)).isEqualTo(fingerprint);
        }
    }

    @Test
    void aServerThatNobodyReachesByTlsHasNoCertificate() throws IOException {
        server.close();
        server = ChatServer.start();
        assertThat(server.data().resolve("tls")).doesNotExist();
        assertThat(server.ctl("status").out()).doesNotContain("SHA-256");
        var answer = server.ctl("certificates", "reload");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .isEqualTo("No listener speaks TLS, so there are no certificates.\n");
    }

    @Test
    void eachHostHasItsOwnCertificate() throws Exception {
        restart(
                TestCertificates.curve(folder, "a.example"),
                TestCertificates.curve(folder, "b.example"));
        assertThat(shown("b.example")).isNotEqualTo(shown("a.example"));
        assertThat(shown("c.example")).isEqualTo(shown("a.example"));
        assertThat(server.data().resolve("tls")).doesNotExist();
    }

    @Test
    void certificatesAreReloadedAndNobodyIsSentAway() throws Exception {
        var files = TestCertificates.curve(folder, "a.example");
        restart(files);
        var before = shown();
        try (var ann = connect()) {
            ann.register("ann", "");
            TestCertificates.renew(files, "a.example");
            assertThat(shown()).isEqualTo(before);
            var answer = server.ctl("certificates", "reload");
            assertThat(answer.exit()).isZero();
            assertThat(shown()).isNotEqualTo(before);
            assertThat(answer.out()).contains(shown());
            ann.assertToldNothingMore();
        }
    }

    @Test
    void aCertificateThatCannotBeUsedIsNotTaken() throws Exception {
        var files = TestCertificates.curve(folder, "a.example");
        restart(files);
        var before = shown();
        Files.writeString(files.chain(), "none\n");
        var answer = server.ctl("certificates", "reload");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .isEqualTo("There is no certificate in PEM form in " + files.chain() + ".\n");
        assertThat(shown()).isEqualTo(before);
    }
}
