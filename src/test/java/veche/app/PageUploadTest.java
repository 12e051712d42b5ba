package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Pictures that people send from the page, and what they cannot send.
class PageUploadTest {

    @RegisterExtension static final Chromium chromium = new Chromium();

    private final ChatServer server =
            ChatServer.start(
                    """
                    [http]
                    listen = ["127.0.0.1:0"]
                    [http.files]
                    largest = "20KiB"
                    types = ["image/*"]
                    """);

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Tab open() {
        return chromium.open(server.urls().getFirst());
    }

    /// A real picture of one colour, 40 by 30.
    private static byte[] picture(Color colour) {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 40, 30);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void pick(Tab tab, String name, String type, byte[] bytes) {
        tab.find("file-input").setInputFiles(new FilePayload(name, type, bytes));
    }

    /// Gives the page a file by an event, as the browser does when somebody drops or pastes one.
    private static void give(Tab tab, String event, String to, String name, byte[] bytes) {
        tab.page()
                .evaluate(
                        """
                        ({ event, to, name, base64 }) => {
                          const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
                          const data = new DataTransfer();
                          data.items.add(new File([bytes], name, { type: 'image/png' }));
                          const options = { bubbles: true, cancelable: true };
                          document.querySelector(to).dispatchEvent(event === 'paste'
                            ? new ClipboardEvent('paste', { ...options, clipboardData: data })
                            : new DragEvent(event, { ...options, dataTransfer: data }));
                        }
                        """,
                        Map.of(
                                "event", event,
                                "to", to,
                                "name", name,
                                "base64", Base64.getEncoder().encodeToString(bytes)));
    }

    /// The picture has come, and the browser can show it.
    private static void assertShown(Locator picture) {
        assertThat(picture).isVisible();
        picture.evaluate("image => image.decode()");
        assertThat(picture.evaluate("image => [image.naturalWidth, image.naturalHeight]"))
                .hasToString("[40, 30]");
    }

    @Test
    void aPictureThatIsPickedIsSeenByOthers() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann");
            bob.enter("bob");
            pick(ann, "Чайник 1.png", "image/png", picture(Color.RED));
            assertThat(ann.find("upload")).containsText("Чайник 1.png");
            assertShown(ann.find("upload").locator("img"));
            assertThat(bob.find("picture")).hasCount(0);

            ann.find("upload-send").click();
            assertShown(bob.find("picture"));
            assertShown(ann.find("picture"));
            assertThat(ann.find("upload")).hasCount(0);
            assertThat(server.ctl("files", "list").out()).contains("Чайник 1.png", "ann");
        }
    }

    @Test
    void aPictureIsPastedAndDropped() {
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann");
            bob.enter("bob");
            give(ann, "paste", "textarea", "pasted.png", picture(Color.GREEN));
            assertThat(ann.find("upload")).containsText("pasted.png");
            give(ann, "dragover", "main", "dropped.png", picture(Color.BLUE));
            assertThat(ann.page().locator(".drop")).isVisible();
            give(ann, "drop", "main", "dropped.png", picture(Color.BLUE));
            assertThat(ann.page().locator(".drop")).hasCount(0);
            assertThat(ann.find("upload")).hasCount(2);

            ann.composer().press("Enter");
            assertThat(bob.find("picture")).hasCount(2);
            assertShown(bob.find("picture").first());
            assertShown(bob.find("picture").last());
            bob.find("picture").first().click();
            assertShown(bob.page().locator("dialog img"));
        }
    }

    @Test
    void whatIsTakenBackIsNotSent() {
        try (var ann = open()) {
            ann.enter("ann");
            pick(ann, "tea.png", "image/png", picture(Color.RED));
            ann.find("upload").getByLabel("Remove").click();
            assertThat(ann.find("upload")).hasCount(0);
            ann.say("nothing").sees("nothing");
            assertThat(server.ctl("files", "list").out()).doesNotContain("tea.png");
        }
    }

    @Test
    void whatIsTooLargeOrOfAnotherKindIsSaid() {
        try (var ann = open()) {
            ann.enter("ann");
            pick(ann, "large.png", "image/png", new byte[20 * 1024 + 1]);
            ann.find("upload-send").click();
            assertThat(ann.find("upload"))
                    .containsText("large.png was not uploaded: it is too large");
            ann.find("upload").getByLabel("Remove").click();

            pick(ann, "page.html", "text/html", "<script>alert(1)</script>".getBytes(UTF_8));
            ann.find("upload-send").click();
            assertThat(ann.find("upload")).containsText("does not take files of this kind");
            ann.find("upload").getByLabel("Remove").click();

            pick(ann, "lie.png", "image/png", "<script>alert(1)</script>".getBytes(UTF_8));
            ann.find("upload-send").click();
            assertThat(ann.find("upload")).containsText("does not take files of this kind");
            ann.find("upload").getByLabel("Remove").click();

            pick(ann, "empty.png", "image/png", new byte[0]);
            ann.find("upload-send").click();
            assertThat(ann.find("upload")).containsText("or an empty one");
            ann.say("and on it goes").sees("and on it goes");
            assertThat(ann.find("picture")).hasCount(0);
        }
    }

    @Test
    void whatFailedIsSentAgain() {
        try (var ann = open()) {
            ann.enter("ann");
            pick(ann, "tea.png", "image/png", picture(Color.RED));
            ann.page().route("**/files", route -> route.abort());
            ann.find("upload-send").click();
            assertThat(ann.find("upload")).containsText("the server cannot be reached");
            ann.page().unroute("**/files");
            ann.find("upload-send").click();
            assertShown(ann.find("picture"));
        }
    }

    @Test
    void hostileNamesAreTextAndHarmNothing() {
        var names =
                List.of(
                        "<img src=x onerror=\"document.title='broken'\">.png",
                        "../../x.png",
                        "..\\..\\x.png",
                        "\" onload=\"document.title='broken'.png",
                        "%2e%2e%2fx.png",
                        "'()*;%0d%0aX-Broken: 1.png",
                        "\u202egnp.exe.png",
                        "\ud800.png");
        try (var ann = open();
                var bob = open()) {
            ann.enter("ann");
            bob.enter("bob");
            for (var name : names) {
                give(ann, "drop", "main", name, picture(Color.RED));
                assertThat(ann.find("upload")).hasCount(1);
                ann.find("upload-send").click();
                var refused = ann.find("upload").filter(withText("a file of this name"));
                if (isRefused(name)) {
                    assertThat(refused).isVisible();
                    refused.getByLabel("Remove").click();
                }
                assertThat(ann.find("upload")).hasCount(0);
            }
            var shown = bob.find("picture");
            assertThat(shown).hasCount((int) names.stream().filter(it -> !isRefused(it)).count());
            for (var picture : shown.all()) {
                assertShown(picture);
                var address = URI.create(picture.getAttribute("src"));
                assertThat(address.getPath()).matches("/files/[^/]+/[^/]+");
            }
            for (var tab : List.of(ann, bob)) {
                assertThat(tab.page()).not().hasTitle(Pattern.compile("broken"));
                assertThat(tab.page().locator("[onerror], [onload], img[src=x]")).hasCount(0);
            }
        }
    }

    /// What is a path or no text is no name; all others are made harmless.
    private static boolean isRefused(String name) {
        return name.contains("/") || name.contains("\\");
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
