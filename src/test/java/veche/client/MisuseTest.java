package veche.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the client is given may be of no use: then it says so, and goes nowhere.
class MisuseTest {

    /// What the JDK calls the home of somebody whom the system does not know.
    private static final Path NOWHERE = Path.of("?", ".config");

    @TempDir Path home;

    private static Options options(String... channels) {
        return Sitter.options(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 7000), "ann", channels);
    }

    private ScriptedServer server(Options options) {
        return new ScriptedServer(home, options, Optional.of("secret"), true);
    }

    @Test
    void aFingerprintIsOfNoUseWithoutTls() {
        var server = server(Sitter.pinned(options(), "00:11"));
        assertThat(server.seen())
                .containsExactly(
                        "--fingerprint is about TLS, and 127.0.0.1:7000 is spoken to without."
                                + " Add --tls, or name the port for TLS.");
        assertThat(server.over()).contains(Exit.MISUSED);
        assertThat(server.dials).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#a b", "#a,#b", "", "a b"})
    void whatCannotBeTheNameOfAChannelIsNotTalkedTo(String name) {
        var server = server(options("#tea", name));
        assertThat(server.seen())
                .containsExactly("No channel and no person can be called that: " + name);
        assertThat(server.over()).contains(Exit.MISUSED);
        assertThat(server.dials).isZero();
    }

    @Test
    void whatCannotBeReadIsAReasonToFailAndWhatWasReadIsSaid() {
        var server = server(options("#tea")).opens().ignores();
        server.says(":s 001 ann :Welcome", ":s 376 ann :End", ":ann!a@b JOIN #tea").ignores();
        server.types("one").breaks("Is a directory");
        server.hears("PRIVMSG #tea :one").hears("PING id1").says(":s PONG s id1");
        assertThat(server.seen()).contains("What is to be said cannot be read: Is a directory");
        assertThat(server.over()).contains(Exit.MISUSED);
    }

    @Test
    void aFileThatIsNoTextIsNamed() throws IOException {
        var logins = Files.createDirectory(home.resolve("veche")).resolve("logins");
        Files.write(logins, new byte[] {(byte) 0xE7, '\n'});
        var server = server(options());
        assertThat(server.seen()).singleElement().asString().contains(logins + ": not UTF-8");
        assertThat(server.over()).contains(Exit.NO_LOGIN);
    }

    @Test
    void whoeverHasNoHomeKeepsNothing() throws IOException {
        assertThat(Keyring.folder(Map.of("HOME", "/home/ann")))
                .hasToString("/home/ann/.config/veche");
        assertThat(Keyring.folder(Map.of("HOME", ""))).isEqualTo(Keyring.folder(Map.of()));
        var nowhere = new Keyring(NOWHERE.resolve("veche"));
        var login = new Login(new ServerAddress("127.0.0.1", 7000, false), "ann", Optional.empty());
        assertThat(nowhere.logins()).isEmpty();
        assertThat(nowhere.pin(login.address())).isEmpty();
        nowhere.forget(login);
        assertThatIOException()
                .isThrownBy(() -> nowhere.keep(login))
                .withMessageContaining("HOME is not set");
        assertThat(NOWHERE).doesNotExist();
    }

    @Test
    void aScriptNeedsNoHome() {
        var server = new ScriptedServer(NOWHERE, options("#tea"), Optional.of("secret"), true);
        server.opens().says(":s 001 ann :Welcome", ":s 376 ann :End", ":ann!a@b JOIN #tea");
        server.ignores().types("one").hears("PRIVMSG #tea :one");
        assertThat(server.over()).isEmpty();
    }

    @Test
    void whoeverHasNoHomeIsForgottenAlready() {
        var server = new ScriptedServer(NOWHERE, Sitter.forget(options()), Optional.empty(), true);
        assertThat(server.seen()).containsExactly("Forgotten: 127.0.0.1:7000");
        assertThat(server.over()).contains(Exit.DONE);
    }
}
