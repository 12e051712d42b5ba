package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What operators do with channels and accounts of others, as far as their class lets them.
class IrcKeeperTest {

    /// Ann has become an operator, and bob has an account and is an operator in #tea.
    private static final String TEA =
            """
            bob +
            bob > NS REGISTER :correct horse
            bob ~ :NickServ NOTICE bob :Account created
            bob > JOIN #tea
            bob ~ 366 …
            ann +
            ann > NS REGISTER :correct horse
            ann ~ :NickServ NOTICE ann :Account created
            ann > OPER root operpassword
            ann ~ 381 …
            """;

    private ChatServer server;

    @BeforeEach
    void start() {
        server = start("");
    }

    private static ChatServer start(String privileges) {
        var isAll = privileges.isEmpty();
        return ChatServer.start(
                (isAll
                                ? ""
                                : "[[operator_class]]\nname = \"some\"\nprivileges = ["
                                        + privileges
                                        + "]\n")
                        + IrcOperatorTest.OPERATOR
                        + (isAll ? "" : "class = \"some\"\n")
                        + "[channels]\nfirst = \"none\"\n[accounts]\nown_name = false\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// Others can come in then, and are not told what was said.
    @Test
    void whatIsOpenedWhenAllHaveLeftHasNoPast() throws IOException {
        server.irc(
                TEA
                        + """
                        cyd + caps: batch draft/chathistory
                        bob > MODE #tea +k sesame
                        bob ~ :bob MODE #tea …
                        bob > PRIVMSG #tea :at five
                        bob > PART #tea
                        bob ~ :bob PART #tea
                        ann > MODE #tea -k sesame
                        ann > PING done
                        ann ~ PONG …
                        cyd > JOIN #tea
                        cyd ~ 366 …
                        cyd > CHATHISTORY LATEST #tea * 10
                        cyd < BATCH +b1 chathistory #tea
                        cyd < BATCH -b1
                        """);
    }

    @Test
    void nothingKeepsWhoManagesChannelsOut() throws IOException {
        server.irc(
                TEA
                        + """
                        bob > MODE #tea +biks *!*@* sesame
                        bob ~ :bob MODE #tea …
                        ann > JOIN #tea
                        ann < :ann JOIN #tea
                        ann ~ 366 …
                        bob ~ :ann JOIN #tea
                        """);
    }

    @Test
    void whoManagesChannelsNeedNotBeThere() throws IOException {
        server.irc(
                TEA
                        + """
                        eve +
                        eve > JOIN #tea
                        eve ~ 366 …
                        bob ~ :eve JOIN #tea
                        ann > MODE #tea +m
                        bob < :ann MODE #tea +m
                        eve < :ann MODE #tea +m
                        ann > MODE #tea +o eve
                        bob < :ann MODE #tea +o eve
                        eve < :ann MODE #tea +o eve
                        ann > TOPIC #tea :Be kind
                        bob < :ann TOPIC #tea :Be kind
                        eve < :ann TOPIC #tea :Be kind
                        ann > KICK #tea bob :enough
                        bob < :ann KICK #tea bob enough
                        eve < :ann KICK #tea bob enough
                        """);
    }

    @Test
    void whoManagesChannelsDeletesWhatAnybodySaid() throws IOException {
        server.irc(
                TEA
                        + """
                        ann > CAP REQ draft/message-redaction
                        ann ~ CAP ann ACK …
                        bob > CAP REQ :draft/message-redaction message-tags echo-message
                        bob ~ CAP bob ACK …
                        bob > PRIVMSG #tea :rude words
                        bob < @msgid=<id> :bob!…@… PRIVMSG #tea :rude words
                        ann > REDACT #tea <id> :rude
                        bob < @… :ann!…@… REDACT #tea <id> rude
                        """);
    }

    @Test
    void nobodyComesIntoAChannelThatWasPurged() throws IOException {
        server.irc(
                TEA
                        + """
                        bob > CS REGISTER #tea
                        bob ~ :ChanServ NOTICE bob :#tea is yours now.
                        bob > TOPIC #tea :rude words
                        bob < :bob TOPIC #tea :rude words
                        ann > CS PURGE #tea
                        ann < :ChanServ NOTICE ann :Everyone will be put out of #tea, …
                        ann < :ChanServ NOTICE ann :If you are sure, write: /msg ChanServ PURGE #tea <sure>
                        ann > CS PURGE #tea <sure> no rudeness here
                        bob < :ann KICK #tea bob :no rudeness here
                        ann < :ChanServ NOTICE ann :Nobody may come into #tea now.
                        bob > JOIN #TEA
                        bob < 403 bob #TEA :The operators of this server have closed this channel: no rudeness here
                        bob > JOIN #coffee
                        bob ~ 366 …
                        bob > RENAME #coffee #tea
                        bob < FAIL RENAME CANNOT_RENAME #coffee #tea :The channel cannot be renamed
                        ann > JOIN #tea
                        ann < 403 ann #tea :The operators …
                        ann > CS PURGED
                        ann < :ChanServ NOTICE ann :1 channel is purged:
                        ann < :ChanServ NOTICE ann :#tea, by root, …: no rudeness here
                        """);
    }

    @Test
    void peopleWithNetcatAreToldThatAChannelIsPurged() throws IOException {
        try (var hall = ChatServer.start(IrcOperatorTest.OPERATOR)) {
            hall.irc(
                    """
                    ann +
                    ann > OPER root operpassword
                    ann ~ 381 …
                    ann > CS PURGE #tea
                    ann ~ :ChanServ NOTICE ann :If you are sure, write: /msg ChanServ PURGE #tea <sure>
                    ann > CS PURGE #tea <sure> no rudeness here
                    ann < :ChanServ NOTICE ann :Nobody may come into #tea now.
                    netcat:eve +
                    netcat:eve > /join tea
                    netcat:eve < *** The operators of this server have closed #tea: no rudeness here.
                    """);
        }
    }

    @Test
    void aPurgeIsKeptUntilItIsTakenBack() throws IOException {
        server.irc(
                TEA
                        + """
                        ann > CS PURGE #tea
                        ann ~ :ChanServ NOTICE ann :If you are sure, write: /msg ChanServ PURGE #tea <sure>
                        ann > CS PURGE #tea <sure>
                        bob < :ann KICK #tea bob :ann
                        ann < :ChanServ NOTICE ann :Nobody may come into #tea now.
                        bob -
                        ann -
                        """);
        server.stop();
        server = ChatServer.startAgain(server);
        server.irc(
                """
                eve +
                eve > JOIN #tea
                eve < 403 eve #tea :The operators of this server have closed this channel
                eve > CS PURGED
                eve < :ChanServ NOTICE eve :Only operators may do that.
                dan +
                dan > OPER root operpassword
                dan ~ 381 …
                dan > CS UNPURGE #coffee
                dan < :ChanServ NOTICE dan :#coffee is not purged.
                dan > CS UNPURGE #tea
                dan < :ChanServ NOTICE dan :People may come into #tea again.
                dan > CS PURGED
                dan < :ChanServ NOTICE dan :No channel is purged.
                eve > JOIN #tea
                eve < :eve JOIN #tea
                eve < 353 …
                eve < 366 …
                """);
    }

    @Test
    void whoManagesChannelsHasAFoundersCommands() throws IOException {
        server.irc(
                TEA
                        + """
                        bob > CS REGISTER #tea
                        bob ~ :ChanServ NOTICE bob :#tea is yours now.
                        ann > CS AMODE #tea +o ann
                        ann < :ChanServ NOTICE ann :#tea gives +o to ann from now on.
                        ann > CS CLEAR #tea access
                        ann < :ChanServ NOTICE ann :It is done in #tea.
                        eve +
                        eve > NS REGISTER :correct horse
                        eve ~ :NickServ NOTICE eve :Account created
                        ann > CS TRANSFER #tea eve
                        ann < :ChanServ NOTICE ann :#tea will belong to eve …
                        ann < :ChanServ NOTICE ann :If you are sure, write: /msg ChanServ TRANSFER #tea eve <sure>
                        ann > CS TRANSFER #tea eve <sure>
                        bob < :ann MODE #tea -q bob
                        ann < :ChanServ NOTICE ann :#tea belongs to eve now.
                        eve < :ChanServ NOTICE eve :#tea is yours now.
                        ann > CS UNREGISTER #tea
                        ann < :ChanServ NOTICE ann :#tea will belong to nobody, …
                        ann < :ChanServ NOTICE ann :If you are sure, write: /msg ChanServ UNREGISTER #tea <code>
                        ann > CS UNREGISTER #tea <code>
                        ann < :ChanServ NOTICE ann :#tea belongs to nobody now.
                        """);
    }

    @Test
    void whereOthersComeFromOnlyThoseReadWhoMaySeeAddresses() throws IOException {
        server.irc(
                TEA
                        + """
                        ann > NS SASESSIONS bob
                        ann < :NickServ NOTICE ann :bob is connected 1 time:
                        ann < :NickServ NOTICE ann :#… from 127.0.0.1, since …
                        """);
        server.close();
        server = start("\"manage_accounts\"");
        server.irc(
                TEA
                        + """
                        ann > NS SASESSIONS bob
                        ann < :NickServ NOTICE ann :bob is connected 1 time:
                        ann < :NickServ NOTICE ann :#… from <cloak>.account, since …
                        ann > NS SASESSIONS ann
                        ann < :NickServ NOTICE ann :ann is connected 1 time:
                        ann < :NickServ NOTICE ann :#… from 127.0.0.1, since …
                        """);
    }

    @Test
    void otherOperatorsAreLikeAnybodyInChannels() throws IOException {
        server.close();
        server = start("\"manage_accounts\"");
        server.irc(
                TEA
                        + """
                        bob > MODE #tea +i
                        bob < :bob MODE #tea +i
                        ann > JOIN #tea
                        ann < 473 ann #tea …
                        ann > MODE #tea -i
                        ann < 482 ann #tea …
                        ann > KICK #tea bob
                        ann < 442 ann #tea …
                        """);
    }

    @Test
    void whoManagesAccountsSetsPasswords() throws IOException {
        server.irc(
                TEA
                        + """
                        ann > NS SAPASSWD nobody correct-horse
                        ann < :NickServ NOTICE ann :There is no account nobody.
                        ann > NS SAPASSWD bob short
                        ann < :NickServ NOTICE ann :That is too short: …
                        ann > NS SAPASSWD bob another-horse
                        ann < :NickServ NOTICE ann :The password of bob is changed.
                        bob < :NickServ NOTICE bob :An operator has set another password for your account.
                        eve +
                        eve > NS IDENTIFY bob another-horse
                        eve < 900 …
                        eve < :NickServ NOTICE eve :You are logged in as bob.
                        """);
    }

    @Test
    void whoManagesAccountsSeesAndEndsConnections() throws IOException {
        server.irc(
                TEA
                        + """
                        ann > NS SASESSIONS bob
                        ann < :NickServ NOTICE ann :bob is connected 1 time:
                        ann < :NickServ NOTICE ann :#<number>  irc …
                        ann > NS SALOGOUT bob <number>
                        ann < :NickServ NOTICE ann :1 connection was ended.
                        bob < :NickServ NOTICE bob :An operator ends connections of your account.
                        bob < ERROR …
                        bob !
                        """);
    }

    @Test
    void whoManagesAccountsSaysByWhatPeopleLogIn() throws IOException {
        var fingerprint = "ab".repeat(32);
        server.irc(
                TEA
                        + """
                        ann > NS SACERT bob add FINGERPRINT
                        ann < :NickServ NOTICE ann :It is done for the account bob.
                        bob < :NickServ NOTICE bob :An operator has changed by which certificates …
                        ann > NS SACERT bob list
                        ann < :NickServ NOTICE ann :1 certificate is good …
                        ann < :NickServ NOTICE ann FINGERPRINT
                        ann > NS SACERT bob del FINGERPRINT
                        ann < :NickServ NOTICE ann :It is done for the account bob.
                        bob < :NickServ NOTICE bob :An operator has changed by which certificates …
                        ann > NS SACERT bob del FINGERPRINT
                        ann < :NickServ NOTICE ann :This certificate is not good …
                        """
                                .replace("FINGERPRINT", fingerprint));
    }

    @Test
    void whoManagesAccountsRemovesThem() throws IOException {
        server.irc(
                TEA
                        + """
                        ann > NS SADROP bob
                        ann < :NickServ NOTICE ann :This removes the account bob, …
                        ann < :NickServ NOTICE ann :If you are sure, write: /msg NickServ SADROP bob <code>
                        ann > NS SADROP bob <code>
                        ann < :NickServ NOTICE ann :The account bob is removed.
                        bob < ERROR …
                        bob !
                        """);
    }

    @Test
    void otherOperatorsAreLikeAnybodyToNickServ() throws IOException {
        server.close();
        server = start("\"manage_channels\"");
        server.irc(
                TEA
                        + """
                        ann > NS SAPASSWD bob another-horse
                        ann < :NickServ NOTICE ann :Only operators may do that.
                        ann > NS SAVERIFY bob
                        ann < :NickServ NOTICE ann :Only operators may do that.
                        """);
    }
}
