package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Coming into channels and leaving them: https://modern.ircdocs.horse/#channel-operations.
class IrcChannelTest {

    private ChatServer server;

    @BeforeEach
    void start() {
        server = ChatServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// https://modern.ircdocs.horse/#join-message: those who are there see who comes, and who comes
    /// is told what the channel is about and who is there.
    @Test
    void whoeverJoinsIsToldWhoIsThere() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann < :ann!~ann@… JOIN #tea
                ann < 353 ann = #tea @ann
                ann < 366 ann #tea :End of /NAMES list
                ann > TOPIC #tea :Only green
                ann < :ann TOPIC #tea :Only green
                bob > JOIN #TEA
                bob < :bob JOIN #tea
                bob < 332 bob #tea :Only green
                bob < 333 bob #tea ann!~ann@… …
                bob < 353 bob = #tea :@ann bob
                bob < 366 bob #tea …
                ann < :bob!~bob@… JOIN #tea
                bob > JOIN #tea
                """);
    }

    @Test
    void severalChannelsAreJoinedInOneCommand() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #milk
                ann ~ 366 …
                ann > MODE #milk +k sesame
                ann < :ann MODE #milk +k sesame
                bob > JOIN #tea,#milk,nonsense,#cake ,sesame
                bob < :bob JOIN #tea
                bob < 353 …
                bob < 366 bob #tea …
                bob < :bob JOIN #milk
                bob < 353 …
                bob < 366 bob #milk …
                bob < 403 bob nonsense :No such channel
                bob < :bob JOIN #cake
                bob < 353 …
                bob < 366 bob #cake …
                ann < :bob JOIN #milk
                """);
    }

    @Test
    void whoeverJoinsZeroLeavesAllChannels() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea,#milk
                ann ~ 366 ann #milk …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > JOIN 0
                ann < :ann PART #tea
                ann < :ann PART #milk
                bob < :ann PART #tea
                """);
    }

    /// https://modern.ircdocs.horse/#errbadchannelkey-475 and those beside it
    @Test
    void aChannelCanBeClosedInManyWays() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +k sesame
                ann < :ann MODE #tea +k sesame
                bob > JOIN #tea
                bob < 475 bob #tea :Cannot join channel (+k)
                bob > JOIN #tea tahini
                bob < 475 bob #tea :Cannot join channel (+k)
                ann > MODE #tea -k sesame
                ann < :ann MODE #tea -k *
                ann > MODE #tea +l 1
                ann < :ann MODE #tea +l 1
                bob > JOIN #tea
                bob < 471 bob #tea :Cannot join channel (+l)
                ann > MODE #tea -l+i
                ann < :ann MODE #tea -l+i
                bob > JOIN #tea
                bob < 473 bob #tea :Cannot join channel (+i)
                ann > MODE #tea -i+b bob!*@*
                ann < :ann MODE #tea -i+b bob!*@*
                bob > JOIN #tea
                bob < 474 bob #tea :Cannot join channel (+b)
                ann > MODE #tea -b+R bob!*@*
                ann < :ann MODE #tea -b+R bob!*@*
                bob > JOIN #tea
                bob < 477 bob #tea …
                """);
    }

    /// https://modern.ircdocs.horse/#errtoomanychannels-405
    @Test
    void nobodyIsInMoreChannelsThanAllowed() throws IOException {
        server.close();
        server = ChatServer.start("[channels]\nmost = 2\n");
        server.irc(
                """
                ann +
                ann > JOIN #a,#b,#c
                ann ~ 366 ann #b …
                ann < 405 ann #c :You have joined too many channels
                """);
    }

    /// https://modern.ircdocs.horse/#part-message
    @Test
    void whoeverPartsIsSeenToPart() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                bob > PART #tea :have to go
                bob < :bob PART #tea :have to go
                ann < :bob PART #tea :have to go
                bob > PART #tea
                bob < 442 bob #tea :You're not on that channel
                bob > PART #nowhere,tea
                bob < 403 bob #nowhere :No such channel
                bob < 403 bob tea :No such channel
                ann > PART #tea
                ann < :ann PART #tea
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 bob = #tea @bob
                bob < 366 …
                """);
    }

    /// https://modern.ircdocs.horse/#topic-message
    @Test
    void aTopicIsSetShownAndRemoved() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > TOPIC #tea
                ann < 331 ann #tea :No topic is set
                bob > TOPIC #tea :Only black
                bob < 482 bob #tea :You're not channel operator
                ann > TOPIC #tea :Only green
                ann < :ann TOPIC #tea :Only green
                bob < :ann TOPIC #tea :Only green
                bob > TOPIC #tea
                bob < 332 bob #tea :Only green
                bob < 333 bob #tea ann!~ann@… …
                ann > TOPIC #tea :
                ann < :ann TOPIC #tea :
                bob < :ann TOPIC #tea :
                bob > TOPIC #tea
                bob < 331 bob #tea :No topic is set
                ann > MODE #tea -t
                ann < :ann MODE #tea -t
                bob < :ann MODE #tea -t
                bob > TOPIC #tea :Only black
                bob < :bob TOPIC #tea :Only black
                ann < :bob TOPIC #tea :Only black
                bob > TOPIC #nowhere
                bob < 403 bob #nowhere :No such channel
                bob > JOIN 0
                bob < :bob PART #tea
                ann < :bob PART #tea
                bob > TOPIC #tea :from outside
                bob < 442 bob #tea :You're not on that channel
                """);
    }

    /// https://modern.ircdocs.horse/#names-message
    @Test
    void namesAreShownToThoseWhoMayKnow() throws IOException {
        server.irc(
                """
                ann +
                bob + caps: multi-prefix userhost-in-names
                eve +
                ann > JOIN #tea
                ann ~ 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea
                ann > MODE #tea +v ann
                ann < :ann MODE #tea +v ann
                bob < :ann MODE #tea +v ann
                ann > NAMES #tea
                ann < 353 ann = #tea :@ann bob
                ann < 366 ann #tea …
                bob > NAMES #tea
                bob < 353 bob = #tea :@+ann!~ann@… bob!~bob@…
                bob < 366 bob #tea …
                eve > NAMES #tea,#nowhere
                eve < 353 eve = #tea :@ann bob
                eve < 366 eve #tea,#nowhere …
                ann > MODE #tea +s
                ann < :ann MODE #tea +s
                bob < :ann MODE #tea +s
                ann > NAMES #tea
                ann < 353 ann @ #tea :@ann bob
                ann < 366 …
                eve > NAMES #tea
                eve < 366 eve #tea …
                eve > NAMES
                eve < 366 eve * …
                """);
    }

    /// Whoever comes to an empty channel keeps order in it; when the last one leaves a channel of
    /// guests, it is gone.
    @Test
    void anEmptyChannelIsForgotten() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +m
                ann < :ann MODE #tea +m
                ann -
                bob > MODE #tea
                bob < 403 bob #tea :No such channel
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 353 bob = #tea @bob
                bob < 366 …
                bob > MODE #tea
                bob < 324 bob #tea +nt
                bob < 329 bob #tea …
                """);
    }

    /// A channel with a topic is kept, and whoever comes first keeps order there, however it was
    /// closed.
    @Test
    void aTopicKeepsAChannel() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > TOPIC #tea :Only green
                ann < :ann TOPIC #tea :Only green
                ann > MODE #tea +i
                ann < :ann MODE #tea +i
                ann -
                bob > JOIN #tea
                bob < :bob JOIN #tea
                bob < 332 bob #tea :Only green
                bob < 333 …
                bob < 353 bob = #tea @bob
                bob < 366 …
                bob > MODE #tea
                bob < 324 bob #tea +int
                bob < 329 …
                """);
    }

    /// What was said behind a closed door is not told to whoever finds it open later. It is to
    /// those who could open it, and what was said in the open is to all.
    @ParameterizedTest
    @CsvSource({
        "+m,        ,       true,  true,  +mnt",
        "+m,        ,       false, true,  +nt",
        "+k sesame, ,       true,  false, +nt",
        "+k sesame, ,       false, false, +nt",
        "+k sesame, sesame, true,  true,  +ntk …",
        "+k sesame, sesame, false, true,  +ntk …",
        "+i,        ,       true,  false, +int",
        "+i,        ,       false, false, +nt"
    })
    void nobodyReadsWhatWasSaidWhereTheyWereKeptOut(
            String mode, @Nullable String key, boolean hasTopic, boolean isTold, String after)
            throws IOException {
        var topic = "ann > TOPIC #tea :for friends\nann < :ann TOPIC #tea :for friends\n";
        var told = "bob < @batch=b1 :ann PRIVMSG #tea :at five\n";
        server.irc(
                """
                ann +
                bob + caps: batch draft/chathistory
                ann > JOIN #tea
                ann ~ 366 …
                %sann > MODE #tea %s
                ann < :ann MODE #tea %2$s
                ann > PRIVMSG #tea :at five
                ann > PART #tea
                ann < :ann PART #tea
                bob > JOIN #tea %3$s
                bob ~ 366 …
                bob > CHATHISTORY LATEST #tea * 10
                bob < BATCH +b1 chathistory #tea
                %4$sbob < BATCH -b1
                bob > MODE #tea
                bob < 324 bob #tea %5$s
                bob < 329 bob #tea …
                """
                        .formatted(
                                hasTopic ? topic : "",
                                mode,
                                key == null ? "" : key,
                                isTold ? told : "",
                                after));
    }

    /// Nothing more is left of it than of others that all have left.
    @Test
    void whatIsNoLongerPrivateIsForgotten() throws IOException {
        server.irc(
                """
                ann +
                bob +
                ann > JOIN #tea
                ann ~ 366 …
                ann > MODE #tea +k sesame
                ann < :ann MODE #tea +k sesame
                ann -
                bob > LIST
                bob < 321 …
                bob < 322 bob #tea 0 …
                bob < 323 …
                bob > JOIN #tea sesame
                bob ~ 366 …
                bob > MODE #tea -k sesame
                bob < :bob MODE #tea -k *
                bob > PART #tea
                bob < :bob PART #tea
                bob > MODE #tea
                bob < 403 bob #tea :No such channel
                """);
    }

    /// https://ircv3.net/specs/extensions/extended-join
    @Test
    void whoeverAsksIsToldMoreOfWhoJoins() throws IOException {
        server.irc(
                """
                ann + caps: extended-join
                bob +
                ann > JOIN #tea
                ann < :ann JOIN #tea * ann
                ann < 353 …
                ann < 366 …
                bob > JOIN #tea
                bob ~ 366 …
                ann < :bob JOIN #tea * bob
                """);
    }

    /// https://ircv3.net/specs/extensions/no-implicit-names
    @Test
    void whoeverAsksIsNotToldWhoIsThere() throws IOException {
        server.irc(
                """
                ann + caps: no-implicit-names
                bob + caps: draft/no-implicit-names
                ann > JOIN #tea
                ann < :ann JOIN #tea
                ann > NAMES #tea
                ann < 353 …
                ann < 366 …
                bob > JOIN #tea
                bob < :bob JOIN #tea
                ann < :bob JOIN #tea
                """);
    }

    /// Long names take more lines, and nobody is left out.
    @Test
    void everybodyIsNamedHoweverLongTheNames() throws IOException {
        var channel = "#" + "щ".repeat(63);
        var names = List.of("б".repeat(30), "д".repeat(30), "ж".repeat(30), "ф".repeat(30));
        var people = new ArrayList<IrcClient>();
        try {
            for (var name : names) {
                var person = IrcClient.connect(server.ircAddress());
                people.add(person);
                person.send("NICK " + name);
                person.send("USER " + "u".repeat(10) + " 0 * :Somebody");
                person.readUntil(":… 376 …");
                person.send("JOIN " + channel);
                person.readUntil(":… 366 …");
            }
            var last = people.getLast();
            last.send("NAMES " + channel);
            last.readUntil(":… 366 …");
            var lines = last.transcript().lines().filter(line -> line.contains(" 353 ")).toList();
            assertThat(lines).allMatch(line -> line.getBytes(UTF_8).length <= 510);
            assertThat(String.join(" ", lines)).contains(names);
            last.send("PART " + channel);
            last.send("JOIN #masks");
            last.readUntil(":… 366 …");
            var masks = Stream.iterate(10, it -> it + 1).limit(12).map(it -> "m".repeat(24) + it);
            last.send("MODE #masks +bbbbbbbbbbbb " + masks.collect(Collectors.joining(" ")));
            last.readUntil(":… MODE #masks …m2…");
            last.send("PING end");
            last.readUntil(":… PONG …");
            assertThat(last.transcript().lines().filter(line -> line.contains(" MODE #masks ")))
                    .allMatch(line -> line.getBytes(UTF_8).length <= 510)
                    .hasSize(2);
        } finally {
            for (var person : people) {
                person.close();
            }
        }
    }
}
