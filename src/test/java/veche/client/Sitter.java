package veche.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import veche.console.Typist;
import veche.language.Language;

/// Somebody at a terminal with the terminal client: types, and waits for what the screen shows.
public final class Sitter implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Typist typist;
    private final CompletableFuture<Exit> exit = new CompletableFuture<>();

    private Sitter(Typist typist) {
        this.typist = typist;
    }

    /// What a script has from the client.
    ///
    /// @param out what it printed
    /// @param error what it complained of
    public record Ran(Exit exit, String out, String error) {}

    /// What the command line says, beside where the server is.
    ///
    /// @param home where settings are kept
    /// @param columns how wide the terminal is
    public record Setup(
            Path home, Optional<String> password, Language language, Options options, int columns) {

        public static Setup of(Path home) {
            return new Setup(home, Optional.empty(), Language.ENGLISH, NOTHING, 120);
        }

        public Setup in(Language other) {
            return new Setup(home, password, other, options, columns);
        }

        public Setup with(Options other) {
            return new Setup(home, password, language, other, columns);
        }

        public Setup with(String known) {
            return new Setup(home, Optional.of(known), language, options, columns);
        }

        public Setup wide(int other) {
            return new Setup(home, password, language, options, other);
        }

        private Map<String, String> environment() {
            var environment = new HashMap<String, String>();
            environment.put("XDG_CONFIG_HOME", home.toString());
            environment.put("NO_COLOR", "1");
            password.ifPresent(it -> environment.put("VECHE_PASSWORD", it));
            return environment;
        }
    }

    private static final Options NOTHING =
            new Options(
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false,
                    false,
                    false,
                    false,
                    Duration.ofSeconds(20));

    /// Options for a server, and the name of who comes.
    public static Options options(InetSocketAddress server, String name, String... channels) {
        return new Options(
                Optional.of("127.0.0.1:" + server.getPort()),
                false,
                Optional.empty(),
                Optional.of(name).filter(it -> !it.isEmpty()),
                Optional.empty(),
                List.of(channels),
                false,
                false,
                false,
                false,
                Duration.ofSeconds(20));
    }

    /// As a script that sends what it has, and ends.
    public static Options once(Options like) {
        return filter(like, true, false, false, like.timeout());
    }

    /// As a script that prints lines of JSON.
    public static Options json(Options like, boolean listens) {
        return filter(like, false, listens, true, like.timeout());
    }

    /// With less patience.
    public static Options within(Options like, Duration timeout) {
        return filter(like, like.once(), like.listen(), like.json(), timeout);
    }

    private static Options filter(
            Options like, boolean once, boolean listen, boolean json, Duration timeout) {
        return new Options(
                like.server(),
                like.tls(),
                like.fingerprint(),
                like.name(),
                like.passwordFile(),
                like.channels(),
                once,
                listen,
                json,
                like.forget(),
                timeout);
    }

    /// By TLS.
    public static Options tls(Options like, Optional<String> fingerprint) {
        return secured(like, true, fingerprint);
    }

    /// With the fingerprint of a certificate, and without TLS.
    static Options pinned(Options like, String fingerprint) {
        return secured(like, false, Optional.of(fingerprint));
    }

    private static Options secured(Options like, boolean tls, Optional<String> fingerprint) {
        return new Options(
                like.server(),
                tls,
                fingerprint,
                like.name(),
                like.passwordFile(),
                like.channels(),
                like.once(),
                like.listen(),
                like.json(),
                like.forget(),
                like.timeout());
    }

    /// To forget.
    public static Options forget(Options like) {
        return new Options(
                like.server(),
                like.tls(),
                like.fingerprint(),
                like.name(),
                like.passwordFile(),
                like.channels(),
                like.once(),
                like.listen(),
                like.json(),
                true,
                like.timeout());
    }

    /// Sits down.
    public static Sitter start(Setup setup) throws Exception {
        var typist = new Typist();
        var terminal =
                new ExternalTerminal("test", "xterm", typist.keyboard(), typist.screen(), UTF_8);
        terminal.setSize(Size.of(setup.columns(), 40));
        var nothing = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        var client =
                new TerminalClient(
                        setup.options(),
                        setup.environment(),
                        setup.language(),
                        InputStream.nullInputStream(),
                        nothing,
                        nothing);
        var sitter = new Sitter(typist);
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        sitter.exit.complete(client.talk(terminal));
                    } catch (RuntimeException | Error e) {
                        sitter.exit.completeExceptionally(e);
                    }
                });
        return sitter;
    }

    /// Runs the client as a filter, with everything that it reads.
    public static Ran run(Setup setup, String input) {
        return run(setup, new ByteArrayInputStream(input.getBytes(UTF_8)));
    }

    /// The same with what comes while it runs.
    public static Ran run(Setup setup, InputStream input) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        var client =
                new TerminalClient(
                        setup.options(),
                        setup.environment(),
                        setup.language(),
                        input,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(error, true, UTF_8));
        var exit = client.filter();
        return new Ran(exit, out.toString(UTF_8), error.toString(UTF_8));
    }

    /// Types a text as it is.
    public Sitter types(String text) throws Exception {
        typist.type(text);
        return this;
    }

    /// Types a line.
    public Sitter says(String line) throws Exception {
        return types(line + "\r");
    }

    /// Waits until something is on the screen, and takes it and what is before it off.
    public Sitter sees(String text) throws Exception {
        typist.sees(text);
        return this;
    }

    /// Waits until the program has ended.
    public void ends(Exit how) throws Exception {
        assertThat(exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(how);
    }

    @Override
    public void close() {
        try {
            if (!exit.isDone()) {
                typist.leave();
                exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new AssertionError("it does not end", e);
        }
    }
}
