package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import veche.app.Chromium.Look;

/// A walk through every screen of the page: for whoever looks at each.
final class Screens {

    private static final Map<String, String> RUSSIAN =
            Map.ofEntries(
                    Map.entry("Show conversations", "Показать беседы"),
                    Map.entry("Search", "Поиск"),
                    Map.entry("Settings", "Настройки"),
                    Map.entry("Sessions", "Входы"),
                    Map.entry("Look", "Вид"),
                    Map.entry("Notifications", "Уведомления"),
                    Map.entry("Close", "Закрыть"),
                    Map.entry("Server console", "Консоль сервера"),
                    Map.entry("Log", "Журнал"),
                    Map.entry("Status", "Состояние"),
                    Map.entry("Back to the chat", "Назад к беседе"));

    private final Tab tab;
    private final ChatServer server;
    private final Look look;
    private final BiConsumer<String, Tab> looking;

    /// @param looking is called at each screen, with its name
    Screens(Tab tab, ChatServer server, Look look, BiConsumer<String, Tab> looking) {
        this.tab = tab;
        this.server = server;
        this.look = look;
        this.looking = looking;
    }

    /// Opens a [TeaRoom] as `ann`, and goes through all that there is to see. The server is paused
    /// in the end.
    static void walk(
            Chromium chromium, ChatServer server, Look look, BiConsumer<String, Tab> looking) {
        URI url = server.urls().getFirst();
        try (var tab = chromium.open(url, look)) {
            new Screens(tab, server, look, looking).walk();
        }
    }

    private void walk() {
        see("entrance");
        tab.tryToEnter("ann", "not the password");
        assertThat(tab.find("refusal")).isVisible();
        see("refusal");
        tab.enter("ann").sees("До встречи!");
        // Away from the messages, which show what can be done with them where it points.
        tab.page().mouse().move(0, 0);
        see("room");
        conversations();
        members();
        talking();
        search();
        settings();
        console();
        emptyChannel();
        away();
    }

    private boolean isSmall() {
        return look.width() < 1100;
    }

    private boolean isPhone() {
        return look.width() < 760;
    }

    private String name(String english) {
        return look.language().startsWith("ru") ? RUSSIAN.getOrDefault(english, "") : english;
    }

    private void see(String screen) {
        // What moves has come to rest.
        tab.page()
                .evaluate(
                        """
                        () => Promise.allSettled(document.getAnimations()
                          .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
                          .map((one) => one.finished))
                        """);
        looking.accept(screen, tab);
    }

    private void press(String button) {
        tab.button(name(button)).locator("visible=true").first().click();
    }

    private void openSidebar() {
        if (isPhone()) {
            press("Show conversations");
            assertThat(tab.conversation("#veche")).isInViewport();
        }
    }

    private void conversations() {
        if (isPhone()) {
            openSidebar();
            see("conversations");
            tab.conversation("#veche").click();
        }
        tab.page().keyboard().press("Control+k");
        assertThat(tab.find("jump-field")).isVisible();
        see("jump");
        tab.page().keyboard().press("Escape");
        assertThat(tab.find("jump-field")).hasCount(0);
    }

    private void members() {
        if (isSmall()) {
            tab.find("members-button").click();
            assertThat(tab.find("members")).isInViewport();
            see("members");
            tab.page().locator(".veil").click(new Locator.ClickOptions().setPosition(20, 300));
            assertThat(tab.page().locator(".veil")).hasCount(0);
        }
    }

    /// So that its tools are there.
    private void pointAt(Locator message) {
        if (look.isTouched()) {
            message.tap();
        } else {
            message.hover();
        }
    }

    private void talking() {
        var message = tab.message("До встречи!");
        pointAt(message);
        see("tools");
        message.getByTestId("reply").click();
        assertThat(tab.find("reply-bar")).isVisible();
        tab.composer().fill("See you :smi");
        tab.composer().press("Tab");
        see("reply");
        pointAt(message);
        message.getByTestId("react").click();
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).isVisible();
        see("emoji");
        tab.page().keyboard().press("Escape");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        tab.composer().fill("");
        tab.composer().press("Escape");
        assertThat(tab.find("reply-bar")).hasCount(0);
    }

    private void search() {
        press("Search");
        see("search");
        var field = tab.page().getByRole(AriaRole.SEARCHBOX);
        field.fill("samovar");
        field.press("Enter");
        assertThat(tab.find("hit").first()).isVisible();
        see("search with results");
        tab.find("search").locator(".icon-button").click();
        assertThat(tab.find("search")).hasCount(0);
    }

    private void settings() {
        openSidebar();
        press("Settings");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).isVisible();
        see("settings account");
        for (var each : new String[] {"Sessions", "Look", "Notifications"}) {
            tab.page()
                    .getByRole(
                            AriaRole.TAB,
                            new Page.GetByRoleOptions().setName(name(each)).setExact(true))
                    .click();
            if (each.equals("Sessions")) {
                assertThat(tab.find("session").first()).isVisible();
            }
            see("settings " + each.toLowerCase(Locale.ROOT));
        }
        tab.page().keyboard().press("Escape");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    private void console() {
        tab.say("/oper root operpassword");
        openSidebar();
        press("Server console");
        tab.find("console-field").fill("accounts ");
        tab.find("console-field").press("Tab");
        assertThat(tab.page().locator(".console-candidates")).isVisible();
        tab.find("console-field").fill("accounts list");
        tab.find("console-field").press("Enter");
        assertThat(tab.find("console")).containsText("maria");
        see("console");
        press("Log");
        assertThat(tab.page().locator(".console-log > .soft")).isVisible();
        server.ctl("say", "tea is ready");
        assertThat(tab.page().locator(".console-log p b").first()).isVisible();
        see("console log");
        press("Status");
        assertThat(tab.page().locator(".figure").first()).isVisible();
        see("console status");
        press("Back to the chat");
    }

    private void emptyChannel() {
        tab.say("/join #garden");
        assertThat(tab.page().locator(".messages-empty h2")).isVisible();
        see("empty channel");
        openSidebar();
        tab.goTo("#veche");
    }

    private void away() {
        server.ctl("pause", "--disconnect");
        assertThat(tab.find("banner")).isVisible();
        tab.say("Is anybody there?");
        assertThat(tab.find("pending")).isVisible();
        see("banner");
    }
}
