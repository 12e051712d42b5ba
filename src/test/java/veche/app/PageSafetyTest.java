package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever people write stays text, wherever it is shown.
class PageSafetyTest {

    @RegisterExtension static final Chromium chromium = new Chromium();

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

    /// Ways in which pages were made to run what others wrote, one in each line.
    private static List<String> payloads() throws IOException {
        var all =
                Files.readAllLines(Path.of("src", "test", "resources", "veche", "app", "payloads"));
        assertThat(all).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        return all;
    }

    /// Everything that one of them could do shows itself in one of these.
    private static void assertUnharmed(Tab tab) {
        var page = tab.page();
        assertThat(page.evaluate("window.harmed")).isNull();
        for (var foreign :
                List.of(
                        "script:not([src])",
                        "iframe",
                        "object",
                        "embed",
                        "svg script",
                        "base",
                        "meta[http-equiv]",
                        "link[rel=import]",
                        "form[action]",
                        "video",
                        "audio",
                        "[onerror]",
                        "[onload]",
                        "[onclick]",
                        "[onfocus]",
                        "[onmouseover]",
                        "[style*=url]",
                        "a[href^='javascript' i]",
                        "a[href^='data' i]",
                        "a[href^='vbscript' i]",
                        "img[src^='http']",
                        "img[src='x']")) {
            assertThat(page.locator(foreign)).hasCount(0);
        }
        tab.assertNoErrors();
    }

    @Test
    void messagesAreText() throws Exception {
        try (var ann = chromium.open(server.urls().getFirst());
                var eve = IrcClient.connect(server.ircAddress())) {
            ann.page().onDialog(dialog -> ann.page().evaluate("window.harmed = true"));
            ann.enter("ann");
            eve.register("eve", "");
            eve.send("JOIN #veche");
            for (var payload : payloads()) {
                eve.send("PRIVMSG #veche :" + payload);
                eve.send("PRIVMSG ann :" + payload);
            }
            eve.send("PRIVMSG #veche :the end");
            ann.sees("the end");
            // All of them are looked at, on the way up.
            ann.page()
                    .waitForFunction(
                            """
                            () => {
                                document.querySelector('[data-testid=messages]').scrollTop -= 300;
                                return document.querySelector('.beginning')
                                    ?.innerText.includes('begins');
                            }
                            """);
            assertUnharmed(ann);
            ann.goTo("eve");
            assertUnharmed(ann);
            ann.page().reload();
            ann.awaitIn("ann");
            assertUnharmed(ann);
        }
    }

    @Test
    void topicsQuitsAndRealNamesAreText() throws Exception {
        try (var ann = chromium.open(server.urls().getFirst());
                var eve = IrcClient.connect(server.ircAddress())) {
            ann.page().onDialog(dialog -> ann.page().evaluate("window.harmed = true"));
            ann.enter("ann").join("#tea");
            eve.register("eve", "");
            eve.send("JOIN #other");
            eve.readUntil(":… 366 …");
            ann.join("#other");
            for (var payload : payloads()) {
                eve.send("TOPIC #other :" + payload);
                eve.send("AWAY :" + payload);
                eve.send("SETNAME :" + payload);
            }
            eve.send("TOPIC #other :the end");
            assertThat(ann.find("topic")).hasText("the end");
            assertUnharmed(ann);
            eve.send("QUIT :<img src=x onerror=window.harmed=1>");
            eve.readUntil("ERROR …");
            ann.say("she is gone").sees("she is gone");
            assertUnharmed(ann);
        }
    }

    @Test
    void whatIsFoundIsTextToo() throws Exception {
        try (var ann = chromium.open(server.urls().getFirst());
                var eve = IrcClient.connect(server.ircAddress())) {
            ann.page().onDialog(dialog -> ann.page().evaluate("window.harmed = true"));
            ann.enter("ann");
            eve.register("eve", "");
            eve.send("JOIN #veche");
            for (var payload : payloads()) {
                eve.send("PRIVMSG #veche :needle " + payload);
            }
            eve.send("PRIVMSG #veche :the end");
            ann.sees("the end");
            ann.button("Search").click();
            var field = ann.page().getByRole(com.microsoft.playwright.options.AriaRole.SEARCHBOX);
            field.fill("needle <img src=x onerror=window.harmed=1>");
            field.press("Enter");
            field.fill("needle");
            field.press("Enter");
            assertThat(ann.find("hit").first()).isVisible();
            assertUnharmed(ann);
        }
    }

    @Test
    void channelsHaveNamesThatAreText() throws Exception {
        server.account("ann");
        try (var ann = chromium.open(server.urls().getFirst());
                var other = IrcClient.connect(server.ircAddress())) {
            ann.page().onDialog(dialog -> ann.page().evaluate("window.harmed = true"));
            ann.enter("ann");
            other.logIn("ann", "ann", Chat.PASSWORD, "");
            var names =
                    payloads().stream()
                            .filter(payload -> payload.matches("[^ ,]{1,60}"))
                            .map(payload -> "#" + payload)
                            .toList();
            assertThat(names).hasSizeGreaterThan(10);
            names.forEach(name -> send(other, "JOIN " + name));
            other.send("JOIN #the-end");
            assertThat(ann.conversation("#the-end")).isVisible();
            var shown =
                    ann.find("conversation").all().stream()
                            .map(line -> line.getAttribute("data-name"))
                            .toList();
            assertThat(shown).contains("#<svg/onload=window.harmed=1//");
            ann.find("conversation")
                    .filter(new Locator.FilterOptions().setHasText("svg/onload"))
                    .click();
            assertThat(ann.composer())
                    .hasAttribute("aria-label", "Message to #<svg/onload=window.harmed=1//");
            ann.say("hello");
            assertUnharmed(ann);
        }
    }

    private static void send(IrcClient client, String line) {
        try {
            client.send(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
