package veche.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real browser, as it comes with Debian, in which people look at the page.
final class Chromium implements BeforeAllCallback {

    static final double PATIENCE_MILLIS =
            Double.parseDouble(System.getProperty("patience", "20000"));

    /// The best first: without windows, where nobody sees them, the tests take half as long.
    private static final List<String> NAMES =
            List.of(
                    "chromium-headless-shell",
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable");

    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=en-US");

    /// How somebody looks at the page.
    ///
    /// @param language such as `ru-RU`
    /// @param width of the window, in pixels
    record Look(String language, int width, int height, boolean isDark) {

        static final Look DESKTOP = new Look("en-US", 1280, 800, false);

        static final Look PHONE = new Look("en-US", 390, 844, false);

        static final Look TABLET = new Look("en-US", 820, 1180, false);

        /// Whether it is held in the hand, and has no pointer.
        boolean isTouched() {
            return width < 1000;
        }

        Look in(String other) {
            return new Look(other, width, height, isDark);
        }

        Look dark() {
            return new Look(language, width, height, true);
        }
    }

    /// The browser itself, which all tests of a run share.
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            var environment =
                    Map.of(
                            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                            "1",
                            "PLAYWRIGHT_NODEJS_PATH",
                            program("node"));
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var options =
                    new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(program(NAMES)))
                            .setArgs(ARGUMENTS);
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private @Nullable Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(Running.class, _ -> Running.launch(), Running.class);
    }

    private static String program(String name) {
        return program(List.of(name));
    }

    private static String program(List<String> names) {
        var folders =
                Stream.concat(
                        Stream.of("target/node"),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)));
        return folders.flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not installed: " + names))
                .toString();
    }

    /// A window of somebody who has never been here: nothing is kept of what others did.
    Tab open(URI url, Look look) {
        var context =
                Objects.requireNonNull(running)
                        .browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setBaseURL(url.toString())
                                        .setLocale(look.language())
                                        .setTimezoneId("UTC")
                                        .setViewportSize(look.width(), look.height())
                                        .setHasTouch(look.isTouched())
                                        .setColorScheme(
                                                look.isDark()
                                                        ? ColorScheme.DARK
                                                        : ColorScheme.LIGHT)
                                        .setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Tab(context).open();
    }

    Tab open(URI url) {
        return open(url, Look.DESKTOP);
    }
}
