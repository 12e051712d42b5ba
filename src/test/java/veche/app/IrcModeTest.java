package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What channels and people are like: https://modern.ircdocs.horse/#mode-message.
class IrcModeTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void whatAChannelIsLikeIsShown() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea
                ann < 324 ann #tea +nt
                ann < 329 ann #tea …
                ann > MODE #tea +kl sesame 10
                ann < :ann MODE #tea +kl sesame 10
                ann > MODE #tea
                ann < 324 ann #tea +ntkl sesame 10
                ann < 329 ann #tea …
                bob > MODE #tea
                bob < 324 bob #tea +ntkl * 10
                bob < 329 bob #tea …
                bob > MODE #nowhere
                bob < 403 bob #nowhere :No such channel
                """);
    }

    @Test
    void manyChangesAreOneLine() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MODE #tea +mi-t+vb bob eve!*@*
                ann < :ann MODE #tea +mi-t+vb bob eve!*@*
                bob < :ann MODE #tea +mi-t+vb bob eve!*@*
                ann > MODE #tea +mi-t
                """);
    }

    @Test
    void whatIsPossibleIsDoneAndTheRestIsRefused() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                bob > MODE #tea +m
                bob < 482 bob #tea :You're not channel operator
                eve > MODE #tea +m
                eve < 482 eve #tea :You're not channel operator
                ann > MODE #tea +vx nobody
                ann < 472 ann x :is unknown mode char to me
                ann < 401 ann nobody :No such nick/channel
                ann > MODE #tea ::
                ann < 472 ann * :is unknown mode char to me
                ann > MODE #tea +v eve
                ann < 441 ann eve #tea :They aren't on that channel
                ann > MODE #tea +v
                ann < 696 ann #tea v * :You must specify a parameter
                ann > MODE #tea +k
                ann < 696 ann #tea k * :You must specify a parameter
                ann > MODE #tea +k :two words
                ann < 696 ann #tea k * :…
                ann > MODE #tea +l many
                ann < 696 ann #tea l many :…
                ann > MODE #tea +mqm bob
                ann < :ann MODE #tea +m
                ann < 482 ann #tea :You're not channel operator
                bob < :ann MODE #tea +m
                """);
    }

    /// https://modern.ircdocs.horse/#channel-membership-prefixes
    @Test
    void ranksGiveRights() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                eve > JOIN #tea
                eve ~ 366 …
                ann < :eve JOIN #tea
                bob < :eve JOIN #tea
                ann > MODE #tea +hm bob
                ann < :ann MODE #tea +hm bob
                bob < :ann MODE #tea +hm bob
                eve < :ann MODE #tea +hm bob
                eve > PRIVMSG #tea :hello
                eve < 404 eve #tea :Cannot send to channel (+m)
                bob > MODE #tea +v eve
                ann < :bob MODE #tea +v eve
                bob < :bob MODE #tea +v eve
                eve < :bob MODE #tea +v eve
                eve > PRIVMSG #tea :hello
                ann < :eve PRIVMSG #tea hello
                bob < :eve PRIVMSG #tea hello
                bob > MODE #tea +o eve
                bob < 482 bob #tea :You're not channel operator
                bob > KICK #tea ann
                bob < 482 bob #tea :You're not channel operator
                bob > MODE #tea -h bob
                ann < :bob MODE #tea -h bob
                bob < :bob MODE #tea -h bob
                eve < :bob MODE #tea -h bob
                bob > KICK #tea eve
                bob < 482 bob #tea :You're not channel operator
                ann > NAMES #tea
                ann < 353 ann = #tea :@ann bob +eve
                ann < 366 …
                """);
    }

    @Test
    void commandsToProgramsCanBeUnwanted() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MODE #tea +C
                ann < :ann MODE #tea +C
                bob < :ann MODE #tea +C
                bob > PRIVMSG #tea :\u0001VERSION\u0001
                bob < 404 bob #tea :Cannot send to channel (+C): no CTCP here
                bob > PRIVMSG #tea :\u0001ACTION waves\u0001
                ann < :bob PRIVMSG #tea :\u0001ACTION waves\u0001
                """);
    }

    @Test
    void onlyThoseWithAnAccountMaySpeak() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MODE #tea +M
                ann < :ann MODE #tea +M
                bob < :ann MODE #tea +M
                bob > PRIVMSG #tea :hello
                bob < 404 bob #tea :Cannot send to channel (+M): log in to an account first
                """);
    }

    /// Mode `U`: what those say who may not speak is for those who keep order.
    @Test
    void whoMayNotSpeakReachesThoseWhoKeepOrder() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                eve > JOIN #tea
                eve ~ 366 …
                ann < :eve JOIN #tea
                bob < :eve JOIN #tea
                ann > MODE #tea +mU
                ann < :ann MODE #tea +mU
                bob < :ann MODE #tea +mU
                eve < :ann MODE #tea +mU
                eve > PRIVMSG #tea :may I?
                ann < :eve PRIVMSG #tea :may I?
                """);
    }

    /// Mode `U` alone moderates, too: what members without a voice say is for those who keep order,
    /// and so it is in the history. They see the echo of their own.
    @Test
    void whatIsRelayedIsNotHeardLaterEither() throws IOException {
        server.irc(
                """
                ann + caps: message-tags
                bob + caps: batch message-tags draft/chathistory soju.im/search
                eve + caps: echo-message message-tags draft/message-redaction
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < @… :bob JOIN #tea
                eve > JOIN #tea
                eve ~ 366 …
                ann < @… :eve JOIN #tea
                bob < @… :eve JOIN #tea
                ann > MODE #tea +U
                ann < @… :ann MODE #tea +U
                bob < @… :ann MODE #tea +U
                eve < @… :ann MODE #tea +U
                eve > PRIVMSG #tea :may I ask?
                eve < @msgid=<id> :eve!…@… PRIVMSG #tea :may I ask?
                ann < @msgid=<id> :eve!…@… PRIVMSG #tea :may I ask?
                eve > @+typing=active TAGMSG #tea
                eve < @msgid=…;+typing=active :eve!…@… TAGMSG #tea
                ann < @msgid=…;+typing=active :eve!…@… TAGMSG #tea
                eve > PRIVMSG +#tea :or you?
                eve < @msgid=… :eve!…@… PRIVMSG %#tea :or you?
                ann < @msgid=… :eve!…@… PRIVMSG %#tea :or you?
                bob > CHATHISTORY LATEST #tea * 10
                bob < BATCH +<batch> chathistory #tea
                bob < BATCH -<batch>
                bob > SEARCH text=may
                bob < BATCH +<found> soju.im/search
                bob < BATCH -<found>
                eve > REDACT #tea <id>
                eve < @… :eve!…@… REDACT %#tea <id>
                ann > MODE #tea +v eve
                ann < @… :ann MODE #tea +v eve
                bob < @… :ann MODE #tea +v eve
                eve < @… :ann MODE #tea +v eve
                eve > PRIVMSG #tea :thanks
                ann < @… :eve!…@… PRIVMSG #tea thanks
                bob < @… :eve!…@… PRIVMSG #tea thanks
                eve < @… :eve!…@… PRIVMSG #tea thanks
                """);
    }

    /// Mode `u`, an auditorium: members without a rank do not see each other.
    @Test
    void inAnAuditoriumOnlyThoseOnTheStageAreSeen() throws IOException {
        server.irc(
                """
                ann +
                bob +
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +u
                ann < :ann MODE #tea +u
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 bob = #tea :@ann bob
                bob < 366 …
                ann < :bob JOIN #tea
                eve > JOIN #tea
                eve < :eve JOIN #tea
                eve < 353 eve = #tea :@ann eve
                eve < 366 …
                ann < :eve JOIN #tea
                ann > NAMES #tea
                ann < 353 ann = #tea :@ann bob eve
                ann < 366 …
                eve > PART #tea
                eve < :eve PART #tea
                ann < :eve PART #tea
                """);
    }

    /// Mode `f`: whoever may not come in is sent to another channel.
    @Test
    void whoMayNotComeInIsSentElsewhere() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea,#lobby
                ann ~ 366 ann #lobby …
                ann > MODE #tea +if #lobby
                ann < :ann MODE #tea +if #lobby
                bob > JOIN #tea
                bob < :bob JOIN #lobby
                bob < 470 bob #tea #lobby :Forwarding to another channel
                bob < 353 bob = #lobby :@ann bob
                bob < 366 …
                ann < :bob JOIN #lobby
                ann > MODE #tea +f nonsense
                ann < 696 ann #tea f nonsense :…
                """);
    }

    /// https://modern.ircdocs.horse/#user-modes
    @Test
    void peopleHaveModesToo() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > MODE ann
                ann < 221 ann +
                ann > MODE ann +iB
                ann < :ann MODE ann +i
                ann < :ann MODE ann +B
                ann > MODE Ann
                ann < 221 ann +iB
                ann > MODE ann -i+x
                ann < :ann MODE ann -i
                ann < 501 ann :Unknown MODE flag
                ann > MODE bob
                ann < 502 ann :Can't change mode for other users
                ann > MODE nobody
                ann < 401 ann nobody :No such nick/channel
                ann > MODE ann +o
                """);
    }

    /// https://modern.ircdocs.horse/#invisible-user-mode
    @Test
    void theInvisibleAreSeenByMembersOnly() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE ann +i
                ann < :ann MODE ann +i
                bob > NAMES #tea
                bob < 366 bob #tea …
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 bob = #tea :@ann bob
                bob < 366 …
                ann < :bob JOIN #tea
                """);
    }
}
