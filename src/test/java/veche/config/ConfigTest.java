package veche.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;
import veche.language.Language;
import veche.name.ChannelName;

class ConfigTest {

    private Written written;

    @BeforeEach
    void inAFolder(@TempDir Path folder) {
        written = new Written(folder);
    }

    @Test
    void nothingNeedsToBeConfigured() throws Exception {
        var config = Config.load(Optional.empty(), Overrides.NONE);

        assertThat(config)
                .isEqualTo(
                        new Config(
                                Language.ofSystem(),
                                ZoneId.systemDefault(),
                                new Data(Path.of("data")),
                                new Line(List.of(new Address("127.0.0.1", 5050))),
                                new Accounts(
                                        Accounts.Registration.OPEN,
                                        8,
                                        3,
                                        Duration.ofSeconds(60),
                                        new Hashing(19_456, 2, 1, 0)),
                                new Channels(new ChannelName("#veche")),
                                new History(50, 200, Retention.EVERYTHING),
                                new Limits(OptionalInt.empty(), 4096, 1_048_576, 64),
                                new Log(Level.INFO, 10 << 20, 10)));
    }

    @Test
    void anEmptyFileChangesNothing() throws Exception {
        assertThat(written.load("")).isEqualTo(Config.load(Optional.empty(), Overrides.NONE));
    }

    @Test
    void aFileChangesWhatItNamesAndNothingElse() throws Exception {
        var config =
                written.load(
                        """
                        language = "ru"
                        time_zone = "Europe/Moscow"
                        line.listen = ["[::1]:6000", "localhost:0"]
                        accounts.hashing.at_once = 3
                        [channels]
                        first = "#вече"
                        [history]
                        keep_age = "365d"
                        keep_count = 10_000
                        [limits]
                        connections = 500
                        """);

        assertThat(config.language()).isEqualTo(Language.RUSSIAN);
        assertThat(config.timeZone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(config.line().listen())
                .containsExactly(new Address("::1", 6000), new Address("localhost", 0));
        assertThat(config.accounts().hashing()).isEqualTo(new Hashing(19_456, 2, 1, 3));
        assertThat(config.channels()).isEqualTo(new Channels(new ChannelName("#вече")));
        assertThat(config.history())
                .isEqualTo(
                        new History(
                                50,
                                200,
                                new Retention(
                                        Optional.of(Duration.ofDays(365)),
                                        OptionalLong.of(10_000))));
        assertThat(config.limits()).isEqualTo(new Limits(OptionalInt.of(500), 4096, 1_048_576, 64));
        assertThat(config.data().folder()).isEqualTo(Path.of("data"));
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws Exception {
        assertThat(written.load("\uFEFFlanguage = \"ru\"\r\n").language())
                .isEqualTo(Language.RUSSIAN);
    }

    @Test
    void flagsBeatTheFile(@TempDir Path folder) throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("veche.toml"),
                        """
                        data.folder = "elsewhere"
                        line.listen = ["127.0.0.1:6000"]
                        """);
        var flags =
                new Overrides(Optional.of(Path.of("here")), List.of("127.0.0.1:1", "127.0.0.1:2"));

        var config = Config.load(Optional.of(file), flags);

        assertThat(config.data().folder()).isEqualTo(Path.of("here"));
        assertThat(config.line().listen())
                .containsExactly(new Address("127.0.0.1", 1), new Address("127.0.0.1", 2));
    }

    @Test
    void aWrongFlagIsNamedAsItWasGiven() {
        var flags = new Overrides(Optional.of(Path.of("")), List.of("5050"));

        assertThatThrownBy(() -> Config.load(Optional.empty(), flags))
                .hasMessage(
                        """
                        On the command line: --data must be a path such as "data" or "/var/lib/veche", but is "".
                        On the command line: --line must be an address such as "127.0.0.1:5050" \
                        or "[::1]:5050", but is "5050".\
                        """);
    }

    @Test
    void aRecordThatCannotBeIsNotMade() {
        assertThatThrownBy(() -> new Hashing(15, 1, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("memory_kib");
        assertThat(new Hashing(16, 1, 2, 0)).isNotNull();
    }
}
