package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import veche.app.Chromium.Look;

/// Makes pictures of every screen in every look, to be looked at, in `target/screenshots`; and two
/// of them for the README, in `docs/screenshots`. Only on request: `-Dscreenshots`.
@EnabledIfSystemProperty(named = "screenshots", matches = ".*")
class PageScreenshotTest {

    private static final Path ALL = Path.of("target/screenshots");
    private static final Path BEST = Path.of("docs/screenshots");

    /// What the README should cost at most for each, in bytes.
    private static final long LARGEST = 200_000;

    @RegisterExtension static final Chromium chromium = new Chromium();

    static List<Look> looks() {
        return List.of(
                Look.DESKTOP,
                Look.DESKTOP.dark(),
                Look.TABLET,
                Look.TABLET.dark(),
                Look.PHONE,
                Look.PHONE.dark(),
                Look.PHONE.in("ru-RU"),
                Look.DESKTOP.in("ru-RU").dark());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyScreen(Look look) throws IOException {
        var clock = new TestClock();
        try (var server = ChatServer.start(TeaRoom.SETTINGS, clock);
                var _ = new TeaRoom(chromium, server, clock)) {
            Screens.walk(
                    chromium,
                    server,
                    look,
                    (screen, tab) -> {
                        var name = screen.replace(' ', '-') + ".png";
                        tab.photograph(ALL.resolve(folder(look)).resolve(name));
                    });
        }
        var room = ALL.resolve(folder(look)).resolve("room.png");
        if (look.equals(Look.DESKTOP)) {
            keep(room, "desktop.png");
        } else if (look.equals(Look.PHONE.dark())) {
            keep(room, "phone.png");
        }
    }

    private static String folder(Look look) {
        return "%s-%d%s".formatted(look.language(), look.width(), look.isDark() ? "-dark" : "");
    }

    private static void keep(Path picture, String name) throws IOException {
        assertThat(Files.size(picture)).isLessThan(LARGEST);
        Files.createDirectories(BEST);
        Files.write(BEST.resolve(name), Files.readAllBytes(picture));
    }
}
