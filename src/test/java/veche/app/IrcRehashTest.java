package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What clients are told when the operator changes the settings:
/// https://ircv3.net/specs/extensions/capability-negotiation#cap-notify.
class IrcRehashTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://ircv3.net/specs/extensions/capability-negotiation#the-cap-new-subcommand and
    /// #the-cap-del-subcommand
    @Test
    void whoeverWantsToKnowHearsOfWhatIsOfferedNoMore() throws IOException {
        var chat =
                server.irc(
                        """
                        ann + caps: cap-notify draft/account-registration
                        bob + caps: draft/account-registration
                        """);
        server.rewrite("[accounts]\nregistration = \"closed\"\n");
        server.ctl("rehash");
        chat.scene(
                """
                ann < CAP ann DEL draft/account-registration
                ann > CAP LIST
                ann < CAP ann LIST cap-notify
                ann > CAP REQ draft/account-registration
                ann < CAP ann NAK draft/account-registration
                bob > CAP LIST
                bob < CAP bob LIST :
                """);
        server.rewrite("");
        server.ctl("rehash");
        chat.scene(
                """
                ann < CAP ann NEW draft/account-registration
                ann > CAP LIST
                ann < CAP ann LIST cap-notify
                """);
    }

    /// Values are for those who speak version 302
    /// (https://ircv3.net/specs/extensions/capability-negotiation#capability-values). To mechanisms
    /// see https://ircv3.net/specs/extensions/sasl-3.2#mechanism-list
    @Test
    void aValueThatChangesIsNews() throws IOException {
        var chat =
                server.irc(
                        """
                        ann +
                        ann > CAP LS 302
                        ann ~ CAP ann LS :…
                        bob + caps: cap-notify sasl
                        eve ^
                        eve > CAP LS 302
                        eve ~ CAP * LS :…
                        """);
        server.rewrite("[accounts]\nscram = false\n[irc]\npassword = \"sesame\"\n");
        server.ctl("rehash");
        chat.scene(
                """
                ann < CAP ann NEW :draft/account-registration=custom-account-name sasl=PLAIN
                eve < CAP * NEW :draft/account-registration=custom-account-name sasl=PLAIN
                """);
        server.rewrite("[accounts]\nregistration = \"closed\"\n");
        server.ctl("rehash");
        chat.scene(
                """
                ann < CAP ann DEL draft/account-registration
                ann < CAP ann NEW sasl=PLAIN,SCRAM-SHA-256
                bob < CAP bob DEL draft/account-registration
                eve < CAP * DEL draft/account-registration
                eve < CAP * NEW sasl=PLAIN,SCRAM-SHA-256
                """);
    }

    /// https://ircv3.net/specs/extensions/sts#the-duration-key: there is no CAP DEL of it.
    @Test
    void strictTransportSecurityIsNews() throws IOException {
        var chat =
                server.irc("ann +\nann > CAP LS 302\nann ~ CAP ann LS :…\nbob + caps: cap-notify");
        server.rewrite("[irc.sts]\nport = 6697\n");
        server.ctl("rehash");
        chat.scene("ann < CAP ann NEW sts=port=6697");
    }

    /// https://modern.ircdocs.horse/#rplisupport-005
    @Test
    void whatTheServerSaysOfItselfIsToldAgainWhereItChanges() throws IOException {
        var chat =
                server.irc(
                        """
                        ann +
                        bob ^
                        bob > NICK bob
                        """);
        server.rewrite("[irc]\nchathistory = 50\n[accounts]\nrequire_login = true\n");
        server.ctl("rehash");
        chat.scene(
                "ann < 005 ann CHATHISTORY=50 draft/ACCOUNTREQUIRED :are supported by this server");
        server.rewrite("");
        server.ctl("rehash");
        chat.scene(
                """
                ann < 005 ann CHATHISTORY=1000 -draft/ACCOUNTREQUIRED :are supported by this server
                ann > VERSION
                ann < 351 …
                ann < 005 ann ACCOUNTEXTBAN=a …
                ann ~ 005 ann … WHOX …
                """);
    }

    /// https://ircv3.net/specs/extensions/extended-isupport#draftisupport-batch
    @Test
    void whoeverKnowsBatchesIsToldInOne() throws IOException {
        var chat =
                server.irc(
                        """
                        ann + caps: batch draft/extended-isupport
                        bob ^
                        bob > CAP REQ :draft/extended-isupport
                        bob < CAP * ACK draft/extended-isupport
                        """);
        server.rewrite("[irc]\nchathistory = 50\n");
        server.ctl("rehash");
        chat.scene(
                """
                ann < BATCH +<batch> draft/isupport
                ann < @batch=<batch> :veche.local 005 ann CHATHISTORY=50 :are supported by this server
                ann < BATCH -<batch>
                bob < 005 * CHATHISTORY=50 :are supported by this server
                """);
    }
}
