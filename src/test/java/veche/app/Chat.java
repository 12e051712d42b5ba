package veche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Acts out a conversation between people and a real server, line by line:
///
/// ```
/// ann +              ann comes: she connects, registers or logs in, and has seen who is here
/// ann ^              ann connects, and is asked for her name
/// ann > words        ann sends a line
/// ann < words        the very next line that ann reads
/// ann ? words        the very next thing that ann reads is this prompt, with no line end behind it
/// ann < …            some line or other; a … at the end of words stands for any rest
/// ann !              the server has hung up
/// ann -              ann hangs up, and the server has noticed
/// ```
///
/// A time such as `[12:03]` is left out in what is expected. At the end each client asks for
/// something that the server refuses: had it been told anything more, the refusal would not come
/// next.
final class Chat implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    private static final Pattern STEP = Pattern.compile("(\\S+) ([-+^><?!])(?: (.*))?");

    private final InetSocketAddress address;
    private final Map<String, Client> people = new LinkedHashMap<>();

    Chat(InetSocketAddress address) {
        this.address = address;
    }

    /// Acts out a scene. Whoever is still here afterwards has been told nothing that is not in it.
    Chat scene(String script) throws IOException {
        for (var line : script.strip().lines().toList()) {
            var step = STEP.matcher(line.strip());
            assertThat(step.matches()).as("a step of the script: %s", line).isTrue();
            var words = step.group(3) == null ? "" : step.group(3);
            act(step.group(1), step.group(2).charAt(0), words);
        }
        assertToldNothingMore();
        return this;
    }

    /// Whoever is here has read everything that they were told.
    void assertToldNothingMore() throws IOException {
        for (var client : people.values()) {
            client.assertToldNothingMore();
        }
    }

    Client person(String who) {
        var client = people.get(who);
        return client != null ? client : fail(who + " is not here");
    }

    private Client gone(String who) {
        var client = person(who);
        people.remove(who);
        return client;
    }

    /// Acts out one step of a script.
    void act(String who, char what, String words) throws IOException {
        switch (what) {
            case '+' -> people.put(who, Client.arrive(address, name(who), PASSWORD));
            case '^' -> people.put(who, Client.connect(address));
            case '>' -> person(who).send(words);
            case '<' -> person(who).expectLine(words);
            case '?' -> person(who).expectPrompt(words);
            case '!' -> gone(who).expectEnd();
            case '-' -> gone(who).leave();
            default -> fail("no such step: " + what);
        }
    }

    /// `ann2` is another client of `ann`'s.
    private static String name(String who) {
        return who.replaceAll("[0-9]+$", "");
    }

    @Override
    public void close() throws IOException {
        for (var client : people.values()) {
            client.close();
        }
    }
}
