package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import veche.app.Chromium.Look;

/// What people choose in the page, for themselves and for their account.
class PageSettingsTest {

    private static final String NEXT = "battery staple: две чашки";

    @RegisterExtension static final Chromium chromium = new Chromium();

    private final ChatServer server = ChatServer.start("[http]\nlisten = [\"127.0.0.1:0\"]\n");

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private URI url() {
        return server.urls().getFirst();
    }

    private Tab open() {
        return chromium.open(url());
    }

    private static void settings(Tab tab, String name) {
        tab.button("Settings").click();
        tab(tab, name).click();
    }

    private static Locator tab(Tab tab, String name) {
        return tab.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void changePassword(Tab tab, String present, String next) {
        tab.page().getByLabel("Password now").fill(present);
        tab.page().getByLabel("New password").fill(next);
        tab.button("Change password").click();
    }

    /// Now by a token, and not by the password.
    private static void comeBack(Tab tab) {
        tab.page().waitForFunction("localStorage.getItem('veche.login') !== null");
        tab.page().reload();
        tab.awaitIn("ann");
    }

    @Test
    void anotherPasswordTakesThePlaceOfTheOldOne() {
        try (var ann = open();
                var other = open()) {
            ann.enter("ann");
            other.enter("ann");
            comeBack(other);
            settings(ann, "Account");
            changePassword(ann, "something else", NEXT);
            var dialog = ann.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("the password now is another one");
            changePassword(ann, Chat.PASSWORD, "short");
            assertThat(dialog).containsText("too easy to guess");
            changePassword(ann, Chat.PASSWORD, NEXT);
            assertThat(dialog).containsText("Your password is changed");

            assertThat(other.find("refusal")).containsText("Log in with your password");
            other.tryToEnter("ann", Chat.PASSWORD);
            assertThat(other.find("refusal")).containsText("the password is another one");
            other.enter("ann", NEXT);

            // Whoever changed it stays, and comes back by a token of their own.
            ann.page().reload();
            ann.awaitIn("ann").say("still here").sees("still here");
            settings(ann, "Account");
            changePassword(ann, NEXT, Chat.PASSWORD);
            assertThat(dialog).containsText("Your password is changed");
        }
    }

    @Test
    void aSessionThatIsEndedIsToldSoAndStaysAway() {
        try (var ann = open();
                var other = open()) {
            ann.enter("ann");
            other.enter("ann");
            settings(ann, "Sessions");
            assertThat(ann.find("session")).hasCount(2);
            assertThat(ann.button("End this one")).hasCount(1);
            ann.button("End this one").click();
            assertThat(ann.find("session")).hasCount(1);
            assertThat(other.find("refusal"))
                    .containsText("You were logged out from another place");
            other.page().reload();
            assertThat(other.find("entrance")).isVisible();
            ann.page().reload();
            ann.awaitIn("ann");
        }
    }

    @Test
    void aTabOfTheSameBrowserIsEndedWithoutTheOther() {
        try (var ann = open()) {
            ann.enter("ann");
            settings(ann, "Sessions");
            assertThat(ann.find("token")).hasCount(1);
            ann.page().reload();
            ann.awaitIn("ann");
            var second = ann.another().awaitIn("ann");
            settings(ann, "Sessions");
            ann.button("End this one").click();
            assertThat(second.find("refusal"))
                    .containsText("You were logged out from another place");
            assertThat(ann.find("session")).hasCount(1);
            ann.page().reload();
            ann.awaitIn("ann").say("still here").sees("still here");
            second.assertNoErrors();
        }
    }

    @Test
    void whatIsRevokedCannotLogInAnyMore() {
        try (var ann = open();
                var other = open()) {
            ann.enter("ann");
            other.enter("ann");
            comeBack(other);
            settings(ann, "Sessions");
            assertThat(ann.find("token")).hasCount(2);
            ann.button("Revoke").click();
            assertThat(ann.find("token")).hasCount(1);
            assertThat(other.find("refusal")).containsText("Log in with your password");
        }
    }

    @Test
    void oneStaysInTheChannelsWhileOneIsAway() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann");
            bob.enter("bob");
            settings(ann, "Account");
            var always =
                    ann.page()
                            .getByRole(
                                    AriaRole.GROUP,
                                    new Page.GetByRoleOptions()
                                            .setName("Stay in the channels while I am away"));
            button(always, "No").click();
            assertThat(button(always, "No")).hasAttribute("aria-pressed", "true");
            assertThat(bob.find("member")).hasCount(2);
            ann.page().navigate("about:blank");
            assertThat(bob.find("member")).hasCount(1);

            ann.open().awaitIn("ann");
            settings(ann, "Account");
            button(always, "Yes").click();
            assertThat(button(always, "Yes")).hasAttribute("aria-pressed", "true");
            ann.page().navigate("about:blank");
            assertThat(bob.find("members")).containsText("Away");
            assertThat(bob.find("member")).hasCount(2);
            ann.open().awaitIn("ann");
        }
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void whoIsAwayIsSeenToBe() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann");
            bob.enter("bob");
            settings(ann, "Account");
            ann.page().getByLabel("What others see").fill("out for tea");
            ann.button("Go away").click();
            assertThat(bob.find("members")).containsText("Away");
            ann.button("I am back").click();
            assertThat(bob.find("members")).not().containsText("Away");
        }
    }

    @Test
    void theThemeChangesAtOnceAndStays() {
        try (var ann = open()) {
            ann.enter("ann");
            var html = ann.page().locator("html");
            var light = background(ann);
            settings(ann, "Look");
            ann.button("Dark").click();
            assertThat(html).hasAttribute("data-theme", "dark");
            assertThat(background(ann)).isNotEqualTo(light);
            ann.page().reload();
            ann.awaitIn("ann");
            assertThat(html).hasAttribute("data-theme", "dark");
            settings(ann, "Look");
            ann.button("As the system").first().click();
            assertThat(background(ann)).isEqualTo(light);
        }
    }

    private static Object background(Tab tab) {
        return tab.page().evaluate("getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void theLanguageChangesAtOnceAndStays() {
        try (var ann = open()) {
            ann.enter("ann");
            settings(ann, "Look");
            ann.button("Русский").click();
            assertThat(tab(ann, "Вид")).isVisible();
            assertThat(ann.page().locator("html")).hasAttribute("lang", "ru");
            assertThat(ann.find("sidebar")).containsText("Каналы");
            ann.page().reload();
            ann.awaitIn("ann");
            assertThat(ann.find("sidebar")).containsText("Каналы");
            ann.button("Настройки").click();
            tab(ann, "Вид").click();
            ann.button("English").click();
            assertThat(ann.find("sidebar")).containsText("Channels");
        }
    }

    /// The browser is asked when somebody wants notifications, and told of what calls for them.
    @Test
    void notificationsAreAskedForAndComeForWhatCallsForThem() {
        try (var ann = open();
                var bob = open()) {
            ann.page().context().grantPermissions(List.of("notifications"));
            ann.page()
                    .addInitScript(
                            """
                            window.told = [];
                            window.Notification = class {
                              static permission = 'default';
                              static requestPermission() {
                                window.asked = true;
                                window.Notification.permission = 'granted';
                                return Promise.resolve('granted');
                              }
                              constructor(title, options) {
                                window.told.push(`${title}: ${options.body}`);
                              }
                            };
                            """);
            ann.page().reload();
            ann.enter("ann");
            bob.enter("bob");
            assertThat(ann.page().evaluate("window.asked")).isNull();
            settings(ann, "Notifications");
            ann.page().getByRole(AriaRole.SWITCH).check();
            assertThat(ann.page().evaluate("window.asked")).isEqualTo(true);
            ann.page().keyboard().press("Escape");
            assertThat(ann.page().getByRole(AriaRole.DIALOG)).hasCount(0);
            ann.join("#tea");
            bob.say("for nobody").say("ann: for you").say("/msg ann between us");
            assertThat(ann.conversation("bob").getByTestId("badge")).isVisible();
            assertThat(ann.page().evaluate("window.told"))
                    .isEqualTo(List.of("bob in #veche: ann: for you", "bob: between us"));
        }
    }

    @Test
    void settingsSpeakRussian() {
        try (var ann = chromium.open(url(), Look.DESKTOP.in("ru-RU"))) {
            ann.enter("аня");
            ann.button("Настройки").click();
            tab(ann, "Входы").click();
            assertThat(ann.find("session")).containsText("этот вход");
        }
    }
}
