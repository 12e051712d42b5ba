package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people with netcat see of those with IRC, and the other way round.
class IrcAndNetcatTest {

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
    void everyoneTalksWithEveryone() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                ann > JOIN #veche
                ann < :ann JOIN #veche
                ann < 353 ann = #veche :ann bob
                ann < 366 …
                netcat:bob < *** ann joined #veche
                ann > PRIVMSG #veche :good morning
                netcat:bob < ann: good morning
                netcat:bob > доброе утро 👋
                ann < :bob!u@…account PRIVMSG #veche :доброе утро 👋
                ann > PRIVMSG bob :psst
                netcat:bob < ann -> you: psst
                netcat:bob > /msg ann yes?
                ann < :bob PRIVMSG ann yes?
                ann > NOTICE #veche :the kettle boils
                netcat:bob < -ann- the kettle boils
                """);
    }

    @Test
    void eachLineOfAMessageHasItsTime() throws IOException {
        try (var bob = Client.arrive(server.address(), "bob", Chat.PASSWORD)) {
            server.irc(
                    """
                    ann + caps: batch draft/multiline message-tags
                    ann > BATCH +1 draft/multiline bob
                    ann > @batch=1 PRIVMSG bob :first
                    ann > @batch=1 PRIVMSG bob :second
                    ann > BATCH -1
                    """);
            assertThat(bob.readLine()).matches("\\[\\d\\d:\\d\\d] ann -> you: first");
            assertThat(bob.readLine()).matches("\\[\\d\\d:\\d\\d] ann -> you: second");
        }
    }

    /// https://modern.ircdocs.horse/formatting.html
    @Test
    void typeIsOnlyForThoseWhoSeeIt() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                ann > JOIN #veche
                ann ~ 366 …
                netcat:bob < *** ann joined #veche
                ann > PRIVMSG #veche :\u0002bold\u0002 \u000304,12red\u0003 and \u001dso\u000f on
                netcat:bob < ann: bold red and so on
                ann > TOPIC #veche :\u0002Tea\u0002
                ann < :ann TOPIC #veche \u0002Tea\u0002
                netcat:bob < *** ann set the topic of #veche: Tea
                """);
    }

    /// https://modern.ircdocs.horse/ctcp.html
    @Test
    void deedsAreSeenAndCommandsToProgramsAreNot() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                ann > JOIN #veche
                ann ~ 366 …
                netcat:bob < *** ann joined #veche
                ann > PRIVMSG #veche :\u0001ACTION waves\u0001
                netcat:bob < * ann waves
                netcat:bob > /me waves back
                ann < :bob PRIVMSG #veche :\u0001ACTION waves back\u0001
                ann > PRIVMSG #veche :\u0001VERSION\u0001
                ann > @+typing=active TAGMSG #veche
                ann < 421 …
                """);
    }

    /// https://ircv3.net/specs/extensions/multiline
    @Test
    void severalLinesAreSeenOneByOne() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/multiline
                netcat:bob +
                ann > JOIN #veche
                ann ~ 366 …
                netcat:bob < *** ann joined #veche
                ann > BATCH +1 draft/multiline #veche
                ann > @batch=1 PRIVMSG #veche :one
                ann > @batch=1 PRIVMSG #veche :two
                ann > @batch=1 PRIVMSG #veche :three
                ann > BATCH -1
                netcat:bob < ann: one
                netcat:bob < ann: two
                netcat:bob < ann: three
                """);
    }

    @Test
    void whoComesAndGoesIsSeen() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                netcat:bob > /join tea
                netcat:bob < *** You joined #tea, and talk there now.
                netcat:bob < *** There is no topic. /topic words sets one.
                netcat:bob < *** In #tea: bob
                ann > JOIN #tea
                ann < :ann JOIN #tea
                ann < 353 ann = #tea :ann @bob
                ann < 366 …
                netcat:bob < *** ann joined #tea
                ann > NICK anna
                ann < :ann NICK anna
                netcat:bob < *** ann is called anna now
                ann > PART #tea :have to go
                ann < :anna PART #tea :have to go
                netcat:bob < *** anna left #tea
                ann > JOIN #tea
                ann ~ 366 …
                netcat:bob < *** anna joined #tea
                netcat:bob > /part #tea
                netcat:bob < *** You left #tea.
                netcat:bob < *** You are talking in #veche now.
                ann < :bob PART #tea
                ann > JOIN #veche
                ann ~ 366 …
                netcat:bob < *** anna joined #veche
                ann -
                netcat:bob < *** anna left
                """);
    }

    @Test
    void whoIsAwayWithNetcatStays() throws IOException {
        server.irc(
                """
                ann + caps: away-notify
                netcat:bob +
                ann > JOIN #veche
                ann ~ 366 …
                netcat:bob < *** ann joined #veche
                netcat:bob -
                ann < :bob AWAY :Not connected
                ann > PRIVMSG bob :psst
                ann < 301 ann bob :Not connected
                netcat:bob +
                ann < :bob AWAY
                """);
    }

    @Test
    void whoeverIsRemovedIsToldSo() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                ann > JOIN #tea
                ann ~ 366 …
                netcat:bob > /join tea
                netcat:bob < *** You joined #tea, and talk there now.
                netcat:bob < *** There is no topic. …
                netcat:bob < *** In #tea: ann, bob
                ann < :bob JOIN #tea
                ann > KICK #tea bob :too loud
                ann < :ann KICK #tea bob :too loud
                netcat:bob < *** bob was removed from #tea by ann: too loud
                netcat:bob > hello?
                netcat:bob < *** You are not in #tea. /join #tea enters it.
                ann > INVITE bob #tea
                ann < 341 ann bob #tea
                netcat:bob < *** ann invites bob into #tea
                """);
    }

    @Test
    void whatAChannelIsLikeIsToldInWords() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                ann > JOIN #tea
                ann ~ 366 …
                netcat:bob > /join tea
                netcat:bob < *** You joined #tea, and talk there now.
                netcat:bob < *** There is no topic. …
                netcat:bob < *** In #tea: ann, bob
                ann < :bob JOIN #tea
                ann > MODE #tea +o bob
                ann < :ann MODE #tea +o bob
                netcat:bob < *** ann made bob an operator of #tea
                ann > MODE #tea -o bob
                ann < :ann MODE #tea -o bob
                netcat:bob < *** ann took it from bob to be an operator of #tea
                ann > MODE #tea +m
                ann < :ann MODE #tea +m
                netcat:bob < *** ann changed the settings of #tea
                netcat:bob > hello
                netcat:bob < *** You may not speak in #tea: only some may.
                ann > MODE #tea -m+kl sesame 2
                ann < :ann MODE #tea -m+kl sesame 2
                netcat:bob < *** ann changed the settings of #tea
                """);
    }

    @Test
    void whoeverIsSentElsewhereIsShownWhatIsThere() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                ann > JOIN #milk
                ann ~ 366 …
                ann > JOIN #tea
                ann ~ 366 …
                ann > PRIVMSG #tea :at five
                ann > MODE #tea +if #milk
                ann < :ann MODE #tea +if #milk
                netcat:bob > /join tea
                netcat:bob < *** You may not enter #tea, and are in #milk instead.
                netcat:bob < *** You joined #milk, and talk there now.
                netcat:bob < *** There is no topic. …
                netcat:bob < *** In #milk: ann, bob
                ann < :bob JOIN #milk
                """);
    }

    @Test
    void closedChannelsAreClosedToEveryone() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +k sesame
                ann < :ann MODE #tea +k sesame
                netcat:bob > /join tea
                netcat:bob < *** You may not enter #tea: it takes a key, which is not the one you gave.
                ann > MODE #tea -k+i *
                ann < :ann MODE #tea -k+i *
                netcat:bob > /join tea
                netcat:bob < *** You may not enter #tea: it takes an invitation.
                ann > INVITE bob #tea
                ann < 341 ann bob #tea
                netcat:bob < *** ann invites bob into #tea
                netcat:bob > /join tea
                netcat:bob < *** You joined #tea, and talk there now.
                netcat:bob < *** There is no topic. …
                netcat:bob < *** In #tea: ann, bob
                ann < :bob JOIN #tea
                """);
    }

    @Test
    void whoIsWhereIsShownInWords() throws IOException {
        server.irc(
                """
                ann +
                netcat:bob +
                ann > JOIN #tea,#secret
                ann ~ 366 ann #secret …
                ann > MODE #secret +s
                ann < :ann MODE #secret +s
                ann > TOPIC #tea :\u0002Only\u0002 green
                ann < :ann TOPIC #tea :…
                netcat:bob > /channels
                netcat:bob < *** There are 2 channels:
                netcat:bob < #tea  1 here, 1 member  Only green
                netcat:bob < #veche  1 here, 1 member
                netcat:bob > /join tea
                netcat:bob < *** You joined #tea, and talk there now.
                netcat:bob < *** The topic: Only green (set by ann)
                netcat:bob < *** Lately in #tea:
                netcat:bob < *** ann set the topic of #tea: Only green
                netcat:bob < *** In #tea: ann, bob
                ann < :bob JOIN #tea
                """);
    }

    /// A name that somebody with netcat has registered is nobody else's.
    @Test
    void aNameIsTakenOnBothSides() throws IOException {
        server.irc(
                """
                netcat:bob +
                ann ^
                ann > NICK bob
                ann > USER ann 0 * :Ann
                ann < 433 * bob :Nickname is already in use
                ann > NICK ann
                ann ~ 376 …
                ann > NICK Bob
                ann < 433 ann Bob :Nickname is already in use
                netcat:bob -
                ann > NICK bob
                ann < 433 ann bob :Nickname is already in use
                """);
    }
}
