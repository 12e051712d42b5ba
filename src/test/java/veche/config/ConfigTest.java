package veche.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.name.ChannelName;

class ConfigTest {

    private static final PerNetwork PER_NETWORK =
            new PerNetwork(
                    OptionalInt.of(64),
                    OptionalInt.of(128),
                    Duration.ofSeconds(60),
                    32,
                    64,
                    List.of(network("127.0.0.0/8"), network("::1")));

    private static final Pacing PACE =
            new Pacing(OptionalInt.of(16), 3, Duration.ofSeconds(1), 200, Duration.ofSeconds(60));

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
                                Optional.empty(),
                                new Data(Path.of("data")),
                                new Site(
                                        "veche.local",
                                        "Veche",
                                        "A Veche server",
                                        List.of(),
                                        Optional.empty(),
                                        List.of(
                                                "Welcome to the assembly. /msg NickServ help says how"
                                                        + " to keep your name.")),
                                new Line(List.of(new Address("127.0.0.1", 5050)), List.of()),
                                new Irc(
                                        List.of(new Address("127.0.0.1", 6667)),
                                        List.of(new Address("127.0.0.1", 6697)),
                                        List.of(),
                                        List.of(),
                                        new Sts(OptionalInt.empty(), Duration.ZERO, false),
                                        Optional.empty(),
                                        Duration.ofSeconds(90),
                                        Duration.ofSeconds(60),
                                        1000,
                                        new MetadataLimits(
                                                true,
                                                100,
                                                100,
                                                300,
                                                10,
                                                Duration.ofMinutes(2),
                                                100),
                                        new Relay(true, true, "/"),
                                        Optional.empty(),
                                        ""),
                                new Http(
                                        List.of(new Address("127.0.0.1", 8080)),
                                        List.of(new Address("127.0.0.1", 8443)),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        new FileHosting(
                                                true,
                                                10 << 20,
                                                List.of(
                                                        "image/*",
                                                        "audio/*",
                                                        "video/*",
                                                        "text/plain",
                                                        "application/pdf",
                                                        "application/zip"),
                                                1L << 30,
                                                10L << 30,
                                                Optional.empty())),
                                new Tls(List.of()),
                                new Names(CaseMapping.PRECIS),
                                new Accounts(
                                        Accounts.Registration.OPEN,
                                        8,
                                        3,
                                        Duration.ofSeconds(60),
                                        true,
                                        true,
                                        true,
                                        false,
                                        10,
                                        new Registering(true, true, List.of(), Duration.ofHours(1)),
                                        new Hashing(19_456, 2, 1, 100_000, 0)),
                                new Channels(Optional.of(new ChannelName("#veche")), 200, "+nt"),
                                new History(50, 200, Retention.EVERYTHING),
                                new Limits(
                                        OptionalInt.empty(),
                                        4096,
                                        1_048_576,
                                        64,
                                        PER_NETWORK,
                                        PACE),
                                new Privacy(Privacy.Host.CLOAK),
                                new Log(Level.INFO, 10 << 20, 10),
                                new IrcOperators(List.of())));
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
                        accounts.scram = false
                        accounts.hashing.at_once = 3
                        [channels]
                        first = "#вече"
                        [http]
                        listen = []
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
        assertThat(config.http().listen()).isEmpty();
        assertThat(config.accounts().scram()).isFalse();
        assertThat(config.accounts().hashing()).isEqualTo(new Hashing(19_456, 2, 1, 100_000, 3));
        assertThat(config.channels())
                .isEqualTo(new Channels(Optional.of(new ChannelName("#вече")), 200, "+nt"));
        assertThat(config.history())
                .isEqualTo(
                        new History(
                                50,
                                200,
                                new Retention(
                                        Optional.of(Duration.ofDays(365)),
                                        OptionalLong.of(10_000))));
        assertThat(config.limits())
                .isEqualTo(new Limits(OptionalInt.of(500), 4096, 1_048_576, 64, PER_NETWORK, PACE));
        assertThat(config.data().folder()).isEqualTo(Path.of("data"));
    }

    @Test
    void certificatesAndGatewaysAreListsInAList() throws Exception {
        var config =
                written.load(
                        """
                        tls.certificates = [["a.pem", "a.key"], ["/b.pem", "/b.pem"]]
                        line.proxies = ["192.0.2.1"]
                        [irc]
                        proxies = ["10.0.0.0/8"]
                        gateways = [["secret", "::1", "192.0.2.0/24"]]
                        [irc.sts]
                        port = 6697
                        duration = "30d"
                        preload = true
                        """);

        assertThat(config.tls())
                .isEqualTo(
                        new Tls(
                                List.of(
                                        certificate("a.pem", "a.key"),
                                        certificate("/b.pem", "/b.pem"))));
        assertThat(config.line().proxies()).containsExactly(network("192.0.2.1"));
        assertThat(config.irc().proxies()).containsExactly(network("10.0.0.0/8"));
        assertThat(config.irc().gateways())
                .containsExactly(
                        new Gateway("secret", List.of(network("::1"), network("192.0.2.0/24"))));
        assertThat(config.irc().sts())
                .isEqualTo(new Sts(OptionalInt.of(6697), Duration.ofDays(30), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tls.certificates = [\"a.pem\"]",
                "tls.certificates = [[\"a.pem\"]]",
                "tls.certificates = [[\"a.pem\", 1]]",
                "tls.certificates = [[\"a.pem\", \"\"]]",
                "tls.certificates = [[\"a.pem\", \"b.pem\", \"c.pem\"]]",
                "irc.gateways = [[\"secret\"]]",
                "irc.gateways = [[]]",
                "irc.gateways = [[\"two words\", \"::1\"]]",
                "irc.gateways = [[\"\", \"::1\"]]",
                "irc.gateways = [[\"secret\", \"::1\", \"everyone\"]]",
                "irc.sts.port = 0",
                "irc.sts.port = 65536",
                "irc.metadata.keys = 0",
                "irc.metadata.value_bytes = 351",
                "irc.sts.duration = \"3651d\""
            })
    void listsThatAreNotWhatTheyMustBeAreNamed(String setting) throws Exception {
        var name = setting.substring(0, setting.indexOf(' '));
        assertThat(written.problems(setting))
                .singleElement()
                .asString()
                .contains(name + " must be");
    }

    @Test
    void aSettingThatDoesNotFitAnyMoreIsSoughtInNoLine() throws Exception {
        assertThat(written.problems("http.files.largest = \"2GiB\""))
                .singleElement()
                .asString()
                .startsWith(
                        "Not in your settings: http.files.per_account must be a size from \"2GiB\"")
                .endsWith("but is \"1GiB\".");
    }

    private static Tls.Certificate certificate(String chain, String key) {
        return new Tls.Certificate(Path.of(chain), Path.of(key));
    }

    @Test
    void whatLimitsClientsCanBeTurnedOff() throws Exception {
        var config =
                written.load(
                        """
                        privacy.host = "address"
                        [limits.per_network]
                        connections = "unlimited"
                        new_connections = "unlimited"
                        exempt = []
                        [limits.pace]
                        burst = "unlimited"
                        """);

        assertThat(config.privacy().host()).isEqualTo(Privacy.Host.ADDRESS);
        assertThat(config.limits().perNetwork())
                .isEqualTo(
                        new PerNetwork(
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                PER_NETWORK.window(),
                                32,
                                64,
                                List.of()));
        assertThat(config.limits().pace().burst()).isEmpty();
    }

    @Test
    void anAddressIsCountedByItsNetworkUnlessThatIsExempt() {
        assertThat(PER_NETWORK.networkOf(InetAddress.ofLiteral("192.0.2.7")))
                .isEqualTo(network("192.0.2.7"));
        assertThat(PER_NETWORK.networkOf(InetAddress.ofLiteral("2001:db8::7")))
                .isEqualTo(network("2001:db8::/64"));
        assertThat(PER_NETWORK.exempts(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(PER_NETWORK.exempts(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(PER_NETWORK.exempts(InetAddress.ofLiteral("192.0.2.7"))).isFalse();
    }

    private static Network network(String text) {
        return Network.parse(text).orElseThrow();
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
                new Overrides(
                        Optional.of(Path.of("here")),
                        List.of("127.0.0.1:1", "127.0.0.1:2"),
                        List.of(),
                        List.of("127.0.0.1:3"),
                        List.of("127.0.0.1:4", "127.0.0.1:5"),
                        List.of("127.0.0.1:6"));

        var config = Config.load(Optional.of(file), flags);

        assertThat(config.data().folder()).isEqualTo(Path.of("here"));
        assertThat(config.line().listen())
                .containsExactly(new Address("127.0.0.1", 1), new Address("127.0.0.1", 2));
        assertThat(config.irc().tlsListen()).containsExactly(new Address("127.0.0.1", 3));
        assertThat(config.http().listen())
                .containsExactly(new Address("127.0.0.1", 4), new Address("127.0.0.1", 5));
        assertThat(config.http().tlsListen()).containsExactly(new Address("127.0.0.1", 6));
    }

    @Test
    void aWrongFlagIsNamedAsItWasGiven() {
        var flags =
                new Overrides(
                        Optional.of(Path.of("")),
                        List.of("5050"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());

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
        assertThatThrownBy(() -> new Hashing(15, 1, 2, 4096, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("memory_kib");
        assertThatThrownBy(() -> new Hashing(16, 1, 2, 4095, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scram_iterations");
        assertThat(new Hashing(16, 1, 2, 4096, 0)).isNotNull();
    }
}
