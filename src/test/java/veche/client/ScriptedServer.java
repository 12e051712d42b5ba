package veche.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import veche.language.Language;
import veche.language.Phrases;
import veche.wire.Message;

/// A client whose server is the test: no sockets, no threads, and time passes when the test says
/// so.
final class ScriptedServer implements Face, Dialer {

    static final Instant START = Instant.parse("2026-11-24T20:00:00Z");

    private final Deque<Message> sent = new ArrayDeque<>();
    private final Words words;
    private final Chatting chatting;
    final Keyring keyring;
    final List<Happening> shown = new ArrayList<>();
    Prompt prompt = new Prompt.Busy();
    Optional<String> pin = Optional.empty();
    int dials;
    private Instant now = START;
    private Wire wire = new Line();
    private int ids;

    private final class Line implements Wire {
        @Override
        public void send(Message message) {
            sent.add(message);
        }

        @Override
        public void close() {}

        @Override
        public void finish() {}
    }

    ScriptedServer(Path home, Options options, Optional<String> password) {
        this(home, options, password, false);
    }

    /// @param isFilter whether it is a script that listens
    ScriptedServer(Path home, Options options, Optional<String> password, boolean isFilter) {
        var phrases = new Phrases("veche.client.phrases", Language.ENGLISH);
        words = new Words(phrases, ZoneOffset.UTC);
        keyring = new Keyring(home.resolve("veche"));
        var chat = new Chat(this, () -> now, isFilter, () -> "id" + ++ids);
        var profile = new Profile(options, password, keyring, phrases, "test");
        chatting =
                new Chatting(
                        chat,
                        this,
                        this,
                        keyring,
                        new Backoff(new Random(1)),
                        profile,
                        Duration.ofSeconds(30));
        chatting.begin();
    }

    @Override
    public void show(Happening happening) {
        shown.add(happening);
    }

    @Override
    public void prompt(Prompt changed) {
        prompt = changed;
    }

    @Override
    public void completions(Completions completions) {}

    @Override
    public void dial(ServerAddress address, Optional<String> known, boolean only) {
        dials++;
        pin = known;
    }

    /// The server is reached.
    ScriptedServer opens() {
        wire = new Line();
        sent.clear();
        chatting.take(new Mail.Opened(wire));
        return this;
    }

    ScriptedServer fails() {
        chatting.take(new Mail.Failed(new IOException("nobody")));
        return this;
    }

    /// The server sends lines.
    ScriptedServer says(String... lines) {
        for (var line : lines) {
            chatting.take(new Mail.Received(wire, line));
        }
        return this;
    }

    /// The next line that the client sent.
    ScriptedServer hears(String line) {
        assertThat(sent.isEmpty() ? "nothing" : sent.remove().print()).isEqualTo(line);
        return this;
    }

    ScriptedServer hearsNothing() {
        assertThat(sent).isEmpty();
        return this;
    }

    /// Whatever the client sent is not looked at.
    ScriptedServer ignores() {
        sent.clear();
        return this;
    }

    List<String> heard() {
        var all = sent.stream().map(Message::print).toList();
        sent.clear();
        return all;
    }

    ScriptedServer hangsUp() {
        chatting.take(new Mail.Lost(wire));
        return this;
    }

    ScriptedServer types(String line) {
        chatting.take(new Mail.Typed(line, () -> {}));
        return this;
    }

    /// What is typed can be read no more.
    ScriptedServer breaks(String why) {
        chatting.take(new Mail.Unreadable(new IOException(why)));
        chatting.take(new Mail.NoMore());
        return this;
    }

    /// Time passes, and what is due happens.
    ScriptedServer passes(Duration time) {
        now = now.plus(time);
        if (!now.isBefore(chatting.deadline())) {
            chatting.tick();
        }
        return this;
    }

    /// All that was shown since it was asked last, as plain lines.
    List<String> seen() {
        var lines = shown.stream().map(words::text).toList();
        shown.clear();
        return lines;
    }

    Optional<Exit> over() {
        return chatting.over();
    }
}
