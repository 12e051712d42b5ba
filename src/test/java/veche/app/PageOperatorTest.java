package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
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
    void figuresAreShownInWordsAndHowTheyGo() throws IOException {
        comeAndGo();
        try (var ann = open()) {
            ann.enter("ann");
            openConsole(ann);
            ann.button("Status").click();
            // In the first and the last of several lines that the server needs for all of them.
            assertThat(figure(ann, "version")).containsText("Version");
            assertThat(figure(ann, "accounts")).hasText("Accounts1");
            assertThat(figure(ann, "accounts").locator("svg")).isVisible();
            assertThat(figure(ann, "uptime")).hasText(Pattern.compile("^Up for\\d+ (sec|min).*$"));
            assertThat(figure(ann, "files_bytes")).hasText("Size of the files0 bytes");
            assertThat(figure(ann, "commit_max_ms")).hasText(Pattern.compile(" ms$"));
            assertThat(figure(ann, "ended.QUIT")).hasText("Said goodbye1");
            assertThat(headings(ann)).contains("Server", "Disk").doesNotContain("More");
        }
    }

    @Test
    void figuresAreShownInRussian() throws IOException {
        comeAndGo();
        try (var ann = chromium.open(server.urls().getFirst(), Chromium.Look.DESKTOP.in("ru-RU"))) {
            ann.enter("ann").say("/oper root operpassword");
            ann.button("Консоль сервера").click();
            ann.button("Состояние").click();
            assertThat(figure(ann, "accounts")).hasText("Учётные записи1");
            assertThat(figure(ann, "files_bytes")).hasText("Размер файлов0 байт");
            assertThat(figure(ann, "commit_max_ms")).hasText(Pattern.compile("мс$"));
            assertThat(figure(ann, "ended.QUIT")).hasText("Попрощались1");
            assertThat(headings(ann)).contains("Сервер", "Диск").doesNotContain("Ещё");
        }
    }

    private void comeAndGo() throws IOException {
        try (var bob = IrcClient.connect(server.ircAddress())) {
            bob.register("bob", "");
            bob.leave();
        }
    }

    private static Locator figure(Tab tab, String name) {
        return tab.page().locator("[data-testid=figure][data-name='" + name + "']");
    }

    /// What the figures are about. What the page has no words for stands under a heading of its
    /// own.
    private static List<String> headings(Tab tab) {
        return tab.page().locator(".status h2").allInnerTexts();
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
