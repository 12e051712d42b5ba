package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What IRC clients ask of the history.
class IrcHistoryTest {

    private static final String ALL =
            "batch draft/chathistory draft/event-playback draft/multiline message-tags";

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
    void whatIsWrongWithARequestIsSaid() throws IOException {
        server.irc(
                """
                ann + caps: draft/chathistory
                ann > CHATHISTORY
                ann < FAIL CHATHISTORY INVALID_PARAMS * :Unknown command
                ann > CHATHISTORY latest #tea
                ann < FAIL CHATHISTORY INVALID_PARAMS LATEST :Insufficient parameters
                ann > CHATHISTORY LATEST #tea * 10 10
                ann < FAIL CHATHISTORY INVALID_PARAMS LATEST :Too many parameters
                ann > CHATHISTORY LATEST #tea * 0
                ann < FAIL CHATHISTORY INVALID_PARAMS LATEST 0 :Invalid limit
                ann > CHATHISTORY LATEST #tea * 10
                ann < FAIL CHATHISTORY INVALID_TARGET LATEST #tea :Messages could not be retrieved
                ann > CHATHISTORY BEFORE ann timestamp=2020-02-31T00:00:00.000Z 10
                ann < FAIL CHATHISTORY INVALID_PARAMS BEFORE timestamp=2020-02-31T00:00:00.000Z …
                ann > CHATHISTORY BEFORE ann position=5 10
                ann < FAIL CHATHISTORY INVALID_MSGREFTYPE BEFORE ann position=5 …
                """);
    }

    @Test
    void whatHappenedIsPlayedToThoseWhoUnderstandIt() throws IOException {
        server.irc(
                """
                ann + caps: %s
                ann > JOIN #tea
                ann ~ … 366 …
                bob + caps: %s
                bob > JOIN #tea
                bob ~ … 366 …
                ann < @msgid=… :bob JOIN #tea
                bob > PRIVMSG #tea :any left?
                ann < @msgid=<id> :bob PRIVMSG #tea :any left?
                ann > @+draft/react=yes;+draft/reply=<id> TAGMSG #tea
                bob < @msgid=…;+draft/react=yes;+draft/reply=<id> :ann TAGMSG #tea
                bob > PART #tea
                bob < @msgid=… :bob PART #tea
                ann < @msgid=… :bob PART #tea
                ann > CHATHISTORY LATEST #tea * 4
                ann < BATCH +<h> chathistory #tea
                ann < @msgid=…;batch=<h> :bob JOIN #tea
                ann < @msgid=<id>;batch=<h> :bob PRIVMSG #tea :any left?
                ann < @msgid=…;+draft/react=yes;+draft/reply=<id>;batch=<h> :ann TAGMSG #tea
                ann < @msgid=…;batch=<h> :bob PART #tea
                ann < BATCH -<h>
                bob > CHATHISTORY LATEST #tea * 4
                bob < FAIL CHATHISTORY INVALID_TARGET LATEST #tea …
                """
                        .formatted(ALL, ALL));
    }

    @Test
    void aMessageOfSeveralLinesIsABatchWithinTheBatch() throws IOException {
        server.irc(
                """
                ann + caps: %s
                ann > JOIN #tea
                ann ~ … 366 …
                ann > BATCH +1 draft/multiline #tea
                ann > @batch=1 PRIVMSG #tea :one
                ann > @batch=1;draft/multiline-concat PRIVMSG #tea : and a half
                ann > @batch=1 PRIVMSG #tea :two
                ann > BATCH -1
                ann > CHATHISTORY LATEST #tea * 1
                ann < BATCH +<h> chathistory #tea
                ann < @msgid=…;batch=<h> :ann BATCH +<m> draft/multiline #tea
                ann < @batch=<m> :ann PRIVMSG #tea one
                ann < @batch=<m>;draft/multiline-concat :ann PRIVMSG #tea : and a half
                ann < @batch=<m> :ann PRIVMSG #tea two
                ann < @batch=<h> BATCH -<m>
                ann < BATCH -<h>
                """
                        .formatted(ALL));
    }

    @Test
    void aDeletedMessageIsGone() throws IOException {
        server.irc(
                """
                ann + caps: message-tags batch draft/message-redaction draft/chathistory
                ann > JOIN #tea
                ann ~ … 366 …
                bob + caps: message-tags echo-message draft/message-redaction
                bob > JOIN #tea
                bob ~ … 366 …
                ann ~ @msgid=… :bob JOIN #tea
                bob > PRIVMSG #tea :oops
                bob < @msgid=<id> :bob PRIVMSG #tea oops
                ann < @msgid=<id> :bob PRIVMSG #tea oops
                ann > PRIVMSG #tea :my own
                bob < @msgid=<other> :ann PRIVMSG #tea :my own
                bob > REDACT #tea <other>
                bob < FAIL REDACT REDACT_FORBIDDEN #tea <other> …
                bob > REDACT #tee <other>
                bob < FAIL REDACT INVALID_TARGET #tee …
                bob > REDACT ann <other>
                bob < FAIL REDACT UNKNOWN_MSGID ann <other> …
                ann > REDACT #tea <id> :not here
                ann < @msgid=… :ann REDACT #tea <id> :not here
                bob < @msgid=… :ann REDACT #tea <id> :not here
                ann > REDACT #tea <id>
                ann < FAIL REDACT UNKNOWN_MSGID #tea <id> …
                ann > CHATHISTORY LATEST #tea * 10
                ann < BATCH +<h> chathistory #tea
                ann < @msgid=<other>;batch=<h> :ann PRIVMSG #tea :my own
                ann < BATCH -<h>
                """);
    }

    @Test
    void howFarSomebodyHasReadAllTheirClientsKnow() throws IOException {
        server.account("ann");
        server.irc(
                """
                ann + login caps: draft/read-marker
                ann ~ MARKREAD #veche *
                ann ~ 366 …
                ann2 + login caps: draft/read-marker
                ann2 ~ MARKREAD #veche *
                ann2 ~ 366 …
                ann > MARKREAD #veche timestamp=2020-02-20T00:00:00.000Z
                ann < MARKREAD #veche timestamp=2020-02-20T00:00:00.000Z
                ann2 < MARKREAD #veche timestamp=2020-02-20T00:00:00.000Z
                ann2 > MARKREAD #veche timestamp=2019-01-01T00:00:00.000Z
                ann2 < MARKREAD #veche timestamp=2020-02-20T00:00:00.000Z
                ann -
                ann2 -
                """);
        server.irc(
                """
                ann + login caps: draft/read-marker
                ann ~ MARKREAD #veche timestamp=2020-02-20T00:00:00.000Z
                ann ~ 366 …
                """);
    }

    @Test
    void whatWasSaidIsFound() throws IOException {
        server.irc(
                """
                ann + caps: batch soju.im/search
                ann > JOIN #tea
                ann ~ 366 …
                bob +
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                bob > PRIVMSG #tea :green tea is best
                bob > PRIVMSG ann :black tea is best
                bob > PRIVMSG #tea :bye
                ann < :bob PRIVMSG #tea :green tea is best
                ann < :bob PRIVMSG ann :black tea is best
                ann < :bob PRIVMSG #tea bye
                ann > SEARCH text=TEA;in=#tea
                ann < BATCH +<a> soju.im/search
                ann < @batch=<a> :bob PRIVMSG #tea :green tea is best
                ann < BATCH -<a>
                ann > SEARCH :from=bob;text=tea best;limit=1
                ann < BATCH +<b> soju.im/search
                ann < @batch=<b> :bob PRIVMSG ann :black tea is best
                ann < BATCH -<b>
                ann > SEARCH in=#tea;limit=1
                ann < BATCH +<c> soju.im/search
                ann < @batch=<c> :bob PRIVMSG #tea bye
                ann < BATCH -<c>
                ann > SEARCH in=#elsewhere
                ann < FAIL SEARCH INVALID_PARAMS in :Invalid parameters
                """);
    }

    @Test
    void staysOrLeavesAsItsOwnerChooses() throws IOException {
        server.account("ann");
        server.irc(
                """
                ann + login caps: draft/persistence
                ann < PERSISTENCE STATUS DEFAULT ON
                ann ~ 366 …
                ann > PERSISTENCE SET off
                ann < PERSISTENCE STATUS OFF OFF
                ann > PERSISTENCE SET maybe
                ann < FAIL PERSISTENCE INVALID_PARAMS :Invalid parameters
                ann > PERSISTENCE GET
                ann < PERSISTENCE STATUS OFF OFF
                bob +
                bob > PERSISTENCE GET
                bob < FAIL PERSISTENCE ACCOUNT_REQUIRED …
                """);
    }
}
