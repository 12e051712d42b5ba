package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import veche.net.TlsClient;

/// What IRC clients are told of TLS.
class IrcStsTest {

    private ChatServer server = start("port = 6697", "duration = \"30d\"", "preload = true");

    private static ChatServer start(String... sts) {
        return ChatServer.start(
                "[irc]\ntls_listen = [\"127.0.0.1:0\"]\n[irc.sts]\n" + String.join("\n", sts));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String byTls() throws Exception {
        try (var client = new IrcClient(TlsClient.connect(server.ircTlsAddress()))) {
            return capabilities(client, "CAP LS 302");
        }
    }

    private String without(String request) throws IOException {
        try (var client = IrcClient.connect(server.ircAddress())) {
            return capabilities(client, request);
        }
    }

    private static String capabilities(IrcClient client, String request) throws IOException {
        client.send(request);
        client.send("CAP END");
        client.send("PING :end");
        var lines = client.readUntil(":… PONG …");
        return String.join(" ", lines) + " ";
    }

    @Test
    void whoComesWithoutTlsHearsWhereToCome() throws IOException {
        assertThat(without("CAP LS 302")).contains(" sts=port=6697 ");
    }

    @Test
    void whoComesByTlsHearsForHowLongToDoSo() throws Exception {
        assertThat(byTls()).contains(" sts=duration=2592000,preload ");
    }

    @Test
    void aTimeOfNothingTakesItBack() throws Exception {
        server.close();
        server = start("port = 6697");
        assertThat(byTls()).contains(" sts=duration=0 ");
    }

    @Test
    void clientsThatKnowNoValuesHearNothingOfIt() throws IOException {
        assertThat(without("CAP LS")).doesNotContain("sts");
    }

    @Test
    void nobodyCanAskForIt() throws IOException {
        server.irc("ann ^\nann > CAP REQ sts\nann < CAP * NAK sts");
    }

    @Test
    void aServerNeedNotWantIt() throws Exception {
        server.close();
        server = start();
        assertThat(without("CAP LS 302")).doesNotContain("sts=");
        assertThat(byTls()).doesNotContain("sts=");
    }
}
