package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Asking others into channels, and sending them out: https://modern.ircdocs.horse/#invite-message,
/// https://modern.ircdocs.horse/#kick-message.
class IrcInvitationTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://modern.ircdocs.horse/#kick-message
    @Test
    void whoeverKeepsOrderCanRemoveOthers() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                bob > KICK #tea ann
                bob < 482 bob #tea :You're not channel operator
                ann > KICK #tea bob :too loud
                ann < :ann KICK #tea bob :too loud
                bob < :ann KICK #tea bob :too loud
                ann > KICK #tea bob
                ann < 441 ann bob #tea :They aren't on that channel
                ann > KICK #tea nobody
                ann < 401 ann nobody :No such nick/channel
                ann > KICK #nowhere bob
                ann < 403 ann #nowhere :No such channel
                bob > KICK #tea ann
                bob < 442 bob #tea :You're not on that channel
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > KICK #tea BOB,ann
                ann < :ann KICK #tea bob ann
                ann < :ann KICK #tea ann ann
                bob < :ann KICK #tea bob ann
                """);
    }

    /// https://modern.ircdocs.horse/#invite-message
    @Test
    void whoeverIsInvitedMayComeIn() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +i
                ann < :ann MODE #tea +i
                ann > INVITE Bob #TEA
                ann < 341 ann bob #tea
                bob < :ann INVITE bob #tea
                bob > INVITE
                bob < 336 bob #tea
                bob < 337 bob :End of /INVITE list
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 …
                bob < 366 …
                ann < :bob JOIN #tea
                bob > INVITE
                bob < 337 …
                bob > INVITE eve #tea
                bob < 482 bob #tea :You're not channel operator
                ann > INVITE bob #tea
                ann < 443 ann bob #tea :is already on channel
                eve > INVITE bob #tea
                eve < 442 eve #tea :You're not on that channel
                ann > INVITE nobody #tea
                ann < 401 ann nobody :No such nick/channel
                ann > INVITE bob #nowhere
                ann < 403 ann #nowhere :No such channel
                ann > INVITE bob
                ann < 461 ann INVITE :Not enough parameters
                """);
    }

    /// https://ircv3.net/specs/extensions/invite-notify
    @Test
    void thoseWhoKeepOrderHearOfInvitations() throws IOException {
        server.irc(
                """
                ann + caps: invite-notify
                bob +
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                bob > INVITE eve #tea
                bob < 341 bob eve #tea
                ann < :bob INVITE eve #tea
                eve < :bob INVITE eve #tea
                """);
    }
}
