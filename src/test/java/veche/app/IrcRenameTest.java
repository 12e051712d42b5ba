package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Channels that are called something else: https://ircv3.net/specs/extensions/channel-rename.
class IrcRenameTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start(IrcOperatorTest.OPERATOR);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// Section "Messages", and section "Fallback" for those who do not know the command.
    @Test
    void whoeverKnowsItIsToldAndOthersLeaveAndComeIn() throws IOException {
        server.irc(
                """
                ann + caps: draft/channel-rename
                bob +
                cyd + caps: extended-join no-implicit-names message-tags
                ann > JOIN #boaring
                ann ~ 366 …
                ann > TOPIC #boaring :what is dull
                ann < :ann TOPIC #boaring :what is dull
                bob > JOIN #boaring
                bob ~ 366 …
                ann < :bob JOIN #boaring
                cyd > JOIN #boaring
                cyd ~ … 333 …
                ann < :cyd JOIN #boaring
                bob < :cyd JOIN #boaring
                ann > RENAME #boaring #boring :Typo fix
                ann < :ann RENAME #boaring #boring :Typo fix
                bob < :bob PART #boaring :Typo fix
                bob < :bob JOIN #boring
                bob < 332 bob #boring :what is dull
                bob < 333 bob #boring ann!…@… …
                bob < 353 bob = #boring :@ann bob cyd
                bob < 366 bob #boring :End of /NAMES list
                cyd < :cyd PART #boaring :Typo fix
                cyd < :cyd JOIN #boring * …
                cyd < 332 cyd #boring :what is dull
                cyd < 333 cyd #boring ann!…@… …
                bob > PRIVMSG #boring :better
                ann < :bob PRIVMSG #boring better
                cyd < @msgid=… :bob PRIVMSG #boring better
                bob > PRIVMSG #boaring :is anybody there?
                bob < 403 bob #boaring :No such channel
                ann > RENAME #boring #dull
                ann < :ann RENAME #boring #dull :
                bob < :bob PART #boring
                bob ~ 366 …
                cyd < :cyd PART #boring
                cyd ~ 333 …
                """);
    }

    /// Section "Fallback": whoever asks need not know what is told of it.
    @Test
    void whoeverAsksWithoutKnowingItLeavesAndComesInToo() throws IOException {
        server.irc(
                """
                ann + caps: labeled-response batch
                ann > JOIN #foo
                ann ~ 366 …
                ann > @label=1 RENAME #foo #bar
                ann < @label=1 BATCH +<id> labeled-response
                ann < @batch=<id> :ann PART #foo
                ann < @batch=<id> :ann JOIN #bar
                ann < @batch=<id> 353 ann = #bar @ann
                ann < @batch=<id> 366 ann #bar :End of /NAMES list
                ann < BATCH -<id>
                ann > CAP REQ draft/channel-rename
                ann < CAP ann ACK draft/channel-rename
                ann > @label=2 RENAME #bar #foo :back
                ann < @label=2 :ann RENAME #bar #foo back
                ann > @label=3 RENAME #bar #foo
                ann < @label=3 403 ann #bar :No such channel
                """);
    }

    /// Section "Messages": the case alone can be changed; section "Fallback": others are told
    /// nothing of that.
    @Test
    void theCaseAloneCanBeChanged() throws IOException {
        server.irc(
                """
                ann + caps: draft/channel-rename
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > RENAME #tea #Tea
                ann < :ann RENAME #tea #Tea :
                bob > PRIVMSG #tea :hello
                ann < :bob PRIVMSG #Tea hello
                ann > RENAME #tea #Tea
                ann < FAIL RENAME CHANNEL_NAME_IN_USE #Tea #Tea …
                """);
    }

    /// Section "Errors".
    @Test
    void whatCannotBeIsSaid() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #evil
                ann ~ 366 …
                bob > JOIN #good
                bob ~ 366 …
                ann > RENAME #evil
                ann < 461 ann RENAME …
                ann > RENAME #none #good
                ann < 403 ann #none :No such channel
                ann > RENAME #evil #GOOD :Don't be evil
                ann < FAIL RENAME CHANNEL_NAME_IN_USE #evil #GOOD :The channel name is already taken
                ann > RENAME #evil %local
                ann < FAIL RENAME CANNOT_RENAME #evil %local …
                ann > RENAME #evil #veche
                ann < FAIL RENAME CANNOT_RENAME #evil #veche :The channel cannot be renamed
                ann > RENAME #good #better
                ann < 442 ann #good …
                ann > JOIN #good
                ann ~ 366 …
                bob < :ann JOIN #good
                ann > RENAME #good #better
                ann < 482 ann #good …
                """);
    }

    /// Section "Security Considerations": few may.
    @Test
    void aChannelThatIsRegisteredIsRenamedByItsFounderOrAnOperatorOfTheServer() throws IOException {
        server.account("ann");
        server.account("bob");
        server.irc(
                """
                ann + login caps: draft/channel-rename
                ann ~ 366 …
                bob + login caps: draft/channel-rename
                bob ~ 366 …
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > CS REGISTER #tea
                ann < :ann MODE #tea +q ann
                ann < :ChanServ NOTICE ann :#tea is yours now.
                bob < :ann MODE #tea +q ann
                ann > CS AMODE #tea +o bob
                ann < :ann MODE #tea +o bob
                ann < :ChanServ NOTICE ann :#tea gives +o to bob from now on.
                bob < :ann MODE #tea +o bob
                bob > RENAME #tea #coffee
                bob < FAIL RENAME CANNOT_RENAME #tea #coffee …
                ann > RENAME #tea #coffee
                ann < :ann RENAME #tea #coffee :
                bob < :ann RENAME #tea #coffee :
                bob > PART #coffee
                bob < :bob PART #coffee
                ann < :bob PART #coffee
                bob > JOIN #coffee
                bob ~ :bob MODE #coffee +o bob
                bob ~ 366 …
                ann < :bob JOIN #coffee
                ann < :bob MODE #coffee +o bob
                zoe +
                zoe > OPER root operpassword
                zoe ~ 381 …
                zoe > RENAME #coffee #cocoa
                ann < :zoe RENAME #coffee #cocoa :
                bob < :zoe RENAME #coffee #cocoa :
                """);
    }

    @Test
    void theFormerNameIsFreeAndHasNoPast() throws IOException {
        server.irc(
                """
                ann + caps: draft/channel-rename draft/chathistory batch
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +k leaf
                ann < :ann MODE #tea +k leaf
                ann > PRIVMSG #tea :green
                ann > RENAME #tea #coffee
                ann < :ann RENAME #tea #coffee :
                bob + caps: draft/chathistory batch
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 bob = #tea @bob
                bob < 366 …
                bob > CHATHISTORY LATEST #tea * 9
                bob < BATCH +<e> chathistory #tea
                bob < BATCH -<e>
                bob > PRIVMSG #tea :black
                ann > PRIVMSG #coffee :beans
                ann > CHATHISTORY LATEST #coffee * 9
                ann < BATCH +<h> chathistory #coffee
                ann < @batch=<h> :ann PRIVMSG #coffee green
                ann < @batch=<h> :ann PRIVMSG #coffee beans
                ann < BATCH -<h>
                ann > MODE #coffee
                ann < 324 ann #coffee … leaf
                ann < 329 …
                """);
    }

    @Test
    void peopleWithNetcatReadALineAndGoOn() throws IOException {
        server.account("ann");
        server.irc(
                """
                ann + login
                ann ~ 366 …
                netcat:bob +
                ann < :bob JOIN #veche
                netcat:dora +
                ann < :dora JOIN #veche
                netcat:bob < *** dora is here
                netcat:dora > /lang ru
                netcat:dora < *** …
                ann > JOIN #tea
                ann ~ 366 …
                netcat:bob > /join tea
                netcat:bob < *** You joined #tea, and talk there now.
                netcat:bob < *** There is no topic. …
                netcat:bob < *** In #tea: ann, bob
                ann < :bob JOIN #tea
                netcat:dora > /join tea
                netcat:dora < *** …
                netcat:dora < *** …
                netcat:dora < *** …
                netcat:bob < *** dora joined #tea
                ann < :dora JOIN #tea
                ann > RENAME #tea #coffee :we are out of it
                ann < :ann PART #tea :we are out of it
                ann ~ 366 …
                netcat:bob < *** ann renamed #tea to #coffee: we are out of it
                netcat:dora < *** ann переименовывает #tea в #coffee: we are out of it
                netcat:bob > beans?
                ann < :bob PRIVMSG #coffee beans?
                netcat:dora < bob: beans?
                netcat:bob > /history
                netcat:bob < *** …
                netcat:bob < bob: beans?
                netcat:bob < *** Now:
                netcat:dora > /lang en
                netcat:dora < *** …
                """);
    }

    @Test
    void whoeverWasAwayComesBackUnderTheNextNameAndMissesNothing() throws IOException {
        server.account("ann");
        server.account("bob");
        server.irc(
                """
                ann + login caps: draft/read-marker
                ann ~ 366 …
                bob + login caps: draft/channel-rename
                bob ~ 366 …
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
                ann < MARKREAD #tea timestamp=2020-01-01T00:00:00.000Z
                bob > PRIVMSG #tea :seen
                ann < :bob PRIVMSG #tea :seen
                ann > MODE #tea +o bob
                ann < :ann MODE #tea +o bob
                bob < :ann MODE #tea +o bob
                ann -
                bob > PRIVMSG #tea :before
                bob > RENAME #tea #coffee
                bob < :bob RENAME #tea #coffee :
                bob > PRIVMSG #coffee :after
                bob -
                """);
        server.stop();
        server = ChatServer.startAgain(server);
        server.irc(
                """
                ann + login caps: draft/read-marker server-time
                ann ~ 366 …
                ann < :ann JOIN #coffee
                ann < MARKREAD #coffee timestamp=2020-01-01T00:00:00.000Z
                ann < 353 ann = #coffee :@ann @bob
                ann < 366 …
                ann < @time=… :bob PRIVMSG #coffee :before
                ann < @time=… :bob PRIVMSG #coffee :after
                ann > HS PLAY #coffee 2
                ann ~ … before
                ann ~ … after
                ann ~ :HistServ NOTICE ann …
                ann > JOIN #tea
                ann < @time=… :ann JOIN #tea
                ann < MARKREAD #tea *
                ann < 353 ann = #tea @ann
                ann < 366 …
                ann -
                ann + login caps: server-time
                ann ~ 366 …
                ann ~ 366 …
                ann ~ 366 …
                """);
    }
}
