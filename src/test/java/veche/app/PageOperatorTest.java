package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The server's console in the page, for those who are operators, and for nobody else.
class PageOperatorTest {

    @RegisterExtension static final Chromium chromium = new Chromium();

    private final ChatServer server =
            ChatServer.start(IrcOperatorTest.OPERATOR + "[http]\nlisten = [\"127.0.0.1:0\"]\n");

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Tab open() {
        return chromium.open(server.urls().getFirst());
    }

    /// Becomes an operator, and opens the console.
    private static void openConsole(Tab tab) {
        tab.say("/oper root operpassword");
        tab.button("Server console").click();
        assertThat(tab.find("console")).isVisible();
    }

    private static void run(Tab tab, String line) {
        tab.find("console-field").fill(line);
        tab.find("console-field").press("Enter");
    }

    @Test
    void commandsAreCompletedAndRun() {
        try (var ann = open()) {
            ann.enter("ann");
            openConsole(ann);
            var field = ann.find("console-field");
            assertThat(field).isFocused();
            field.pressSequentially("acc");
            field.press("Tab");
            assertThat(field).hasValue("accounts ");
            field.pressSequentially("re");
            field.press("Tab");
            assertThat(ann.page().locator(".console-candidates button"))
                    .hasText(new String[] {"remove", "restore", "revoke"});

            run(ann, "accounts list");
            assertThat(ann.find("console")).containsText(Pattern.compile("ann +here|ann"));
            run(ann, "accounts remove nobody --yes");
            assertThat(ann.find("console")).containsText("nobody");
            run(ann, "say tea is ready");
            assertThat(ann.find("console")).containsText("Everyone who is here has been told.");
            field.press("ArrowUp");
            assertThat(field).hasValue("say tea is ready");
            field.press("Escape");
            assertThat(ann.find("console")).hasCount(0);
            assertThat(ann.composer()).isVisible();
        }
    }

    @Test
    void theLogIsShownAsItIsWritten() throws Exception {
        try (var ann = open()) {
            ann.enter("ann");
            openConsole(ann);
            ann.button("Log").click();
            assertThat(ann.find("console")).containsText("Nothing has been logged");
            server.account("bob");
            assertThat(ann.find("console")).containsText("account registered account=bob");
        }
    }

    @Test
    void figuresAreShownWithHowTheyGo() {
        try (var ann = open()) {
            ann.enter("ann");
            openConsole(ann);
            ann.button("Status").click();
            assertThat(ann.page().locator(".figure").filter(only("uptime")).locator("svg"))
                    .isVisible();
            // The last of several lines that the server needs for all of them.
            assertThat(ann.page().locator(".figure").filter(only("version"))).hasCount(1);
            assertThat(ann.page().locator(".figure")).not().hasCount(1);
            assertThat(ann.page().locator(".figure strong").allInnerTexts())
                    .noneMatch(text -> text.contains("[object"));
        }
    }

    private static com.microsoft.playwright.Locator.FilterOptions only(String name) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(name);
    }

    @Test
    void whoIsNoOperatorSeesNothingOfIt() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann");
            bob.enter("bob");
            openConsole(ann);
            assertThat(bob.button("Server console")).hasCount(0);
            // Whatever bob tries by hand is refused.
            bob.say("/quote CONSOLE :accounts list");
            assertThat(bob.page().getByText("Permission Denied")).isVisible();
            assertThat(bob.page().getByText("Unknown command")).hasCount(0);
            run(ann, "say this is for all");
            assertThat(bob.page().getByText("this is for all")).isVisible();
            assertThat(bob.find("console")).hasCount(0);
        }
    }

    @Test
    void anOperatorWhoReloadsIsNoneUntilTheySayItAgain() {
        try (var ann = open()) {
            ann.enter("ann");
            openConsole(ann);
            ann.page().reload();
            ann.awaitIn("ann").say("still here").sees("still here");
            assertThat(ann.button("Server console")).hasCount(0);
        }
    }
}
