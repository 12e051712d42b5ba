package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What client and server agree on before they talk:
/// https://ircv3.net/specs/extensions/capability-negotiation.
class IrcCapabilityTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://ircv3.net/specs/extensions/capability-negotiation#the-cap-ls-subcommand
    @Test
    void whoeverAsksWhatThereIsIsWaitedFor() throws IOException {
        server.irc(
                """
                ann ^
                ann > CAP LS 302
                ann < CAP * LS * :account-notify …
                ann < CAP * LS :… userhost-in-names …
                ann > NICK ann
                ann > USER ann 0 * :Ann
                ann > PING 1
                ann < PONG veche.local 1
                ann > CAP END
                ann < 001 ann …
                ann ~ 376 …
                """);
    }

    /// https://ircv3.net/specs/extensions/capability-negotiation#the-cap-ls-subcommand
    @Test
    void valuesAreForThoseWhoSpeakVersion302() throws IOException {
        server.irc(
                """
                ann ^
                ann > CAP LS 302
                ann < CAP * LS * :…draft/multiline=max-bytes=8192,max-lines=100…
                ann < CAP * LS :…sasl=…
                bob ^
                bob > CAP LS
                bob < CAP * LS :account-notify account-tag … sasl … draft/channel-rename …
                """);
    }

    /// Whoever asks for much reads all of it again, in lines that are not too long.
    @Test
    void whatIsAskedForIsGivenBackInSeveralLinesIfItIsLong() throws IOException {
        var many = "batch ".repeat(66);
        server.irc(
                """
                ann ^
                ann > CAP REQ :%s
                ann < CAP * ACK :%s
                ann < CAP * ACK :batch batch batch
                ann > CAP REQ :%s nonsense
                ann < CAP * NAK :%s
                ann < CAP * NAK :batch batch nonsense
                """
                        .formatted(
                                many + "batch batch batch",
                                many.strip(),
                                many + "batch batch",
                                many.strip()));
    }

    /// https://ircv3.net/specs/extensions/capability-negotiation#the-cap-req-subcommand
    @Test
    void capabilitiesAreGrantedAllTogetherOrNotAtAll() throws IOException {
        server.irc(
                """
                ann ^
                ann > CAP REQ :server-time message-tags
                ann < CAP * ACK :server-time message-tags
                ann > CAP REQ :echo-message make-tea
                ann < CAP * NAK :echo-message make-tea
                ann > CAP LIST
                ann < CAP * LIST :message-tags server-time
                ann > CAP REQ :-server-time
                ann < CAP * ACK -server-time
                ann > CAP LIST
                ann < CAP * LIST message-tags
                ann > CAP REQ :
                ann < CAP * ACK :
                """);
    }

    @Test
    void capabilitiesCanChangeLater() throws IOException {
        server.irc(
                """
                ann +
                ann > CAP LS
                ann < CAP ann LS …
                ann > CAP REQ :echo-message
                ann < CAP ann ACK echo-message
                ann > PRIVMSG ann :note
                ann < :ann PRIVMSG ann note
                ann < :ann PRIVMSG ann note
                ann > CAP END
                """);
    }

    /// https://ircv3.net/specs/extensions/capability-negotiation#cap-notify
    @Test
    void whoeverSpeaksVersion302HearsOfNewCapabilities() throws IOException {
        server.irc(
                """
                ann ^
                ann > CAP LS 302
                ann < CAP * LS * :…
                ann < CAP * LS :…
                ann > CAP LIST
                ann < CAP * LIST cap-notify
                ann > CAP REQ :-cap-notify
                ann < CAP * NAK -cap-notify
                """);
    }

    /// https://ircv3.net/specs/extensions/capability-negotiation#capability-negotiation-commands
    @Test
    void whatIsNoPartOfTheNegotiationIsRefused() throws IOException {
        server.irc(
                """
                ann ^
                ann > CAP
                ann < 461 * CAP :Not enough parameters
                ann > CAP BREW
                ann < 410 * BREW :Invalid CAP command
                """);
    }
}
