package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people say to services, and what services answer.
class IrcServicesTest {

    /// Ann is here, and has an account.
    private static final String REGISTERED =
            """
            ann +
            ann > NS REGISTER :correct horse
            ann ~ :NickServ NOTICE ann :Account created
            """;

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start("[channels]\nfirst = \"none\"\n[accounts]\nown_name = false\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void whoDoesNotWantToBeFoundIsNotFoundByTheirAccount() throws IOException {
        server.irc(
                """
                bob +
                bob > NS REGISTER :correct horse
                bob ~ :NickServ NOTICE bob :Account created
                bob > MODE bob +i
                bob < :bob MODE bob +i
                bob > JOIN #tea
                bob ~ 366 …
                ann +
                ann > NS INFO bob
                ann ~ :NickServ NOTICE ann :Nobody is logged in to it just now.
                ann > JOIN #tea
                ann ~ 366 …
                bob < :ann JOIN #tea
                ann > NS INFO bob
                ann ~ :NickServ NOTICE ann :Here as: bob
                """);
    }

    @Test
    void anAccountIsMadeAndLoggedInTo() throws IOException {
        server.irc(
                """
                ann +
                ann > PRIVMSG NickServ :register correct horse
                ann < :NickServ NOTICE ann :Write a password of one word, …
                ann > NS REGISTER :short
                ann < :NickServ NOTICE ann :That is too short: …
                ann > NS REGISTER :correct horse
                ann ~ :NickServ NOTICE ann :Account created
                ann > NS REGISTER :correct horse
                ann < :NickServ NOTICE ann :You are logged in already.
                ann -
                bob +
                bob > NS IDENTIFY ann guess
                bob < :NickServ NOTICE bob :Wrong password.
                bob > NS IDENTIFY dora guess
                bob < :NickServ NOTICE bob :There is no account dora.
                bob > NS IDENTIFY ann :correct horse
                bob < 900 bob bob!…@… ann :You are now logged in as ann
                bob < :NickServ NOTICE bob :You are logged in as ann.
                bob > NS PASSWD wrong next
                bob < :NickServ NOTICE bob :Wrong password.
                bob > NS PASSWD :correct horse
                bob < :NickServ NOTICE bob :Write: …
                """);
    }

    @Test
    void whatIsChosenStays() throws IOException {
        server.irc(
                REGISTERED
                        + """
                        ann > NS SET always-on true
                        ann < :NickServ NOTICE ann :ALWAYS-ON: on
                        ann > NS SET always-on perhaps
                        ann < :NickServ NOTICE ann :perhaps is not possible. …
                        ann > NS SET colour red
                        ann < :NickServ NOTICE ann :There is no setting colour. …
                        ann > NS SET language ru
                        ann < :NickServ NOTICE ann :LANGUAGE: ru
                        ann > NS GHOST ann
                        ann < :NickServ NOTICE ann :Здесь это не нужно: …
                        """);
    }

    @Test
    void whoeverGivesUpAnAccountHasToConfirmIt() throws IOException {
        server.irc(
                REGISTERED
                        + """
                        ann > NS UNREGISTER
                        ann < :NickServ NOTICE ann :This removes the account ann, …
                        ann < :NickServ NOTICE ann :If you are sure, write: /msg NickServ UNREGISTER <code>
                        ann > NS UNREGISTER <code>
                        ann < ERROR …
                        ann !
                        """);
    }

    @Test
    void aChannelIsRegisteredAndGivesRanks() throws IOException {
        server.irc(
                REGISTERED
                        + """
                        bob +
                        bob > NS REGISTER :correct horse
                        bob ~ :NickServ NOTICE bob :Account created
                        ann > JOIN #tea
                        ann ~ 366 …
                        ann > CS REGISTER #tea
                        ann < :ann MODE #tea +q ann
                        ann < :ChanServ NOTICE ann :#tea is yours now.
                        ann > CS AMODE #tea +o bob
                        ann < :ChanServ NOTICE ann :#tea gives +o to bob from now on.
                        bob > JOIN #tea
                        bob ~ :bob MODE #tea +o bob
                        bob ~ 366 …
                        ann < :bob JOIN #tea
                        ann < :bob MODE #tea +o bob
                        bob > CS UNREGISTER #tea
                        bob < :ChanServ NOTICE bob :#tea is not yours.
                        ann > CS AMODE #tea
                        ann < :ChanServ NOTICE ann :#tea gives ranks to 1 account:
                        ann < :ChanServ NOTICE ann :bob is given +o
                        ann > CS DEOP #tea bob
                        ann < :ann MODE #tea -o bob
                        bob < :ann MODE #tea -o bob
                        ann < :ChanServ NOTICE ann :It is done in #tea.
                        bob > CS OP #tea
                        bob < :bob MODE #tea +o bob
                        ann < :bob MODE #tea +o bob
                        bob < :ChanServ NOTICE bob :It is done in #tea.
                        ann > CS TRANSFER #tea bob
                        ann < :ChanServ NOTICE ann :#tea will belong to bob …
                        ann < :ChanServ NOTICE ann :If you are sure, write: /msg ChanServ TRANSFER #tea bob <code>
                        ann > CS TRANSFER #tea bob <code>
                        ann < :ChanServ NOTICE ann :bob is offered #tea, and may take it within three days.
                        bob < :ChanServ NOTICE bob :ann offers you the channel #tea. …
                        ann > CS ACCEPT #tea
                        ann < :ChanServ NOTICE ann :You are not offered #tea.
                        bob > CS REFUSE #tea
                        bob < :ChanServ NOTICE bob :#tea is not offered any more.
                        ann < :ChanServ NOTICE ann :bob has ended the offer of #tea.
                        bob > CS ACCEPT #tea
                        bob < :ChanServ NOTICE bob :You are not offered #tea.
                        ann > CS TRANSFER #tea bob <code>
                        ann < :ChanServ NOTICE ann :bob is offered #tea, …
                        bob < :ChanServ NOTICE bob :ann offers you the channel #tea. …
                        bob > CS LIST
                        bob < :ChanServ NOTICE bob :1 channel is yours or gives you a rank:
                        bob < :ChanServ NOTICE bob :  @ #tea
                        bob < :ChanServ NOTICE bob :#tea is offered to you until …
                        bob > CS ACCEPT #tea
                        bob < :bob MODE #tea +q-q bob ann
                        ann < :bob MODE #tea +q-q bob ann
                        bob < :ChanServ NOTICE bob :#tea is yours now.
                        ann < :ChanServ NOTICE ann :#tea belongs to bob now.
                        """);
    }

    @Test
    void whatWasSaidIsPlayedFoundAndDeleted() throws IOException {
        server.irc(
                REGISTERED
                        + """
                        ann > JOIN #tea
                        ann ~ 366 …
                        ann > PRIVMSG #tea :is there any left?
                        ann > PRIVMSG #tea :\u0001ACTION looks\u0001
                        ann > HS PLAY #tea
                        ann < :HistServ NOTICE ann :What was said: #tea, 2 messages
                        ann < :HistServ NOTICE ann :[…] <ann> is there any left?
                        ann < :HistServ NOTICE ann :[…] * ann looks
                        ann < :HistServ NOTICE ann :That was all.
                        ann > HS PLAY #chess
                        ann < :HistServ NOTICE ann :You are not in #chess.
                        ann > HS SEARCH any left in #tea
                        ann < :HistServ NOTICE ann :1 message was found:
                        ann ~ :HistServ NOTICE ann :[…] #tea <ann> is there any left? (…)
                        ann > HS DELETE #tea 00000000zzz
                        ann < :HistServ NOTICE ann :There is no message 00000000zzz.
                        ann > HS FORGET
                        ann < :HistServ NOTICE ann :This deletes …
                        ann < :HistServ NOTICE ann :If you are sure, write: /msg HistServ FORGET <code>
                        ann > HS FORGET <code>
                        ann < :HistServ NOTICE ann :2 messages are deleted. There may be more: ask again.
                        ann > HS PLAY #tea 1
                        ann < :HistServ NOTICE ann :What was said: #tea, 1 message
                        ann < :HistServ NOTICE ann :[…] (A message of ann was deleted)
                        ann < :HistServ NOTICE ann :That was all.
                        """);
    }

    @Test
    void whatSomebodySaidInPrivateIsForgottenToo() throws IOException {
        server.irc(
                REGISTERED
                        + """
                        bob + caps: draft/message-redaction message-tags
                        ann > PRIVMSG bob :between us
                        bob < @msgid=<id> :ann!…@… PRIVMSG bob :between us
                        bob > PRIVMSG ann :of course
                        ann < :bob PRIVMSG ann :of course
                        dora +
                        ann > PRIVMSG dora :between us two
                        dora < :ann PRIVMSG dora :between us two
                        dora -
                        ann > HS FORGET
                        ann < :HistServ NOTICE ann :This deletes …
                        ann < :HistServ NOTICE ann :If you are sure, write: /msg HistServ FORGET <code>
                        ann > HS FORGET <code>
                        ann < :HistServ NOTICE ann :2 messages are deleted. …
                        bob < @… :ann!…@… REDACT bob <id>
                        ann > HS PLAY bob
                        ann < :HistServ NOTICE ann :What was said: bob, 2 messages
                        ann < :HistServ NOTICE ann :[…] (A message of ann was deleted)
                        ann < :HistServ NOTICE ann :[…] <bob> of course
                        ann < :HistServ NOTICE ann :That was all.
                        ann > HS SEARCH between
                        ann < :HistServ NOTICE ann :Nothing was found.
                        """);
    }

    @Test
    void whatSomebodyHasSaidIsWrittenIntoAFile() throws IOException {
        server.irc(
                REGISTERED
                        + """
                        ann > JOIN #tea
                        ann ~ 366 …
                        ann > PRIVMSG #tea :is there any left?
                        ann > HS EXPORT
                        ann ~ :HistServ NOTICE ann :What you have said is in the file …
                        """);
        var files = server.files().stream().filter(it -> it.toString().endsWith(".jsonl")).toList();
        assertThat(files).hasSize(1);
        assertThat(Files.readAllLines(files.getFirst()))
                .singleElement()
                .asString()
                .contains("\"target\":\"#tea\"", "\"text\":\"is there any left?\"");
    }

    @Test
    void nobodyCanHaveTheNameOfAService() throws IOException {
        server.irc(
                """
                ann +
                ann > NICK NickServ
                ann < 433 ann NickServ …
                ann > WHOIS HistServ
                ann < 311 ann HistServ HistServ … * HISTSERV
                ann < 312 …
                ann < 313 ann HistServ :is a network service
                ann < 335 …
                ann < 318 …
                """);
    }

    @Test
    void helpComesFromWhatIsDeclared() throws IOException {
        server.irc(
                """
                ann +
                ann > HS
                ann < :HistServ NOTICE ann :HistServ keeps what was said. …
                ann < :HistServ NOTICE ann :  \u0002PLAY\u0002 - repeat what was said
                ann < :HistServ NOTICE ann :  \u0002SEARCH\u0002 - find what was said
                ann < :HistServ NOTICE ann :  \u0002DELETE\u0002 - delete a message
                ann < :HistServ NOTICE ann :  \u0002FORGET\u0002 - delete what you have said
                ann < :HistServ NOTICE ann :  \u0002EXPORT\u0002 - have what you have said …
                ann < :HistServ NOTICE ann :/msg HistServ HELP command says more about a command.
                ann > NS help login
                ann < :NickServ NOTICE ann :Write: \u0002IDENTIFY [account] <password>\u0002
                ann < :NickServ NOTICE ann :Logs you in …
                ann < :NickServ NOTICE ann :Clients that know SASL …
                ann < :NickServ NOTICE ann :Also written: LOGIN, AUTH
                ann > CS transfer #tea
                ann < :ChanServ NOTICE ann :You are not logged in to an account. …
                ann > PRIVMSG chanserv :dance
                ann < :ChanServ NOTICE ann :I do not know dance. …
                ann > NOTICE NickServ :help
                ann > PRIVMSG NickServ :\u0001VERSION\u0001
                """);
    }
}
