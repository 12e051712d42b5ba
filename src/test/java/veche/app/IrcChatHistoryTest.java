package veche.app;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which part of the history a client is given that asks for it:
/// https://ircv3.net/specs/extensions/chathistory#subcommands
class IrcChatHistoryTest {

    private static final String CAPS =
            "batch server-time message-tags echo-message draft/chathistory";

    private final TestClock clock = new TestClock();
    private ChatServer server;
    private IrcChat chat;

    @BeforeEach
    void start() throws IOException {
        server = ChatServer.start("", clock);
        chat = server.irc("ann + caps: " + CAPS);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// Somebody says a number, a second after what was said before. The message is remembered by
    /// its id, such as `<i3>`, and its time, `<t3>`.
    ///
    /// @param others who read it, too
    private void say(String who, String target, int number, String... others) throws IOException {
        clock.pass(Duration.ofSeconds(1));
        var script = new StringBuilder("%s > PRIVMSG %s :%d\n".formatted(who, target, number));
        for (var reader : Stream.concat(Stream.of(who), Stream.of(others)).toList()) {
            script.append(
                    "%4$s < @time=<t%3$d>;msgid=<i%3$d> :%1$s PRIVMSG %2$s %3$d\n"
                            .formatted(who, target, number, reader));
        }
        chat.scene(script.toString());
    }

    /// Ann says five numbers in a channel.
    private void sayFive() throws IOException {
        chat.scene("ann > JOIN #tea\nann ~ … 366 …");
        for (var number = 1; number <= 5; number++) {
            say("ann", "#tea", number);
        }
    }

    /// Ann asks, and is answered with these.
    private void expect(String request, int... numbers) throws IOException {
        var script = new StringBuilder("ann > CHATHISTORY " + request + "\n");
        var batch = "<b" + ++asked + ">";
        script.append("ann < BATCH +" + batch + " chathistory #tea\n");
        for (var number : numbers) {
            script.append(
                    "ann < @time=<t%1$d>;msgid=<i%1$d>;batch=%2$s :ann PRIVMSG #tea %1$d\n"
                            .formatted(number, batch));
        }
        chat.scene(script.append("ann < BATCH -" + batch + "\n").toString());
    }

    private int asked;

    /// https://ircv3.net/specs/extensions/chathistory#latest
    @Test
    void theLatestAreThoseAtTheEnd() throws IOException {
        sayFive();
        expect("LATEST #tea * 2", 4, 5);
        expect("LATEST #tea * 100", 1, 2, 3, 4, 5);
        expect("LATEST #tea msgid=<i3> 100", 4, 5);
        expect("LATEST #tea timestamp=<t2> 2", 4, 5);
        expect("LATEST #tea msgid=<i5> 5");
        expect("latest #TEA * 1", 5);
    }

    /// https://ircv3.net/specs/extensions/chathistory#before
    @Test
    void whatWasBeforeIsCountedBackwards() throws IOException {
        sayFive();
        expect("BEFORE #tea msgid=<i4> 2", 2, 3);
        expect("BEFORE #tea timestamp=<t4> 2", 2, 3);
        expect("BEFORE #tea msgid=<i3> 100", 1, 2);
        expect("BEFORE #tea msgid=<i1> 100");
    }

    /// https://ircv3.net/specs/extensions/chathistory#after
    @Test
    void whatWasAfterIsCountedForwards() throws IOException {
        sayFive();
        expect("AFTER #tea msgid=<i2> 2", 3, 4);
        expect("AFTER #tea timestamp=<t2> 2", 3, 4);
        expect("AFTER #tea timestamp=2020-02-20T00:00:00.000Z 2", 1, 2);
        expect("AFTER #tea msgid=<i5> 100");
    }

    /// With what is named in the middle: https://ircv3.net/specs/extensions/chathistory#around
    @Test
    void whatWasAroundHasItInTheMiddle() throws IOException {
        sayFive();
        expect("AROUND #tea msgid=<i3> 1", 3);
        expect("AROUND #tea msgid=<i3> 3", 2, 3, 4);
        expect("AROUND #tea timestamp=<t3> 3", 2, 3, 4);
        expect("AROUND #tea msgid=<i1> 3", 1, 2, 3);
        expect("AROUND #tea msgid=<i5> 3", 4, 5);
    }

    /// Counted from the first that is named, in the order in which they came:
    /// https://ircv3.net/specs/extensions/chathistory#between
    @Test
    void whatWasBetweenIsCountedFromEitherSide() throws IOException {
        sayFive();
        expect("BETWEEN #tea msgid=<i1> msgid=<i5> 100", 2, 3, 4);
        expect("BETWEEN #tea msgid=<i5> msgid=<i1> 100", 2, 3, 4);
        expect("BETWEEN #tea msgid=<i1> msgid=<i5> 2", 2, 3);
        expect("BETWEEN #tea msgid=<i5> msgid=<i1> 2", 3, 4);
        expect("BETWEEN #tea timestamp=<t1> timestamp=<t5> 2", 2, 3);
        expect("BETWEEN #tea timestamp=<t5> timestamp=<t1> 2", 3, 4);
        expect("BETWEEN #tea timestamp=<t1> msgid=<i4> 100", 2, 3);
        expect("BETWEEN #tea msgid=<i2> msgid=<i3> 100");
    }

    /// More than the server says in ISUPPORT nobody gets:
    /// https://ircv3.net/specs/extensions/chathistory#isupport-tokens
    @Test
    void nobodyGetsMoreAtOnceThanTheServerGives() throws IOException {
        server.close();
        server = ChatServer.start("[irc]\nchathistory = 2\n", clock);
        chat =
                server.irc(
                        """
                        ann + caps: %s
                        ann > ISUPPORT
                        ann ~ 005 ann … CHATHISTORY=2 …
                        ann ~ 005 ann … WHOX …
                        """
                                .formatted(CAPS));
        sayFive();
        expect("LATEST #tea * 100", 4, 5);
        expect("AROUND #tea msgid=<i3> 100", 2, 3);
    }

    /// Only those who were told what was said: a conversation has the name of the other one.
    @Test
    void aPrivateConversationHasBothSidesAndNobodyElseSeesIt() throws IOException {
        chat.scene("bob + caps: %1$s\neve + caps: %1$s".formatted(CAPS));
        say("ann", "bob", 1, "bob");
        say("bob", "ann", 2, "ann");
        say("eve", "ann", 3, "ann");
        chat.scene(
                """
                ann > CHATHISTORY LATEST bob * 10
                ann < BATCH +<a> chathistory bob
                ann < @time=<t1>;msgid=<i1>;batch=<a> :ann PRIVMSG bob 1
                ann < @time=<t2>;msgid=<i2>;batch=<a> :bob PRIVMSG ann 2
                ann < BATCH -<a>
                bob > CHATHISTORY AFTER ann msgid=<i1> 10
                bob < BATCH +<b> chathistory ann
                bob < @time=<t2>;msgid=<i2>;batch=<b> :bob PRIVMSG ann 2
                bob < BATCH -<b>
                eve > CHATHISTORY LATEST bob * 10
                eve < BATCH +<e> chathistory bob
                eve < BATCH -<e>
                """);
    }

    /// https://ircv3.net/specs/extensions/chathistory#targets
    @Test
    void whereSomethingWasSaidIsToldInOrder() throws IOException {
        chat.scene("bob + caps: %1$s\neve + caps: %1$s".formatted(CAPS));
        sayFive();
        say("bob", "ann", 6, "ann");
        say("ann", "eve", 7, "eve");
        chat.scene(
                """
                ann > CHATHISTORY TARGETS timestamp=<t1> timestamp=2027-01-01T00:00:00.000Z 10
                ann < BATCH +<a> draft/chathistory-targets
                ann < @batch=<a> CHATHISTORY TARGETS #tea <t5>
                ann < @batch=<a> CHATHISTORY TARGETS bob <t6>
                ann < @batch=<a> CHATHISTORY TARGETS eve <t7>
                ann < BATCH -<a>
                ann > CHATHISTORY TARGETS timestamp=<t5> timestamp=<t7> 10
                ann < BATCH +<b> draft/chathistory-targets
                ann < @batch=<b> CHATHISTORY TARGETS bob <t6>
                ann < BATCH -<b>
                ann > CHATHISTORY TARGETS timestamp=2027-01-01T00:00:00.000Z timestamp=<t1> 2
                ann < BATCH +<c> draft/chathistory-targets
                ann < @batch=<c> CHATHISTORY TARGETS bob <t6>
                ann < @batch=<c> CHATHISTORY TARGETS eve <t7>
                ann < BATCH -<c>
                ann > CHATHISTORY TARGETS timestamp=<t1> timestamp=2027-01-01T00:00:00.000Z 1
                ann < BATCH +<d> draft/chathistory-targets
                ann < @batch=<d> CHATHISTORY TARGETS #tea <t5>
                ann < BATCH -<d>
                ann > CHATHISTORY TARGETS msgid=<i1> timestamp=<t5> 1
                ann < FAIL CHATHISTORY INVALID_PARAMS TARGETS msgid=<i1> …
                ann > PART #tea
                ann ~ … :ann PART #tea
                ann > CHATHISTORY TARGETS timestamp=<t1> timestamp=<t6> 10
                ann < BATCH +<e> draft/chathistory-targets
                ann < BATCH -<e>
                """);
    }

    /// What is no message counts for nothing without it:
    /// https://ircv3.net/specs/extensions/chathistory#event-playback
    @Test
    void whatElseHappenedIsForThoseWhoUnderstandIt() throws IOException {
        chat.scene("bob + caps: %s draft/event-playback".formatted(CAPS));
        chat.scene("ann > JOIN #tea\nann ~ … 366 …");
        say("ann", "#tea", 1);
        chat.scene(
                """
                bob > JOIN #tea
                bob ~ … 366 …
                ann < @…msgid=<joined> :bob JOIN #tea
                ann > TOPIC #tea :Which?
                ann < @…msgid=<topic> :ann TOPIC #tea Which?
                bob < @… :ann TOPIC #tea Which?
                """);
        say("ann", "#tea", 2, "bob");
        chat.scene(
                """
                ann > CHATHISTORY LATEST #tea * 2
                ann < BATCH +<a> chathistory #tea
                ann < @time=<t1>;msgid=<i1>;batch=<a> :ann PRIVMSG #tea 1
                ann < @time=<t2>;msgid=<i2>;batch=<a> :ann PRIVMSG #tea 2
                ann < BATCH -<a>
                ann > CHATHISTORY AFTER #tea msgid=<joined> 2
                ann < BATCH +<b> chathistory #tea
                ann < @time=<t2>;msgid=<i2>;batch=<b> :ann PRIVMSG #tea 2
                ann < BATCH -<b>
                bob > CHATHISTORY BETWEEN #tea msgid=<i1> msgid=<i2> 10
                bob < BATCH +<c> chathistory #tea
                bob < @time=…;msgid=<joined>;batch=<c> :bob JOIN #tea
                bob < @time=…;msgid=<topic>;batch=<c> :ann TOPIC #tea Which?
                bob < BATCH -<c>
                bob > CHATHISTORY LATEST #tea * 2
                bob < BATCH +<d> chathistory #tea
                bob < @time=…;msgid=<topic>;batch=<d> :ann TOPIC #tea Which?
                bob < @time=<t2>;msgid=<i2>;batch=<d> :ann PRIVMSG #tea 2
                bob < BATCH -<d>
                """);
    }

    /// As it happened they did not see it, either.
    @Test
    void inAnAuditoriumNobodyReadsWhoOfTheOthersCameAndWent() throws IOException {
        var caps = CAPS + " draft/event-playback";
        chat.scene("bob + caps: " + caps + "\neve + caps: " + caps + "\ndan + caps: " + caps);
        chat.scene(
                """
                ann > JOIN #tea
                ann ~ … 366 …
                ann > MODE #tea +u
                ann < @… :ann MODE #tea +u
                bob > JOIN #tea
                bob ~ … 366 …
                ann < @… :bob JOIN #tea
                eve > JOIN #tea
                eve ~ … 366 …
                ann < @… :eve JOIN #tea
                eve > NICK evelyn
                eve < @… :eve NICK evelyn
                ann < @… :eve NICK evelyn
                dan > JOIN #tea
                dan ~ … 366 …
                ann < @… :dan JOIN #tea
                dan > PART #tea
                dan < @… :dan PART #tea
                ann < @… :dan PART #tea
                bob > CHATHISTORY LATEST #tea * 20
                bob < BATCH +<a> chathistory #tea
                bob < @… :ann MODE #tea +tn
                bob < @… :ann JOIN #tea
                bob < @… :ann MODE #tea +ou ann
                bob < @… :bob JOIN #tea
                bob < BATCH -<a>
                ann > MODE #tea +v bob
                ann < @… :ann MODE #tea +v bob
                bob < @… :ann MODE #tea +v bob
                eve < @… :ann MODE #tea +v bob
                bob > CHATHISTORY LATEST #tea * 20
                bob < BATCH +<b> chathistory #tea
                bob < @… :ann MODE #tea +tn
                bob < @… :ann JOIN #tea
                bob < @… :ann MODE #tea +ou ann
                bob < @… :bob JOIN #tea
                bob < @… :eve JOIN #tea
                bob < @… :eve NICK evelyn
                bob < @… :dan JOIN #tea
                bob < @… :dan PART #tea
                bob < @… :ann MODE #tea +v bob
                bob < BATCH -<b>
                """);
    }
}
