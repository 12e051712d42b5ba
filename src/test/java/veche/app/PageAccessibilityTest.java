package veche.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import veche.app.Chromium.Look;

/// Whether everybody can use the page: what [axe](https://github.com/dequelabs/axe-core) finds on
/// every screen, and what else auditors of pages look at.
class PageAccessibilityTest {

    /// What somebody on a poor line waits for at the first visit, in bytes.
    private static final int LARGEST_FIRST_LOAD = 100_000;

    private static final int MOST_REQUESTS = 6;

    /// The least size of what one taps on, in CSS pixels:
    /// https://www.w3.org/TR/WCAG22/#target-size-minimum
    private static final int SMALLEST_TARGET = 24;

    @RegisterExtension static final Chromium chromium = new Chromium();
    static String axe;

    private final TestClock clock = new TestClock();
    private final ChatServer server = ChatServer.start(TeaRoom.SETTINGS, clock);

    @BeforeAll
    static void load() throws IOException {
        axe = Files.readString(Path.of("page/node_modules/axe-core/axe.min.js"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private URI url() {
        return server.urls().getFirst();
    }

    static List<Look> looks() {
        return List.of(Look.DESKTOP, Look.PHONE.in("ru-RU"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axeReportsNothingSeriousOnAnyScreen(Look look) {
        var findings = new ArrayList<String>();
        try (var _ = new TeaRoom(chromium, server, clock)) {
            Screens.walk(
                    chromium,
                    server,
                    look,
                    (screen, tab) -> {
                        findings.addAll(findings(tab.page(), screen, Map.of()));
                        tab.page().emulateMedia(colours(ColorScheme.DARK));
                        findings.addAll(
                                findings(
                                        tab.page(),
                                        screen + ", dark",
                                        Map.of("runOnly", List.of("color-contrast"))));
                        tab.page().emulateMedia(colours(ColorScheme.LIGHT));
                        if (look.width() == Look.PHONE.width()) {
                            smallTargets(tab.page())
                                    .forEach(it -> findings.add(screen + ": small " + it));
                        }
                    });
        }
        assertThat(findings).isEmpty();
    }

    private static Page.EmulateMediaOptions colours(ColorScheme scheme) {
        return new Page.EmulateMediaOptions().setColorScheme(scheme);
    }

    /// What is serious or worse, each in a line.
    private static List<String> findings(Page page, String screen, Map<String, Object> options) {
        if (!Boolean.TRUE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate("source => (0, eval)(source)", axe);
        }
        return strings(
                page.evaluate(
                        """
                        async ({ screen, options }) => {
                          const { violations, passes } = await axe.run(document, { resultTypes: ['violations'], ...options });
                          if (passes.length === 0) return [`${screen}: nothing was looked at`];
                          return violations
                            .filter((one) => one.impact === 'serious' || one.impact === 'critical')
                            .flatMap((one) => one.nodes.map((node) => `${screen}: ${one.id} at ${node.target}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`));
                        }
                        """,
                        Map.of("screen", screen, "options", options)));
    }

    /// What one can tap on and is too small. Links within sentences may be.
    private static List<String> smallTargets(Page page) {
        return strings(
                page.evaluate(
                        """
                        (least) => [...document.querySelectorAll('button, input, textarea, a, [role=tab], [role=option]')]
                          .filter((one) => !one.closest('.text, .topic') && !one.classList.contains('hidden') && one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
                          .map((one) => [one, one.getBoundingClientRect()])
                          .filter(([, box]) => box.width > 0 && box.bottom > 0 && box.right > 0 && (box.width < least || box.height < least))
                          .map(([one, box]) => `${one.outerHTML.slice(0, 90)} ${box.width} x ${box.height}`)
                        """,
                        SMALLEST_TARGET));
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    @Test
    void theFirstLoadIsSmallAndComesFromHereAlone(TestReporter reporter) {
        try (var tab = chromium.open(url())) {
            var requests = new CopyOnWriteArrayList<String>();
            var page = tab.page();
            // Again, with nothing kept: what the first visit asks for is seen from the beginning.
            page.onRequest(request -> requests.add(request.url()));
            page.route("**/*", route -> route.resume());
            page.reload();
            assertThat(tab.find("entrance")).isVisible();
            page.waitForLoadState();
            assertThat(requests)
                    .allMatch(it -> it.startsWith(url().toString()) || it.startsWith("data:"));
            assertThat(requests).hasSizeBetween(1, MOST_REQUESTS);
            var bytes =
                    ((Number)
                                    page.evaluate(
                                            """
                                            () => performance.getEntries()
                                              .filter((one) => one.entryType === 'navigation' || one.entryType === 'resource')
                                              .reduce((sum, one) => sum + one.transferSize, 0)
                                            """))
                            .intValue();
            assertThat(bytes).isBetween(10_000, LARGEST_FIRST_LOAD);
            reporter.publishEntry(Map.of("requests", "" + requests.size(), "bytes", "" + bytes));
        }
    }

    /// The time is told, and not asserted: it is the machine's.
    @Test
    void oneCanTypeAtOnce(TestReporter reporter) {
        try (var tab = chromium.open(url())) {
            var name = tab.page().locator("input[name=username]");
            assertThat(name).isFocused();
            tab.page().keyboard().type("ann");
            assertThat(name).hasValue("ann");
            tab.page().keyboard().press("Tab");
            tab.page().keyboard().type(Chat.PASSWORD);
            var paint =
                    tab.page()
                            .evaluate(
                                    "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0");
            reporter.publishEntry("first contentful paint, in milliseconds", "" + paint);
            tab.page().keyboard().press("Enter");
            tab.awaitIn("ann");
        }
    }

    @Test
    void theDocumentSaysWhatItIs() {
        try (var tab = chromium.open(url(), Look.PHONE.in("ru-RU"))) {
            var page = tab.page();
            assertThat(page.locator("html")).hasAttribute("lang", "ru");
            assertThat(page).hasTitle("Veche");
            assertThat(content(page, "viewport"))
                    .contains("width=device-width")
                    .doesNotContain("maximum-scale", "user-scalable");
            assertThat(content(page, "description")).hasSizeBetween(20, 160);
            assertThat(page.locator("meta[charset]")).hasCount(1);
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.evaluate("document.compatMode")).isEqualTo("CSS1Compat");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(page.locator("script:not([src]), style, [style*=url]")).hasCount(0);
            assertThat(page.locator("img:not([alt]), img:not([width]), img:not([height])"))
                    .hasCount(0);
            tab.enter("аня");
            assertThat(page.locator("h1")).hasCount(1);
            assertThat(page.locator("main")).hasCount(1);
            assertThat(page.locator("img:not([alt]), img:not([width]), img:not([height])"))
                    .hasCount(0);
        }
    }

    private static String content(Page page, String name) {
        return page.locator("meta[name=" + name + "]").getAttribute("content");
    }
}
