package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import veche.app.Chromium.Look;

/// People at the page, in a real browser.
class PageTest {

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

    @Test
    void aNewNameBecomesAnAccountAndAKnownOneLogsIn() {
        try (var ann = open()) {
            ann.enter("ann").say("good morning").sees("good morning");
        }
        assertThat(server.ctl("accounts", "list").out()).contains("ann");
        try (var ann = open()) {
            ann.enter("ann").sees("good morning");
        }
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneLetsIn() throws Exception {
        server.account("ann");
        try (var ann = open()) {
            ann.tryToEnter("ann", "something else");
            assertThat(ann.find("refusal")).containsText("the password is another one");
            ann.enter("ann");
        }
    }

    @Test
    void whatIsNoNameOrNoPasswordIsSaid() {
        try (var ann = open()) {
            ann.tryToEnter("ann", "short");
            assertThat(ann.find("refusal")).containsText("too");
            ann.tryToEnter("no name", Chat.PASSWORD);
            assertThat(ann.find("refusal")).containsText("Nobody can be called that here");
            ann.enter("ann");
        }
    }

    @Test
    void whoReloadsIsStillThereAndWhoLogsOutIsNot() {
        try (var ann = open()) {
            ann.enter("ann").say("before").sees("before");
            ann.page().reload();
            ann.awaitIn("ann").sees("before");
            ann.button("Settings").click();
            ann.button("Log out").click();
            assertThat(ann.find("entrance")).isVisible();
            ann.page().reload();
            assertThat(ann.find("entrance")).isVisible();
        }
    }

    @Test
    void whoComesNextInATabSeesNothingOfWhoLoggedOut() {
        try (var tab = open()) {
            tab.enter("ann").say("out loud").sees("out loud");
            tab.composer().fill("not for everybody");
            tab.find("file-input")
                    .setInputFiles(new FilePayload("ann.png", "image/png", new byte[1]));
            assertThat(tab.find("upload")).hasCount(1);
            tab.button("Settings").click();
            tab.button("Log out").click();
            tab.enter("bob").sees("out loud");
            assertThat(tab.page().getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(tab.find("upload")).hasCount(0);
            assertThat(tab.composer()).hasValue("");
            tab.composer().press("ArrowUp");
            assertThat(tab.composer()).hasValue("");
        }
    }

    @Test
    void twoBrowsersAndANetcatTalk() throws Exception {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann");
            bob.enter("bob");
            var chat = server.chat("carl +");
            ann.say("is there any tea?");
            bob.sees("is there any tea?").say("there is, *hot* and `green`");
            ann.sees("there is, hot and green");
            chat.scene(
                    """
                    carl < ann: is there any tea?
                    carl < bob: there is, *hot* and `green`
                    carl > thank you
                    """);
            ann.sees("thank you");
            bob.sees("thank you");
        }
    }

    @Test
    void privateMessagesAreForTwo() {
        try (var ann = open();
                var bob = open();
                var eve = open()) {
            ann.enter("ann");
            bob.enter("bob");
            eve.enter("eve");
            ann.say("/msg bob between us");
            assertThat(bob.conversation("ann")).isVisible();
            bob.goTo("ann").sees("between us").say("of course");
            ann.goTo("bob").sees("of course");
            assertThat(eve.conversation("ann")).hasCount(0);
            eve.doesNotSee("between us");
        }
    }

    @Test
    void severalLinesAreOneMessage() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann");
            bob.enter("bob");
            ann.composer().fill("first");
            ann.composer().press("Shift+Enter");
            ann.composer().pressSequentially("second");
            ann.composer().press("Enter");
            bob.sees("first\nsecond");
        }
    }

    @Test
    void whatIsUnreadIsCountedAndTheMarkerFollowsToOtherDevices() {
        try (var ann = open();
                var phone = chromium.open(url(), Look.PHONE);
                var bob = open()) {
            ann.enter("ann").join("#tea").goTo("#veche");
            bob.enter("bob").join("#tea").say("zero");
            ann.goTo("#tea").sees("zero").goTo("#veche");
            phone.enter("ann");
            bob.say("one").say("ann: two").say("three").sees("three");
            assertThat(ann.conversation("#tea").getByTestId("badge")).containsText("1 mention");
            assertThat(phone.conversation("#tea").getByTestId("badge")).containsText("1 mention");

            ann.goTo("#tea").sees("three");
            assertThat(ann.find("new-line")).isVisible();
            assertThat(ann.conversation("#tea").getByTestId("badge")).hasCount(0);
            assertThat(phone.conversation("#tea").getByTestId("badge")).hasCount(0);
        }
    }

    @Test
    void theTitleCountsWhatCallsForOne() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann").join("#tea").goTo("#veche");
            bob.enter("bob").join("#tea").say("ann: come");
            assertThat(ann.page()).hasTitle(Pattern.compile("^\\(1\\) .*"));
            ann.goTo("#tea").sees("ann: come");
            assertThat(ann.page()).hasTitle(Pattern.compile("^[^(].*"));
        }
    }

    @Test
    void whatWasSaidIsFoundAndOnesWayLeadsThere() {
        try (var ann = open()) {
            ann.enter("ann").say("the samovar is hot").sees("the samovar is hot");
            for (var i = 1; i <= 60; i++) {
                ann.say("line " + i);
            }
            ann.sees("line 60");
            assertThat(ann.message("the samovar is hot")).not().isInViewport();
            ann.button("Search").click();
            var field = ann.page().getByRole(AriaRole.SEARCHBOX);
            field.fill("samovar");
            field.press("Enter");
            assertThat(ann.find("hit")).hasCount(1);
            assertThat(ann.find("hit").locator("mark")).hasText("samovar");
            ann.find("hit").click();
            assertThat(ann.message("the samovar is hot")).isInViewport();
        }
    }

    @Test
    void aReplyLeadsToWhatItAnswersAndAReactionIsSeenByAll() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann").say("who is there?").sees("who is there?");
            bob.enter("bob");
            bob.message("who is there?").hover();
            bob.message("who is there?").getByTestId("reply").click();
            assertThat(bob.find("reply-bar")).containsText("who is there?");
            bob.say("me");
            assertThat(ann.message("me").getByTestId("quotation")).containsText("who is there?");

            bob.message("who is there?").hover();
            bob.message("who is there?").locator(".tools-quick").first().click();
            var reaction = ann.message("who is there?").getByTestId("reaction");
            assertThat(reaction).containsText("1");
            reaction.click();
            assertThat(bob.message("who is there?").getByTestId("reaction")).containsText("2");
            reaction.click();
            assertThat(bob.message("who is there?").getByTestId("reaction")).containsText("1");
        }
    }

    @Test
    void oneDeletesOnesOwnMessagesForAll() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann").say("a slip of the tongue").sees("a slip of the tongue");
            bob.enter("bob").sees("a slip of the tongue");
            bob.message("a slip of the tongue").hover();
            assertThat(bob.message("a slip of the tongue").getByTestId("delete")).hasCount(0);
            ann.message("a slip of the tongue").hover();
            ann.message("a slip of the tongue").getByTestId("delete").click();
            ann.page().getByRole(AriaRole.DIALOG).locator(".button-alert").click();
            bob.doesNotSee("a slip of the tongue");
            ann.doesNotSee("a slip of the tongue");
            bob.page().reload();
            bob.awaitIn("bob").doesNotSee("a slip of the tongue");
        }
    }

    @Test
    void itSpeaksRussianToWhoReadsRussian() {
        try (var ann = chromium.open(url(), Look.DESKTOP.in("ru-RU"))) {
            assertThat(ann.page().locator("button[type=submit]")).hasText("Войти");
            ann.enter("аня").say("доброе утро").sees("доброе утро");
            assertThat(ann.page().locator("html")).hasAttribute("lang", "ru");
            assertThat(ann.find("sidebar")).containsText("Каналы");
        }
    }

    @Test
    void onAPhoneOneThingIsShownAtATime() {
        try (var ann = chromium.open(url(), Look.PHONE)) {
            ann.enter("ann").say("on the way").sees("on the way");
            assertThat(ann.conversation("#veche")).not().isInViewport();
            ann.button("Show conversations").click();
            assertThat(ann.conversation("#veche")).isInViewport();
            ann.conversation("#veche").click();
            assertThat(ann.conversation("#veche")).not().isInViewport();
            ann.find("members-button").click();
            assertThat(ann.find("members")).isInViewport();
            var width = (Number) ann.page().evaluate("document.documentElement.scrollWidth");
            assertThat(width.intValue()).isLessThanOrEqualTo(Look.PHONE.width());
        }
    }

    @Test
    void whereNothingCanBePointedAtATapShowsAndHidesTheTools() {
        try (var ann = chromium.open(url(), Look.PHONE)) {
            ann.enter("ann").say("good morning").sees("good morning");
            var message = ann.message("good morning");
            var reply = message.getByTestId("reply");
            message.hover();
            assertThat(reply).isHidden();
            // The tools lie over the other end of it.
            var words = message.locator(".text");
            var beginning = new Locator.TapOptions().setPosition(4, 10);
            words.tap(beginning);
            assertThat(reply).isVisible();
            words.tap(beginning);
            assertThat(reply).isHidden();
            words.tap(beginning);
            reply.tap();
            assertThat(ann.find("reply-bar")).containsText("good morning");
            ann.say("so it is").sees("so it is");
            assertThat(reply).isHidden();
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (var ann = open()) {
            ann.enter("ann").join("#tea").join("#coffee");
            ann.page().keyboard().press("Control+k");
            assertThat(ann.page().getByRole(AriaRole.DIALOG)).isVisible();
            ann.page().keyboard().type("tea");
            ann.page().keyboard().press("Enter");
            assertThat(ann.composer()).hasAttribute("aria-label", "Message to #tea");
            ann.composer().pressSequentially("/jo");
            ann.composer().press("Tab");
            assertThat(ann.composer()).hasValue("/join ");
            ann.composer().fill("hello :smi");
            ann.composer().press("Tab");
            ann.composer().press("Enter");
            assertThat(ann.page().getByText(Pattern.compile("^hello [^:]+$"))).isVisible();
            ann.composer().press("ArrowUp");
            assertThat(ann.composer()).not().hasValue("");
        }
    }

    @Test
    void severalTabsOfOneBrowserAreOnePerson() {
        try (var first = open()) {
            first.enter("ann");
            var second = first.another().awaitIn("ann");
            first.say("from the first").sees("from the first");
            second.sees("from the first").say("from the second");
            first.sees("from the second");
            assertThat(first.message("from the second")).hasCount(1);
            assertThat(first.find("member")).hasCount(1);
            second.assertNoErrors();
        }
    }
}
