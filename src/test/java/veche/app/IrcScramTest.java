package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import veche.account.ScramClient;

/// How a client proves that it knows a password without telling it: SCRAM-SHA-256, over
/// AUTHENTICATE (RFC 5802 section 5, RFC 7677).
class IrcScramTest {

    private static final String NONCE = "fyko+d2lbbFgONRv9qkxdawL";

    private ChatServer server;
    private IrcClient ann;

    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start();
        server.account("ann");
        ann = IrcClient.connect(server.ircAddress());
        ann.send("CAP REQ sasl");
        ann.readUntil(":… CAP * ACK …");
    }

    @AfterEach
    void stop() throws IOException {
        ann.close();
        server.close();
    }

    private static ScramClient scram(String header, String password) {
        return new ScramClient(header, "ann", password, NONCE);
    }

    private void begin() throws IOException {
        ann.send("AUTHENTICATE SCRAM-SHA-256");
        assertThat(ann.readLine()).isEqualTo("AUTHENTICATE +");
    }

    private void say(String message) throws IOException {
        ann.send("AUTHENTICATE " + Base64.getEncoder().encodeToString(message.getBytes(UTF_8)));
    }

    private String heard() throws IOException {
        var base64 = ann.readLine().substring("AUTHENTICATE ".length());
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }

    private void expectRefusal() throws IOException {
        assertThat(ann.readLine()).isEqualTo(":veche.local 904 * :SASL authentication failed");
    }

    private void logIn() throws IOException {
        var scram = scram("n,,", Chat.PASSWORD);
        begin();
        say(scram.first());
        var challenge = heard();
        say(scram.last(challenge));
        assertThat(heard()).isEqualTo(scram.expected(challenge));
        ann.send("AUTHENTICATE +");
        assertThat(ann.readLine()).matches(":veche.local 900 .* :You are now logged in as ann");
        assertThat(ann.readLine()).startsWith(":veche.local 903 ");
    }

    /// RFC 5802 section 5.1: both sides have proved that they know the password.
    @Test
    void clientAndServerProveToEachOtherThatTheyKnowThePassword() throws IOException {
        logIn();
        ann.send("NICK somebody");
        ann.send("USER ann 0 * :Ann");
        ann.send("CAP END");
        ann.readUntil(":ann!… JOIN #veche");
    }

    /// RFC 5802 section 5: the proof is compared with what the server keeps.
    @Test
    void aWrongPasswordProvesNothing() throws IOException {
        var scram = scram("n,,", "not the password");
        begin();
        say(scram.first());
        say(scram.last(heard()));
        expectRefusal();
        logIn();
    }

    /// RFC 5802 section 5.1: the server MUST verify that the nonce is the one that it has sent.
    @Test
    void aProofForAnotherNonceProvesNothing() throws IOException {
        var scram = scram("n,,", Chat.PASSWORD);
        begin();
        say(scram.first());
        var challenge = heard();
        assertThat(challenge).startsWith("r=" + NONCE);
        say(scram.last(challenge.replace(NONCE, NONCE + "x")));
        expectRefusal();
        begin();
        say(scram.first());
        assertThat(heard()).isNotEqualTo(challenge);
        say(scram.last(challenge));
        expectRefusal();
        logIn();
    }

    /// RFC 5802 section 6: a client that demands channel binding cannot have it, and one that says
    /// that the server has none is right.
    @Test
    void aDemandForChannelBindingIsRefused() throws IOException {
        begin();
        say(scram("p=tls-unique,,", Chat.PASSWORD).first());
        expectRefusal();
        ann.send("AUTHENTICATE SCRAM-SHA-256-PLUS");
        assertThat(ann.readLine()).matches(".* 908 \\* PLAIN,SCRAM-SHA-256 :.*");
        expectRefusal();
        var scram = scram("y,,", Chat.PASSWORD);
        begin();
        say(scram.first());
        var challenge = heard();
        say(scram.last(challenge));
        assertThat(heard()).isEqualTo(scram.expected(challenge));
    }

    /// RFC 5802 section 5: names that nobody has are answered like those of accounts, so that
    /// nobody learns which there are.
    @Test
    void whoHasNoAccountIsAnsweredLikeAnybody() throws IOException {
        var scram = new ScramClient("n,,", "nobody", Chat.PASSWORD, NONCE);
        begin();
        say(scram.first());
        var challenge = heard();
        assertThat(challenge).contains(",s=").endsWith(",i=4096");
        say(scram.last(challenge));
        expectRefusal();
    }

    /// https://ircv3.net/specs/extensions/sasl-3.1: whoever says `*` has changed their mind.
    @Test
    void aProofCanBeBrokenOffInTheMiddle() throws IOException {
        begin();
        say(scram("n,,", Chat.PASSWORD).first());
        assertThat(heard()).startsWith("r=" + NONCE);
        ann.send("AUTHENTICATE *");
        assertThat(ann.readLine()).startsWith(":veche.local 906 * ");
        logIn();
    }
}
