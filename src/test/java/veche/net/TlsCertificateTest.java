package veche.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import veche.certificate.BadCertificate;
import veche.certificate.Certificates;
import veche.certificate.TestCertificates;
import veche.echo.EchoService;

/// Which certificates servers and clients show each other.
@Timeout(120)
class TlsCertificateTest {

    private static final String NEW = "TLSv1.3";
    private static final String OLD = "TLSv1.2";

    @TempDir private static Path folder;

    private Certificates certificates;
    private TlsClient tls;

    @BeforeEach
    void haveACertificate() throws Exception {
        certificates = Certificates.own(folder.resolve("tls"), "a.example", Clock.systemUTC());
        tls = new TlsClient();
    }

    private TestServer serve(BlockingService service) throws IOException {
        return new TestServer(service, Entrance.tls(certificates));
    }

    @Test
    void theHostThatIsAskedForDecidesWhichCertificateIsShown() throws Exception {
        var files =
                List.of(
                        TestCertificates.curve(folder, "first.example"),
                        TestCertificates.rsa(folder, "second.example"),
                        TestCertificates.curve(folder, "*.third.example"));
        certificates = new Certificates(files);
        var shown = certificates.fingerprints();
        try (var server = serve(new EchoService())) {
            assertThat(TlsClient.asks(server.connect(), "first.example"))
                    .isEqualTo(shown.getFirst());
            assertThat(TlsClient.asks(server.connect(), "second.example")).isEqualTo(shown.get(1));
            assertThat(TlsClient.asks(server.connect(), "a.third.example")).isEqualTo(shown.get(2));
            assertThat(TlsClient.asks(server.connect(), "b.a.third.example"))
                    .isEqualTo(shown.getFirst());
            assertThat(TlsClient.asks(server.connect(), "unknown.example"))
                    .isEqualTo(shown.getFirst());
            try (var client = tls.over(server.connect())) {
                assertThat(TlsClient.shown(client)).isEqualTo(shown.getFirst());
            }
        }
    }

    @Test
    void newCertificatesAreForNewConnections() throws Exception {
        var files = TestCertificates.curve(folder, "renewed.example");
        certificates = new Certificates(List.of(files));
        var old = certificates.fingerprints().getFirst();
        try (var server = serve(new EchoService());
                var client = tls.over(server.connect())) {
            assertEchoes(client);
            Files.writeString(files.key(), "oops");
            assertThatThrownBy(certificates::reload).isInstanceOf(BadCertificate.class);
            assertThat(TlsClient.asks(server.connect(), "renewed.example")).isEqualTo(old);
            TestCertificates.renew(files, "renewed.example");
            certificates.reload();
            assertThat(TlsClient.asks(server.connect(), "renewed.example"))
                    .isNotEqualTo(old)
                    .isEqualTo(certificates.fingerprints().getFirst());
            assertEchoes(client);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, OLD})
    void aClientsCertificateIsKnown(String version) throws Exception {
        var password = "x".toCharArray();
        for (var files :
                List.of(
                        TestCertificates.curve(folder, "ann"),
                        TestCertificates.rsa(folder, "bob"))) {
            var withKey = new TlsClient(TestCertificates.store(files, password), password);
            try (var server = serve(new EchoService())) {
                // The second time the session is resumed.
                for (var i = 0; i < 2; i++) {
                    try (var client = withKey.over(server.connect(), version)) {
                        assertEchoes(client);
                        assertThat(server.arrived().certificate())
                                .contains(
                                        new Certificates(List.of(files)).fingerprints().getFirst());
                    }
                }
            }
        }
    }

    private static void assertEchoes(SSLSocket client) throws IOException {
        client.getOutputStream().write('!');
        assertThat(client.getInputStream().read()).isEqualTo('!');
    }
}
