package veche.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import veche.language.Language;
import veche.language.Phrases;
import veche.wire.Message;

/// The parts of the terminal client that know nothing of each other.
class SmallPartsTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org:6667, false",
        "example.org:6697, example.org:6697, true",
        "example.org:7000, example.org:7000, false",
        "'[::1]', '[::1]:6667', false",
        "'[::1]:6697', '[::1]:6697', true",
        "::1, '[::1]:6667', false",
    })
    void anAddressIsRead(String written, String text, boolean tls) {
        var address = ServerAddress.parse(written, false).orElseThrow();
        assertThat(address.text()).isEqualTo(text);
        assertThat(address.tls()).isEqualTo(tls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    20 | 6 | bob:  the quick brown fox | bob:  the quick¶      brown fox
                    20 | 6 | "bob:  exactly twenty" | "bob:  exactly twenty"
                    20 | 6 | "bob:  exactly twenty s" | bob:  exactly twenty¶      s
                    20 | 6 | abcdefghijklmnopqrstuvwxyz | abcdefghijklmnopqrst¶      uvwxyz
                    20 | 6 | a https://example.org/a/long/one b | a https://example.org/a/long/one¶      b
                    20 | 6 | "one¶      | two words that go on" | "one¶      | two words¶      that go on"
                    10 | 8 | bob: hello there | bob: hello¶    there
                    12 | 2 | 中文中文中文中文 | 中文中文中文¶  中文
                    3  | 1 | a b c d | a b¶ c¶ d
                    """)
    void whatIsTooLongForALineGoesOnUnderItsWords(
            int width, int indent, String text, String wrapped) {
        var line = new AttributedString(text.replace("\"", "").replace('¶', '\n'));
        assertThat(Wrapping.wrap(line, width, indent).toString().replace('\n', '¶'))
                .isEqualTo(wrapped.replace("\"", ""));
    }

    @Test
    void tlsHasAPortOfItsOwn() {
        assertThat(ServerAddress.parse("example.org", true))
                .contains(new ServerAddress("example.org", 6697, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":6667", "host:", "host:0", "host:65536", "host:x", "a b", "http://a"})
    void whatIsNoAddressIsRefused(String written) {
        assertThat(ServerAddress.parse(written, false)).isEmpty();
    }

    @Test
    void waitsGrowUpToABoundAndBeginAnew() {
        var backoff = new Backoff(new Random(1));
        var most = Duration.ofMillis(500);
        for (var i = 0; i < 100; i++) {
            assertThat(backoff.next()).isBetween(Duration.ZERO, most);
            most =
                    most.multipliedBy(2).compareTo(Duration.ofSeconds(30)) < 0
                            ? most.multipliedBy(2)
                            : Duration.ofSeconds(30);
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void whatWasOnItsWayGoesFirstWhenTheConnectionIsLost() {
        var unsent = new Unsent();
        for (var id : new String[] {"1", "2", "3"}) {
            unsent.add(new Outgoing(id, "#tea", id));
        }
        assertThat(unsent.take(_ -> true)).extracting(Outgoing::id).containsExactly("1", "2", "3");
        unsent.add(new Outgoing("4", "#tea", "4"));
        unsent.settle("2");
        unsent.lost();
        assertThat(unsent.take(_ -> true)).extracting(Outgoing::id).containsExactly("1", "3", "4");
    }

    @Test
    void whatCannotBeSaidYetWaitsWithoutHoldingUpOthers() {
        var unsent = new Unsent();
        unsent.add(new Outgoing("1", "#tea", "a"));
        unsent.add(new Outgoing("2", "#jam", "b"));
        assertThat(unsent.take("#jam"::equals)).extracting(Outgoing::id).containsExactly("2");
        assertThat(unsent.waiting()).isEqualTo(1);
    }

    @Test
    void noMoreThanAWindowIsOnItsWay() {
        var unsent = new Unsent();
        for (var i = 0; i < 200; i++) {
            unsent.add(new Outgoing("id" + i, "#tea", "x"));
        }
        assertThat(unsent.take(_ -> true)).hasSize(Unsent.WINDOW);
        assertThat(unsent.take(_ -> true)).isEmpty();
        unsent.settle("id0");
        assertThat(unsent.take(_ -> true)).hasSize(1);
    }

    private static Visit visit(String multiline) {
        Wire nobody =
                new Wire() {
                    @Override
                    public void send(Message message) {}

                    @Override
                    public void close() {}

                    @Override
                    public void finish() {}
                };
        return new Visit(
                nobody,
                "ann",
                multiline.isEmpty() ? Map.of() : Map.of(Saying.MULTILINE, multiline));
    }

    private static List<String> divided(Visit visit, String text) {
        return visit.saying().divide(new Outgoing("1", "#tea", text)).stream()
                .map(Outgoing::text)
                .toList();
    }

    @Test
    void whatIsTypedIsDividedAsTheServerTakesIt() {
        var text = "one\n\n  two\nthree";
        assertThat(divided(visit(""), text)).containsExactly("one", "  two", "three");
        assertThat(divided(visit("max-bytes=4096,max-lines=4"), text)).containsExactly(text);
        assertThat(divided(visit("max-bytes=4096,max-lines=3"), text))
                .containsExactly("one\n\n  two", "three");
        assertThat(divided(visit("max-bytes=7,max-lines=3"), text))
                .containsExactly("one\n", "  two", "three");
    }

    @Test
    void nothingIsLostOfALineThatIsLongerThanAnything() {
        var text = "a word and ".repeat(2000);
        for (var multiline : List.of("", "max-bytes=4096,max-lines=100", "max-bytes=1")) {
            var parts = divided(visit(multiline), text);
            assertThat(String.join("", parts)).isEqualTo(text);
            assertThat(parts).allMatch(part -> part.length() <= 4096);
        }
    }

    @Test
    void eachPartOfALongActionIsOne() {
        var parts = divided(visit(""), Outgoing.action("waves and ".repeat(100)));
        assertThat(parts)
                .hasSizeGreaterThan(1)
                .allMatch(part -> part.startsWith("\u0001ACTION ") && part.endsWith("\u0001"));
    }

    @Test
    void batchesThatNeverEndDoNotTakeAllMemory() {
        var batches = new Batches();
        for (var i = 0; i < 1000; i++) {
            batches.take(line(":s BATCH +" + i + " chathistory #tea"));
        }
        var words = "x".repeat(400);
        for (var i = 0; i < 50_000; i++) {
            batches.take(line("@batch=7 :bob!b@c PRIVMSG #tea :" + words));
        }
        assertThat(batches.take(line(":s BATCH -7")).orElseThrow().lines())
                .hasSizeLessThanOrEqualTo(20_000);
        assertThat(batches.take(line(":s BATCH -999"))).isEmpty();
    }

    private static Message line(String text) {
        return (Message) Message.parse(text);
    }

    @Test
    void severalLinesAreOneMessageAlsoWithinTheHistory() {
        var batches = new Batches();
        assertThat(batches.take(line(":s BATCH +h chathistory #tea"))).isEmpty();
        assertThat(batches.take(line("@batch=h :s PRIVMSG #tea :before"))).isEmpty();
        batches.take(line("@batch=h;msgid=7 :ann!a@b BATCH +m draft/multiline #tea"));
        batches.take(line("@batch=m :ann!a@b PRIVMSG #tea :one"));
        batches.take(line("@batch=m :ann!a@b PRIVMSG #tea :two"));
        batches.take(line("@batch=m;draft/multiline-concat :ann!a@b PRIVMSG #tea : and a half"));
        assertThat(batches.take(line(":s BATCH -m"))).isEmpty();
        var batch = batches.take(line(":s BATCH -h")).orElseThrow();
        assertThat(batch.type()).isEqualTo("chathistory");
        assertThat(batch.lines())
                .extracting(Incoming::text)
                .containsExactly("before", "one\ntwo and a half");
        assertThat(batch.lines().getLast().tag("msgid")).isEqualTo("7");
    }

    @Test
    void aBatchThatNeverBeganIsNothing() {
        var batches = new Batches();
        assertThat(batches.take(line(":s BATCH -x"))).isEmpty();
        assertThat(batches.take(line(":s BATCH"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "ann: look, true",
        "look Ann!, true",
        "anna: look, false",
        "'<ann>', true",
        "nobody, false",
    })
    void aNameIsMentionedAsAWord(String text, boolean mentioned) {
        assertThat(Talk.mentions(text, "ann", String::equalsIgnoreCase)).isEqualTo(mentioned);
    }

    @Test
    void anActionIsOneAndOtherRequestsOfProgramsAreNotShown() {
        var now = Instant.EPOCH;
        var action = Incoming.of(line(":bob!b@c PRIVMSG #tea :\u0001ACTION waves\u0001"));
        var said = Talk.of(action, "ann", String::equalsIgnoreCase, now, false).orElseThrow();
        assertThat(said.manner()).isEqualTo(Said.Manner.ACTION);
        assertThat(said.text()).isEqualTo("waves");
        for (var request : new String[] {"\u0001VERSION\u0001", "\u0001", "\u0001PING 1"}) {
            var other = Incoming.of(line(":bob!b@c PRIVMSG ann :" + request));
            assertThat(Talk.of(other, "ann", String::equalsIgnoreCase, now, false)).isEmpty();
        }
    }

    @Test
    void aLoginIsKeptAsALine() {
        var address = new ServerAddress("::1", 7000, true);
        var token = Optional.of(new Login.Token("t1", "secret"));
        var login = new Login(address, "вася", token);
        assertThat(Login.parse(login.line())).contains(login);
        assertThat(Login.parse("nonsense")).isEmpty();
    }

    @Test
    void jsonIsUtf8WhateverTheLocaleIs() {
        var written = new ByteArrayOutputStream();
        var words =
                new Words(new Phrases("veche.client.phrases", Language.ENGLISH), ZoneOffset.UTC);
        var face = new JsonFace(new PrintStream(written, true, US_ASCII), words, false, () -> {});
        face.show(new Happening.Answer("чай ☕"));
        assertThat(written.toString(UTF_8)).contains("\"чай ☕\"");
    }
}
