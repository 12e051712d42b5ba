package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// Somebody at the page, and what they do and see. Every wait ends when it is there to be seen, and
/// has a limit far beyond what that takes.
final class Tab implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    Tab(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(error -> errors.add(error));
        page.onConsoleMessage(this::heard);
    }

    /// What the browser says of a server that is away is no error of the page.
    private void heard(ConsoleMessage message) {
        if (message.type().equals("error")
                && !message.text().contains("WebSocket connection")
                && !message.text().contains("Failed to load resource")) {
            errors.add(message.text());
        }
    }

    Tab open() {
        page.navigate("/");
        return this;
    }

    /// Another tab of the same browser.
    Tab another() {
        return new Tab(context).open();
    }

    /// For what this class has no words for.
    Page page() {
        return page;
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    Locator button(String name) {
        return page.getByRole(
                com.microsoft.playwright.options.AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Writes name and password, and comes in or not.
    Tab tryToEnter(String name, String password) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
        return this;
    }

    /// Comes in, with an account of old or a new one.
    Tab enter(String name) {
        return enter(name, Chat.PASSWORD);
    }

    Tab enter(String name, String password) {
        tryToEnter(name, password);
        return awaitIn(name);
    }

    Tab awaitIn(String name) {
        // On a phone it is there and out of sight.
        assertThat(find("own-name")).hasText(name);
        assertThat(composer()).isVisible();
        return this;
    }

    Locator composer() {
        return find("composer");
    }

    Tab say(String text) {
        composer().fill(text);
        composer().press("Enter");
        return this;
    }

    /// Messages that the server has, with exactly this text.
    Locator message(String text) {
        var words =
                page.locator(".text").filter(new Locator.FilterOptions().setHasText(only(text)));
        return find("message").filter(new Locator.FilterOptions().setHas(words));
    }

    private static Pattern only(String text) {
        return Pattern.compile("^\\s*" + quote(text) + "\\s*$");
    }

    /// For a pattern that the browser reads, which does not know of Java's quotes.
    private static String quote(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\s]", "\\\\$0");
    }

    Tab sees(String text) {
        assertThat(message(text)).isVisible();
        return this;
    }

    Tab doesNotSee(String text) {
        assertThat(page.getByText(text)).hasCount(0);
        return this;
    }

    /// The texts of the messages that can be seen or nearly so, from top to bottom.
    List<String> messages() {
        return page.locator("[data-testid=message] .text").allInnerTexts();
    }

    Tab goTo(String conversation) {
        conversation(conversation).click();
        assertThat(composer())
                .hasAttribute("aria-label", Pattern.compile(quote(conversation) + "$"));
        return this;
    }

    Locator conversation(String name) {
        return page.locator("[data-testid=conversation][data-name='" + name + "']");
    }

    Tab join(String channel) {
        say("/join " + channel);
        assertThat(conversation(channel)).isVisible();
        assertThat(composer()).hasAttribute("aria-label", Pattern.compile(quote(channel) + "$"));
        return this;
    }

    Tab photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return this;
    }

    /// Nothing has gone wrong in the page that nobody sees.
    void assertNoErrors() {
        assertThat(errors).isEmpty();
    }

    @Override
    public void close() {
        try {
            assertNoErrors();
        } finally {
            context.close();
        }
    }
}
