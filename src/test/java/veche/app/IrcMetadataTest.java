package veche.app;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is said of people and channels for programs (https://ircv3.net/specs/extensions/metadata).
class IrcMetadataTest {

    private static final String LIMITS =
            """
            [irc.metadata]
            subscriptions = 2
            keys = 2
            value_bytes = 8
            changes = 3
            changes_time = "1h"
            small_channel = 1
            """;

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start("");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void restart(String settings) throws IOException {
        server.close();
        server = ChatServer.start(settings);
    }

    /// #capability-values, from the same settings that are enforced.
    @Test
    void clientsAreToldWhatTheBoundsAre() throws IOException {
        restart(LIMITS);
        server.irc(
                """
                ann ^
                ann > CAP LS 302
                ann ~ … draft/metadata-2=before-connect,max-subs=2,max-keys=2,max-value-bytes=8 …
                ann < CAP * LS …
                """);
    }

    /// #metadata-set, #metadata-get, #metadata-list. An empty value is one.
    @Test
    void whatIsSaidCanBeAskedFor() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                bob + caps: batch draft/metadata-2
                ann > METADATA * SET url :http://example.org a b
                ann < 761 ann ann url * :http://example.org a b
                ann > METADATA ANN SET empty :
                ann < 761 ann ann empty * :
                bob > METADATA Ann GET url none $x empty
                bob < BATCH +<one> metadata ann
                bob < @batch=<one> 761 bob ann url * :http://example.org a b
                bob < @batch=<one> 766 bob ann none :Key not set
                bob < @batch=<one> FAIL METADATA KEY_INVALID $x :Invalid key
                bob < @batch=<one> 761 bob ann empty * :
                bob < BATCH -<one>
                ann > METADATA * SET empty
                ann < 766 ann ann empty :Key not set
                bob > METADATA ann LIST
                bob < BATCH +<two> metadata ann
                bob < @batch=<two> 761 bob ann url * :http://example.org a b
                bob < BATCH -<two>
                """);
    }

    /// #metadata-clear, with one RPL_KEYVALUE for each key.
    @Test
    void allCanBeTakenBackAtOnce() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                ann > METADATA * SET b 1
                ann < 761 ann ann b * 1
                ann > METADATA * SET a/b 2
                ann < 761 ann ann a/b * 2
                ann > METADATA * CLEAR
                ann < BATCH +<one> metadata ann
                ann < @batch=<one> 761 ann ann a/b * :
                ann < @batch=<one> 761 ann ann b * :
                ann < BATCH -<one>
                ann > METADATA * LIST
                ann < BATCH +<two> metadata ann
                ann < BATCH -<two>
                """);
    }

    /// #standard-replies
    @Test
    void whatIsWrongHasACode() throws IOException {
        restart(LIMITS);
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                bob +
                ann > METADATA *
                ann < 461 ann METADATA :Not enough parameters
                ann > METADATA * SET
                ann < 461 ann METADATA :Not enough parameters
                ann > METADATA * DANCE
                ann < FAIL METADATA SUBCOMMAND_INVALID DANCE :Invalid subcommand
                ann > METADATA zoe LIST
                ann < FAIL METADATA INVALID_TARGET zoe :Invalid metadata target
                ann > METADATA $a:user SET url x
                ann < FAIL METADATA INVALID_TARGET $a:user :Invalid metadata target
                ann > METADATA #none LIST
                ann < FAIL METADATA INVALID_TARGET #none :Invalid metadata target
                ann > METADATA bob SUB url
                ann < FAIL METADATA INVALID_TARGET bob :Invalid metadata target
                ann > METADATA * SET Url x
                ann < FAIL METADATA KEY_INVALID Url :Invalid key
                ann > METADATA * SET url
                ann < FAIL METADATA KEY_NOT_SET ann url :Key not set
                ann > METADATA * SET url :12345678é
                ann < FAIL METADATA VALUE_INVALID :Value is too long
                ann > METADATA bob SET url x
                ann < FAIL METADATA KEY_NO_PERMISSION bob url :Permission denied
                ann > METADATA bob CLEAR
                ann < FAIL METADATA KEY_NO_PERMISSION bob * :Permission denied
                ann > METADATA * SET a 1
                ann < 761 ann ann a * 1
                ann > METADATA * SET b 1
                ann < 761 ann ann b * 1
                ann > METADATA * SET c 1
                ann < FAIL METADATA LIMIT_REACHED ann :Metadata limit reached
                ann > METADATA * SET a 2
                ann < 761 ann ann a * 2
                ann > METADATA * SET a 3
                ann < FAIL METADATA RATE_LIMITED ann a … :Too many changes
                """);
    }

    /// #metadata-sub, #metadata-unsub, #metadata-subs: nothing is read behind the first key for
    /// which there is no room.
    @Test
    void aClientFollowsKeys() throws IOException {
        restart(LIMITS);
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                ann > METADATA * SUB url $x avatar city url
                ann < 770 ann url avatar
                ann < FAIL METADATA KEY_INVALID $x :Invalid key
                ann < FAIL METADATA TOO_MANY_SUBS city :Too many subscriptions
                ann > METADATA * SUBS
                ann < BATCH +<one> metadata-subs
                ann < @batch=<one> 772 ann url avatar
                ann < BATCH -<one>
                ann > METADATA * UNSUB avatar other $x
                ann < 771 ann avatar other
                ann < FAIL METADATA KEY_INVALID $x :Invalid key
                ann > METADATA * SUB url
                ann < 770 ann url
                ann > METADATA * SUBS
                ann < BATCH +<two> metadata-subs
                ann < @batch=<two> 772 ann url
                ann < BATCH -<two>
                """);
    }

    /// #notifications: those who share a channel, or MONITOR; not the client that did it, nor those
    /// who do not follow the key, nor people with netcat.
    @Test
    void changesOfAPersonAreToldToWhoeverSeesThem() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                bob + caps: batch draft/metadata-2
                cat + caps: batch draft/metadata-2
                dora + caps: batch draft/metadata-2
                netcat:eve +
                netcat:eve > /join #tea
                netcat:eve < …
                netcat:eve < …
                netcat:eve < …
                ann > JOIN #tea
                ann ~ 366 …
                netcat:eve < …
                bob > METADATA * SUB url
                bob < 770 bob url
                bob > JOIN #tea
                bob ~ 366 …
                netcat:eve < …
                ann < :bob JOIN #tea
                cat > METADATA * SUB url
                cat < 770 cat url
                dora > METADATA * SUB url
                dora < 770 dora url
                dora > MONITOR + ann
                dora < 730 dora ann!…
                ann > METADATA * SUB url
                ann < 770 ann url
                ann > METADATA * SET url x
                ann < 761 ann ann url * x
                bob < :ann METADATA ann url * x
                dora < :ann METADATA ann url * x
                ann > METADATA * SET url x
                ann < 761 ann ann url * x
                ann > METADATA * SET other x
                ann < 761 ann ann other * x
                ann > METADATA * SET url
                ann < 766 ann ann url :Key not set
                bob < :ann METADATA ann url *
                dora < :ann METADATA ann url *
                bob > METADATA * UNSUB url
                bob < 771 bob url
                ann > METADATA * SET url z
                ann < 761 ann ann url * z
                dora < :ann METADATA ann url * z
                """);
    }

    /// #notifications: themselves, excluding changes they make themselves.
    @Test
    void allClientsOfAnAccountAreTold() throws IOException {
        server.irc(
                """
                netcat:ann +
                ann + login caps: batch draft/metadata-2
                ann ~ 366 …
                ann2 + login caps: batch draft/metadata-2
                ann2 ~ 366 …
                ann2 > METADATA * SUB url
                ann2 < 770 ann url
                ann > METADATA * SUBS
                ann < BATCH +<one> metadata-subs
                ann < BATCH -<one>
                ann > METADATA * SET url x
                ann < 761 ann ann url * x
                ann2 < :ann METADATA ann url * x
                """);
    }

    /// #postponed-synchronization: at once in a channel that is small.
    @Test
    void whoeverComesIntoAChannelLearnsWhatIsSaidThere() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                bob + caps: batch draft/metadata-2
                ann > METADATA * SUB url
                ann < 770 ann url
                ann > METADATA * SET url a
                ann < 761 ann ann url * a
                bob > METADATA * SET url b
                bob < 761 bob bob url * b
                ann > JOIN #tea
                ann ~ 366 …
                ann > METADATA #tea SET url t
                ann < 761 ann #tea url * t
                ann > METADATA #tea SET other t
                ann < 761 ann #tea other * t
                bob > METADATA * SUB url
                bob < 770 bob url
                bob < BATCH +<one> metadata bob
                bob < @batch=<one> METADATA bob url * b
                bob < BATCH -<one>
                bob > JOIN #tea
                bob ~ 366 …
                bob < BATCH +<two> metadata #tea
                bob < @batch=<two> METADATA #tea url * t
                bob < @batch=<two> METADATA ann url * a
                bob < BATCH -<two>
                ann < :bob JOIN #tea
                ann < METADATA bob url * b
                bob > METADATA #tea SYNC
                bob < BATCH +<three> metadata #tea
                bob < @batch=<three> METADATA #tea url * t
                bob < @batch=<three> METADATA ann url * a
                bob < BATCH -<three>
                bob > METADATA ann SYNC
                bob < BATCH +<four> metadata ann
                bob < @batch=<four> METADATA ann url * a
                bob < BATCH -<four>
                """);
    }

    /// #postponed-synchronization: later in a large channel.
    @Test
    void ofALargeChannelAClientLearnsLater() throws IOException {
        restart(LIMITS);
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                bob + caps: batch draft/metadata-2
                bob > METADATA * SUB url
                bob < 770 bob url
                ann > JOIN #tea
                ann ~ 366 …
                ann > METADATA #tea SET url t
                ann < 761 ann #tea url * t
                bob > JOIN #tea
                bob ~ 366 …
                bob < 774 bob #tea 4
                ann < :bob JOIN #tea
                bob > METADATA #tea SYNC
                bob < BATCH +<one> metadata #tea
                bob < @batch=<one> METADATA #tea url * t
                bob < BATCH -<one>
                """);
    }

    /// #notifications: when they MONITOR a user, or when one of them comes online.
    @Test
    void whoeverWatchesLearnsWhatIsSaidOfWhoeverIsHere() throws IOException {
        server.irc(
                """
                netcat:ann +
                netcat:ann -
                bob + caps: batch draft/metadata-2
                ann + login caps: batch draft/metadata-2
                ann ~ 366 …
                ann > METADATA * SET url x
                ann < 761 ann ann url * x
                ann > PART #veche
                ann < :ann PART #veche
                bob > MONITOR + ann
                bob < 730 bob ann!…
                bob > METADATA * SUB url
                bob < 770 bob url
                bob < BATCH +<one> metadata ann
                bob < @batch=<one> METADATA ann url * x
                bob < BATCH -<one>
                bob > MONITOR + ann
                bob < 730 bob ann!…
                bob < BATCH +<two> metadata ann
                bob < @batch=<two> METADATA ann url * x
                bob < BATCH -<two>
                ann -
                bob < 731 bob ann
                ann + login caps: batch draft/metadata-2
                bob < 730 bob ann!…
                bob < METADATA ann url * x
                """);
    }

    /// #setting-keys-and-subscribing-with-before-connect
    @Test
    void aClientSpeaksOfItsOwnerBeforeItComesIn() throws IOException {
        server.irc(
                """
                abc ^
                abc > CAP REQ :batch draft/metadata-2
                abc < CAP * ACK :batch draft/metadata-2
                abc > METADATA * SUB display-name
                abc < 770 * display-name
                abc > METADATA * SET display-name :a b c
                abc < 761 * * display-name * :a b c
                abc > METADATA * SET none
                abc < FAIL METADATA KEY_NOT_SET * none :Key not set
                abc > METADATA abc LIST
                abc < FAIL METADATA INVALID_TARGET abc :Invalid metadata target
                abc > METADATA * SYNC
                abc < 774 * *
                abc > NICK abc
                abc > USER abc 0 * abc
                abc > CAP END
                abc ~ 266 …
                abc < BATCH +<one> metadata abc
                abc < @batch=<one> METADATA abc display-name * :a b c
                abc < BATCH -<one>
                abc ~ 376 …
                abc > METADATA * LIST
                abc < BATCH +<two> metadata abc
                abc < @batch=<two> 761 abc abc display-name * :a b c
                abc < BATCH -<two>
                """);
        restart("[irc.metadata]\nbefore_connect = false");
        server.irc(
                """
                ann ^
                ann > METADATA * SET url x
                ann < 451 * :You have not registered
                """);
    }

    /// #introduction: on channels they administer; only members look.
    @Test
    void whoeverKeepsOrderInAChannelSaysWhatItIs() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                bob + caps: batch draft/metadata-2
                ann > JOIN #tea
                ann ~ 366 …
                ann > METADATA #tea SET url t
                ann < 761 ann #tea url * t
                bob > METADATA #tea LIST
                bob < FAIL METADATA KEY_NO_PERMISSION #tea * :Permission denied
                bob > METADATA * SUB url
                bob < 770 bob url
                bob > JOIN #tea
                bob ~ 366 …
                bob < BATCH +<one> metadata #tea
                bob < @batch=<one> METADATA #tea url * t
                bob < BATCH -<one>
                ann < :bob JOIN #tea
                bob > METADATA #tea SET url mine
                bob < FAIL METADATA KEY_NO_PERMISSION #tea url :Permission denied
                ann > MODE #tea +s
                ann < :ann MODE #tea +s
                bob < :ann MODE #tea +s
                ann > METADATA #tea SET url u
                ann < 761 ann #tea url * u
                bob < :ann METADATA #tea url * u
                bob > PART #tea
                bob < :bob PART #tea
                ann < :bob PART #tea
                bob > METADATA #tea LIST
                bob < FAIL METADATA INVALID_TARGET #tea :Invalid metadata target
                ann > PART #tea
                ann < :ann PART #tea
                ann > JOIN #tea
                ann ~ 366 …
                ann > METADATA #tea LIST
                ann < BATCH +<two> metadata #tea
                ann < BATCH -<two>
                """);
    }

    /// #rpl_whoiskeyvalue-numeric
    @Test
    void whoisShowsIt() throws IOException {
        server.irc(
                """
                ann + caps: batch draft/metadata-2
                ann > METADATA * SET url x
                ann < 761 ann ann url * x
                ann > WHOIS ann
                ann ~ 760 ann ann url * x
                ann ~ 318 …
                """);
    }

    @Test
    void whatAccountsAndChannelsHaveSurvivesARestart() throws IOException {
        server.irc(
                """
                netcat:ann +
                netcat:ann -
                ann + login caps: batch draft/metadata-2
                ann ~ 366 …
                ann > METADATA * SET url x
                ann < 761 ann ann url * x
                ann > JOIN #tea
                ann ~ 366 …
                ann > METADATA #tea SET a/b t
                ann < 761 ann #tea a/b * t
                """);
        server.stop();
        server = ChatServer.startAgain(server);
        server.irc(
                """
                ann + login caps: batch draft/metadata-2
                ann ~ 366 …
                ann ~ 366 …
                ann > METADATA * LIST
                ann < BATCH +<one> metadata ann
                ann < @batch=<one> 761 ann ann url * x
                ann < BATCH -<one>
                ann > METADATA #tea LIST
                ann < BATCH +<two> metadata #tea
                ann < @batch=<two> 761 ann #tea a/b * t
                ann < BATCH -<two>
                """);
    }
}
