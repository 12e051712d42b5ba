package veche.client;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import veche.language.Language;
import veche.language.Phrases;

/// The terminal client, put together: `veche chat`.
public final class TerminalClient {

    private final Options options;
    private final Map<String, String> environment;
    private final Phrases phrases;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream error;
    private final SecureRandom random = new SecureRandom();
    private final Mailbox mailbox = new Mailbox();
    private final Keyring keyring;
    private final Words words;
    private final InstantSource clock = InstantSource.system();

    TerminalClient(
            Options options,
            Map<String, String> environment,
            Language language,
            InputStream in,
            PrintStream out,
            PrintStream error) {
        this.options = options;
        this.environment = environment;
        this.phrases = new Phrases("veche.client.phrases", language);
        this.in = in;
        this.out = out;
        this.error = error;
        this.keyring = new Keyring(Keyring.folder(environment));
        this.words = new Words(phrases, ZoneId.systemDefault());
    }

    /// Runs the client at the terminal of this process, or as a filter if it has none.
    ///
    /// @return how it ended
    public static Exit run(Options options) {
        var client =
                new TerminalClient(
                        options,
                        System.getenv(),
                        Language.ofSystem(),
                        System.in,
                        System.out,
                        System.err);
        var isTerminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        if (options.isFilter() || !isTerminal) {
            return client.filter();
        }
        try (var terminal = TerminalBuilder.builder().system(true).build()) {
            return client.talk(terminal);
        } catch (IOException e) {
            client.error.println("veche: " + e.getMessage());
            return Exit.NO_SERVER;
        }
    }

    /// Talks at a terminal. The calling thread reads what is typed.
    Exit talk(Terminal terminal) {
        var editor = new TerminalEditor(terminal, mailbox, history());
        var face =
                new TerminalFace(
                        editor, words, isColoured(terminal), () -> words.day(clock.instant()));
        var profile = profile();
        if (profile.isEmpty()) {
            return Exit.MISUSED;
        }
        var chatting = chatting(face, false, profile.get());
        var owner = own(chatting, face);
        var exit = editor.run();
        join(owner);
        return exit;
    }

    private boolean isColoured(Terminal terminal) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !TerminalEditor.isDumb(terminal);
    }

    private Optional<Path> history() {
        try {
            return Optional.of(keyring.history());
        } catch (IOException e) {
            mailbox.put(new Mail.Unkept());
            return Optional.empty();
        }
    }

    /// Sends what is read, and prints what is said.
    Exit filter() {
        var profile = profile();
        if (profile.isEmpty()) {
            return Exit.MISUSED;
        }
        profile.get().nobodyAnswers();
        var told = new AtomicBoolean();
        Runnable nobodyReads =
                () -> {
                    if (told.compareAndSet(false, true)) {
                        // Not here: who empties the mailbox must not wait for room in it.
                        Thread.ofVirtual().start(() -> mailbox.put(new Mail.Leave()));
                    }
                };
        Face face =
                options.json()
                        ? new JsonFace(out, words, options.once(), nobodyReads)
                        : new PlainFace(out, error, words, options.once(), nobodyReads);
        var chatting = chatting(face, true, profile.get());
        if (!options.forget()) {
            Thread.ofPlatform().daemon().name("standard input").start(this::read);
        }
        work(chatting, face);
        return chatting.over().orElse(Exit.DONE);
    }

    private Chatting chatting(Face face, boolean isFilter, Profile profile) {
        return new Chatting(
                new Chat(face, clock, isFilter, this::id),
                face,
                new SocketDialer(mailbox),
                keyring,
                new Backoff(random),
                profile,
                options.timeout());
    }

    /// Hands over one line at a time; waits while too many are not yet acknowledged.
    private void read() {
        var room = new Semaphore(0);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                mailbox.put(new Mail.Typed(line, room::release));
                room.acquire();
            }
        } catch (IOException e) {
            mailbox.put(new Mail.Unreadable(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!options.listen()) {
            mailbox.put(new Mail.NoMore());
        }
    }

    private Optional<Profile> profile() {
        try {
            return Optional.of(new Profile(options, password(), keyring, phrases, label()));
        } catch (IOException e) {
            error.println(
                    "veche: "
                            + phrases.text("password.unreadable", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<String> password() throws IOException {
        if (options.passwordFile().isPresent()) {
            var lines = Keyring.lines(options.passwordFile().get());
            return Optional.of(lines.isEmpty() ? "" : lines.getFirst());
        }
        return Optional.ofNullable(environment.get("VECHE_PASSWORD")).filter(it -> !it.isEmpty());
    }

    private static String label() {
        try {
            return "veche chat @ " + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "veche chat";
        }
    }

    private String id() {
        var bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Thread own(Chatting chatting, Face face) {
        return Thread.ofPlatform().daemon().name("chat").start(() -> work(chatting, face));
    }

    /// Takes what comes until it is over.
    private void work(Chatting chatting, Face face) {
        try {
            chatting.begin();
            while (chatting.over().isEmpty()) {
                var deadline = chatting.deadline();
                var patience =
                        deadline.equals(Instant.MAX)
                                ? Duration.ofDays(1)
                                : Duration.between(clock.instant(), deadline);
                mailbox.poll(patience).ifPresentOrElse(chatting::take, chatting::tick);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Whatever happens here, nobody waits for us in vain.
            face.prompt(new Prompt.Over(chatting.over().orElse(Exit.NO_SERVER)));
        }
    }

    private static void join(Thread owner) {
        try {
            owner.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
