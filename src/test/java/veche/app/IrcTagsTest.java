package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What lines say beside what they say: https://ircv3.net/specs/extensions/message-tags and the
/// extensions that build on it.
class IrcTagsTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://ircv3.net/specs/extensions/message-tags#client-only-tags
    @Test
    void tagsOfClientsArePassedOnToThoseWhoUnderstandThem() throws IOException {
        server.irc(
                """
                ann + caps: message-tags
                bob + caps: message-tags
                eve +
                ann > @+reply=1;nonsense=2;+draft/x= PRIVMSG bob,eve :hello
                bob < @msgid=…;+reply=1;+draft/x :ann PRIVMSG bob hello
                eve < :ann PRIVMSG eve hello
                """);
    }

    /// https://ircv3.net/specs/extensions/message-tags#the-tagmsg-tag-only-message
    @Test
    void tagsCanComeWithoutWords() throws IOException {
        server.irc(
                """
                ann + caps: message-tags
                bob + caps: message-tags echo-message
                eve +
                ann > @+typing=active TAGMSG bob,eve
                bob < @msgid=…;+typing=active :ann TAGMSG bob
                bob > @+typing=done TAGMSG ann
                bob < @msgid=<id>;+typing=done :bob TAGMSG ann
                ann < @msgid=<id>;+typing=done :bob TAGMSG ann
                eve > @+typing=active TAGMSG ann
                eve < 421 eve TAGMSG :Unknown command
                ann > @+typing=active TAGMSG
                ann < 411 ann :No recipient given (TAGMSG)
                ann > TAGMSG bob
                """);
    }

    /// https://ircv3.net/specs/extensions/bot-mode: on everything that a bot says, once.
    @Test
    void whatABotSaysIsMarked() throws IOException {
        server.irc(
                """
                ann + caps: message-tags batch draft/chathistory
                ann > JOIN #tea
                ann ~ … 366 …
                bot +
                bot > MODE bot +B
                bot < :bot MODE bot +B
                bot > JOIN #tea
                bot ~ … 366 …
                ann < @msgid=…;bot :bot JOIN #tea
                bot > PRIVMSG #tea :the kettle boils
                ann < @msgid=<tea>;bot :bot PRIVMSG #tea :the kettle boils
                bot > PRIVMSG ann :and yours too
                ann < @msgid=…;bot :bot PRIVMSG ann :and yours too
                bot > MODE bot -B
                bot < :bot MODE bot -B
                bot > PRIVMSG #tea :so I was
                ann < @msgid=<was> :bot PRIVMSG #tea :so I was
                ann > CHATHISTORY LATEST #tea * 2
                ann < BATCH +<h> chathistory #tea
                ann < @msgid=<tea>;bot;batch=<h> :bot PRIVMSG #tea :the kettle boils
                ann < @msgid=<was>;batch=<h> :bot PRIVMSG #tea :so I was
                ann < BATCH -<h>
                """);
    }

    @Test
    void tagsReachOnlyThoseInTheChannelWhoUnderstandThem() throws IOException {
        server.irc(
                """
                ann + caps: message-tags
                bob + caps: message-tags
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                eve > JOIN #tea
                eve ~ 366 …
                ann ~ @… :eve JOIN #tea
                bob < @… :eve JOIN #tea
                ann > @+draft/react=👋;+draft/reply=1 TAGMSG #tea
                bob < @msgid=…;+draft/react=👋;+draft/reply=1 :ann TAGMSG #tea
                """);
    }

    /// Tags have 4096 bytes of their own:
    /// https://ircv3.net/specs/extensions/message-tags#size-limit
    @Test
    void tagsHaveRoomOfTheirOwn() throws IOException {
        server.irc(
                """
                ann + caps: message-tags
                bob + caps: message-tags
                ann > @+a=%1$s PRIVMSG bob :hello
                bob < @msgid=…;+a=%1$s :ann PRIVMSG bob hello
                ann > @+a=%1$s%1$s PRIVMSG bob :hello
                ann < 417 ann :Input line was too long
                """
                        .formatted("x".repeat(4000)));
    }

    /// https://ircv3.net/specs/extensions/message-ids
    @Test
    void oneMessageHasOneIdForEveryone() throws IOException {
        server.irc(
                """
                ann + caps: message-tags echo-message
                bob + caps: message-tags
                ann > PRIVMSG bob :one
                ann < @msgid=<one> :ann PRIVMSG bob one
                bob < @msgid=<one> :ann PRIVMSG bob one
                """);
    }

    /// https://ircv3.net/specs/extensions/server-time
    @Test
    void whoeverAsksIsToldWhenThingsHappened() throws IOException {
        server.irc(
                """
                ann + caps: server-time
                bob + caps: server-time message-tags
                ann > JOIN #tea
                ann < @time=2… :ann JOIN #tea
                ann < 353 …
                ann < 366 …
                bob > JOIN #tea
                bob < @time=<joined>;msgid=… :bob JOIN #tea
                bob < 353 …
                bob < 366 …
                ann < @time=<joined> :bob JOIN #tea
                bob > PRIVMSG #tea :hello
                ann < @time=2…-…-…T…:…:….…Z :bob PRIVMSG #tea hello
                """);
    }

    /// https://ircv3.net/specs/extensions/account-tag
    @Test
    void whoeverAsksIsToldWhoseAccountItIs() throws IOException {
        server.irc(
                """
                bob + caps: account-tag
                netcat:ann +
                eve +
                bob > JOIN #veche
                bob ~ 366 …
                netcat:ann < *** bob joined #veche
                eve > JOIN #veche
                eve ~ 366 …
                netcat:ann < *** eve joined #veche
                bob < :eve JOIN #veche
                netcat:ann > hello
                bob < @account=ann :ann PRIVMSG #veche hello
                eve < :ann PRIVMSG #veche hello
                eve > PRIVMSG #veche hello
                bob < :eve PRIVMSG #veche hello
                netcat:ann < eve: hello
                """);
    }

    /// https://ircv3.net/specs/extensions/echo-message
    @Test
    void whoeverAsksIsSentWhatTheySaid() throws IOException {
        server.irc(
                """
                ann + caps: echo-message
                bob +
                ann > PRIVMSG bob :hello
                ann < :ann PRIVMSG bob hello
                bob < :ann PRIVMSG bob hello
                ann > NOTICE bob :hello
                ann < :ann NOTICE bob hello
                bob < :ann NOTICE bob hello
                ann > JOIN #tea
                ann ~ 366 …
                ann > PRIVMSG #tea :hello
                ann < :ann PRIVMSG #tea hello
                ann > PRIVMSG @#tea :hello
                ann < :ann PRIVMSG @#tea hello
                ann > PRIVMSG nobody :hello
                ann < 401 …
                """);
    }

    /// Both as sent and as received:
    /// https://ircv3.net/specs/extensions/labeled-response#client-implementation-considerations
    @Test
    void whatOneSaysToOneselfComesTwiceWithEchoes() throws IOException {
        server.irc(
                """
                ann + caps: echo-message
                ann > PRIVMSG ann :note
                ann < :ann PRIVMSG ann note
                ann < :ann PRIVMSG ann note
                bob + caps: message-tags
                bob > PRIVMSG bob :note
                bob < @msgid=… :bob PRIVMSG bob note
                bob > @+a=1 TAGMSG bob
                bob < @msgid=…;+a=1 :bob TAGMSG bob
                """);
    }

    /// https://ircv3.net/specs/client-tags/channel-context
    @Test
    void privateWordsCanSayToWhichChannelTheyBelong() throws IOException {
        server.irc(
                """
                ann + caps: message-tags
                bob + caps: message-tags
                ann > @+draft/channel-context=#tea NOTICE bob :Not so loud, please.
                bob < @msgid=…;+draft/channel-context=#tea :ann NOTICE bob :Not so loud, please.
                ann > @+draft/channel-context=#tea TAGMSG bob
                bob < @msgid=…;+draft/channel-context=#tea :ann TAGMSG bob
                """);
    }
}
