package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The past, as one scrolls through it in a browser.
class PageHistoryTest {

    @RegisterExtension static final Chromium chromium = new Chromium();

    /// What a hundred thousand messages may take, in millions of bytes.
    private static final int MOST_MEMORY = 100;

    private final ChatServer server =
            ChatServer.start(
                    """
                    [http]
                    listen = ["127.0.0.1:0"]
                    [limits.pace]
                    burst = "unlimited"
                    """);

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /// Somebody says many things in the first channel.
    private void say(int count) throws IOException {
        try (var bob = IrcClient.connect(server.ircAddress())) {
            bob.register("bob", "");
            bob.send("JOIN #veche");
            for (var number = 1; number <= count; number++) {
                bob.send("PRIVMSG #veche :number " + number);
                if (number % 500 == 0) {
                    bob.settle();
                    bob.forget();
                }
            }
            bob.settle();
        }
    }

    @Test
    void whoScrollsUpComesToTheBeginningAndHasSeenEverythingOnce() throws Exception {
        var count = 5_000;
        say(count);
        try (var ann = chromium.open(server.urls().getFirst())) {
            ann.enter("ann").sees("number " + count);
            var seen = scrollToTheTop(ann);
            assertThat(seen).isEqualTo(IntStream.rangeClosed(1, count).boxed().toList());
            // Only what is near is there.
            assertThat(ann.find("message").count()).isLessThan(200);

            ann.find("newest").click();
            ann.sees("number " + count);
        }
    }

    /// Scrolls up to the first message, as fast as the page draws.
    ///
    /// @return the numbers of the messages that were drawn, which were without a gap at each time
    private static List<Integer> scrollToTheTop(Tab tab) {
        tab.page()
                .evaluate(
                        """
                        () => {
                            const list = document.querySelector('[data-testid=messages]');
                            window.seen = new Set();
                            window.gaps = [];
                            const look = () => {
                                const shown = [...list.querySelectorAll('[data-testid=message] .text')]
                                    .map(it => Number(it.innerText.replace('number ', '')));
                                shown.forEach((it, at) => {
                                    if (at > 0 && it !== shown[at - 1] + 1) window.gaps.push(it);
                                    window.seen.add(it);
                                });
                                list.scrollTop -= list.clientHeight * 0.8;
                                if (!window.seen.has(1)) requestAnimationFrame(look);
                            };
                            look();
                        }
                        """);
        tab.page()
                .waitForFunction(
                        "() => window.seen.has(1)",
                        null,
                        new Page.WaitForFunctionOptions().setTimeout(60_000));
        assertThat((List<?>) tab.page().evaluate("window.gaps")).isEmpty();
        var seen = (List<?>) tab.page().evaluate("[...window.seen].sort((a, b) => a - b)");
        return seen.stream().map(number -> ((Number) number).intValue()).toList();
    }

    @Test
    void aHundredThousandMessagesAreGoneThroughWithoutAJumpAndWithLittleMemory(
            TestReporter reporter) throws Exception {
        var count = 100_000;
        say(count);
        try (var ann = chromium.open(server.urls().getFirst())) {
            ann.enter("ann").sees("number " + count);
            var before = memory(ann);
            var walk = goToTheTop(ann);
            var memory = memory(ann) - before;
            reporter.publishEntry(walk + ", " + memory + " MB");
            assertThat(walk.jumps()).isEmpty();
            assertThat(walk.looks()).isGreaterThan(count / 1000);
            assertThat(walk.mostRows()).isLessThan(200);
            assertThat(memory).isLessThan(MOST_MEMORY);
            ann.sees("number 1");
            ann.find("newest").click();
            ann.sees("number " + count);
        }
    }

    /// What happened on the way to the first message.
    ///
    /// @param looks how often it was looked whether a message still stood where it had
    /// @param jumps by how many pixels one did not, for each time
    /// @param mostRows how many messages were in the document at once, at most
    /// @param slowFrame how long 99 of 100 frames took at most, in milliseconds
    private record Walk(int looks, List<?> jumps, int mostRows, int slowFrame) {}

    /// Goes to the top of what is there again and again, until the first message is there. While
    /// more is fetched, whatever stands highest in the window is held on to.
    private static Walk goToTheTop(Tab tab) {
        var walk =
                (Map<?, ?>)
                        tab.find("messages")
                                .evaluate(
                                        """
                                        async list => {
                                            const walk = { looks: 0, jumps: [], mostRows: 0 };
                                            const top = list.getBoundingClientRect().top;
                                            const messages = () => [...list.querySelectorAll('[data-testid=message]')];
                                            const frames = [];
                                            let last = performance.now();
                                            const frame = async () => {
                                                await new Promise(requestAnimationFrame);
                                                frames.push(performance.now() - last);
                                                last = performance.now();
                                                walk.mostRows = Math.max(walk.mostRows, messages().length);
                                            };
                                            // By its end: what stands above its words, such as its author, goes
                                            // when there is one before it.
                                            const end = it => it.getBoundingClientRect().bottom;
                                            while (!messages().some(it => it.innerText.endsWith('number 1'))) {
                                                list.scrollTop = 0;
                                                await frame();
                                                await frame();
                                                const held = messages().find(it => end(it) > top);
                                                const place = end(held);
                                                const first = messages()[0];
                                                // Until more is there, or was already.
                                                while (list.scrollTop === 0 && messages()[0] === first) await frame();
                                                await frame();
                                                const jump = Math.abs(end(held) - place);
                                                walk.looks += 1;
                                                if (!held.isConnected || jump > 2) walk.jumps.push(held.isConnected ? jump : 'gone');
                                            }
                                            frames.sort((one, other) => one - other);
                                            walk.slowFrame = Math.round(frames[Math.floor(frames.length * 0.99)]);
                                            return walk;
                                        }
                                        """);
        return new Walk(
                number(walk, "looks"),
                (List<?>) Objects.requireNonNull(walk.get("jumps")),
                number(walk, "mostRows"),
                number(walk, "slowFrame"));
    }

    private static int number(Map<?, ?> values, String name) {
        return ((Number) Objects.requireNonNull(values.get(name))).intValue();
    }

    /// What the page keeps of its own, in millions of bytes.
    private static long memory(Tab tab) {
        var page = tab.page();
        var tools = page.context().newCDPSession(page);
        tools.send("HeapProfiler.collectGarbage");
        var used = tools.send("Runtime.getHeapUsage").get("usedSize").getAsLong();
        tools.detach();
        return used / 1_000_000;
    }

    @Test
    void whatComesBeforeMovesNothingThatOneReads() throws Exception {
        say(500);
        try (var ann = chromium.open(server.urls().getFirst())) {
            ann.enter("ann").sees("number 500");
            // At the very top of what is there, so that more has to be fetched. What stands above a
            // message, such as its author, goes when there is one before it; its words stay.
            var moved =
                    ann.find("messages")
                            .evaluate(
                                    """
                                    async list => {
                                        const frame = () => new Promise(requestAnimationFrame);
                                        const first = () => list.querySelector('[data-testid=message]');
                                        // Nothing is asked for before it is known what was on top.
                                        const send = WebSocket.prototype.send;
                                        const asked = [];
                                        WebSocket.prototype.send = function (words) {
                                            asked.push(() => send.call(this, words));
                                        };
                                        list.scrollTop = 0;
                                        await frame();
                                        await frame();
                                        const anchor = first();
                                        const id = anchor.dataset.msgid;
                                        const place = anchor.getBoundingClientRect().bottom;
                                        WebSocket.prototype.send = send;
                                        asked.forEach(it => it());
                                        while (first().dataset.msgid === id) await frame();
                                        await frame();
                                        const same = list.querySelector(`[data-msgid="${id}"]`);
                                        return Math.abs(same.getBoundingClientRect().bottom - place);
                                    }
                                    """);
            assertThat(((Number) moved).doubleValue()).isLessThan(2);
        }
    }

    @Test
    void oneCanWriteWhileTenThousandMessagesScroll() throws Exception {
        say(10_000);
        try (var ann = chromium.open(server.urls().getFirst())) {
            ann.enter("ann").sees("number 10000");
            var page = ann.page();
            page.evaluate(
                    """
                    () => {
                        const list = document.querySelector('[data-testid=messages]');
                        window.scrolled = 0;
                        const step = () => {
                            list.scrollTop -= 400;
                            window.scrolled += 1;
                            requestAnimationFrame(step);
                        };
                        requestAnimationFrame(step);
                    }
                    """);
            ann.composer().focus();
            var text = "the quick brown fox jumps over the lazy dog ".repeat(5).strip();
            page.keyboard().type(text);
            assertThat(ann.composer()).hasValue(text);
            page.waitForFunction("() => window.scrolled > 100");
            assertThat(page.evaluate("window.scrolled")).isNotEqualTo(0);
        }
    }

    @Test
    void whatIsSaidWhileOneReadsOldThingsIsCountedAndDoesNotMoveThem() throws Exception {
        say(300);
        try (var ann = chromium.open(server.urls().getFirst())) {
            ann.enter("ann").sees("number 300");
            ann.find("messages").evaluate("it => it.scrollTop -= 3000");
            assertThat(ann.find("newest")).isVisible();
            var read = messageInSight(ann);
            var before = place(ann, read);
            say(3);
            assertThat(ann.find("newest")).containsText("3 new messages");
            assertThat(place(ann, read)).isCloseTo(before, within(2.0));
            ann.find("newest").click();
            assertThat(ann.message("number 3")).isInViewport();
        }
    }

    /// The id of a message that one can read now.
    private static String messageInSight(Tab tab) {
        Page page = tab.page();
        return (String)
                page.evaluate(
                        """
                        () => {
                            const list = document.querySelector('[data-testid=messages]');
                            const top = list.getBoundingClientRect().top;
                            return [...list.querySelectorAll('[data-testid=message]')]
                                .find(it => it.getBoundingClientRect().top >= top)
                                .dataset.msgid;
                        }
                        """);
    }

    /// How far down it is in the window, in pixels.
    private static double place(Tab tab, String id) {
        var message = tab.page().locator("[data-msgid='" + id + "']");
        return ((Number) message.evaluate("it => it.getBoundingClientRect().top")).doubleValue();
    }
}
