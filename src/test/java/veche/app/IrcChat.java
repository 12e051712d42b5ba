package veche.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Acts out a conversation between IRC clients, people with netcat and a real server, line by line:
///
/// ```
/// ann +                   ann comes as a guest, and has read what every client is told
/// ann + caps: a b         she has asked for these capabilities before
/// ann + login caps: a b   she has logged in to the account ann as well
/// ann ^                   ann connects, and says nothing
/// ann > words             ann sends a line
/// ann < words             the very next line that ann reads
/// ann ~ words             ann reads on up to this line
/// ann !                   the server has hung up
/// ann -                   ann quits, and the server has noticed
/// netcat:bob + - ^ > < ! ?   a step of somebody with netcat, as in [Chat]
/// ```
///
/// In what is expected, `…` is any text, and `<name>` any word, which can be used by that name
/// further down, in what is sent too. The server's name at the beginning of a line may be left out,
/// and of a person's source all but the nickname: `:ann JOIN #tea` is also `:ann!~u@example JOIN
/// #tea`. A digit at the end of a name makes another client of the same account.
///
/// What one IRC client sends is done before another sends anything. At the end each pings: had it
/// been told anything more, the pong would not come next.
final class IrcChat implements AutoCloseable {

    private static final Pattern STEP =
            Pattern.compile("(netcat:)?([^\\s:]+) ([-+^><~!?])(?: (.*))?");
    private static final Pattern ARRIVAL = Pattern.compile("(login)? ?(?:caps: (.*))?");
    private static final Pattern SOURCE = Pattern.compile("^(@\\S+ )?:([^ !]+)!\\S+ ");

    /// A last parameter that would do without its colon.
    private static final Pattern COLON = Pattern.compile(" :([^ :][^ ]*)$");

    private static final Pattern SERVER = Pattern.compile("^(@\\S+ )?:[^ !]+\\.[^ !]+ ");

    private final InetSocketAddress address;
    private final Chat netcat;
    private final Map<String, IrcClient> clients = new LinkedHashMap<>();
    private final Remembered remembered = new Remembered();
    private @Nullable IrcClient speaker;

    /// @param line where people with netcat come in
    IrcChat(InetSocketAddress irc, InetSocketAddress line) {
        this.address = irc;
        this.netcat = new Chat(line);
    }

    /// Acts out a scene. Whoever is still here afterwards has been told nothing that is not in it.
    IrcChat scene(String script) throws IOException {
        for (var line : script.lines().toList()) {
            if (!line.isBlank()) {
                act(line.stripLeading());
            }
        }
        // In the first round everything that was asked for is done, and the second is after it.
        for (var round = 1; round <= 2; round++) {
            for (var client : clients.values()) {
                client.assertToldNothingMore();
            }
            netcat.assertToldNothingMore();
        }
        return this;
    }

    /// Lets a client be somebody in the next scenes that has connected otherwise, such as by TLS.
    IrcChat with(String who, IrcClient client) throws IOException {
        awaitOthers(null);
        clients.put(who, client);
        return this;
    }

    /// A word that was remembered by that name.
    String word(String name) {
        return remembered.fill("<" + name + ">");
    }

    IrcClient person(String who) {
        var client = clients.get(who);
        return client != null ? client : fail(who + " is not here");
    }

    private void act(String line) throws IOException {
        var step = STEP.matcher(line);
        assertThat(step.matches()).as("a step of the script: %s", line).isTrue();
        var who = step.group(2);
        var what = step.group(3).charAt(0);
        var words = step.group(4) == null ? "" : step.group(4);
        if (step.group(1) != null) {
            awaitOthers(null);
            netcat.act(who, what, what == '>' ? remembered.fill(words) : words);
        } else {
            act(who, what, words);
        }
    }

    private void act(String who, char what, String words) throws IOException {
        switch (what) {
            case '+' -> arrive(who, words);
            case '^' -> connect(who);
            case '>' -> {
                awaitOthers(person(who));
                speaker = person(who);
                person(who).send(remembered.fill(words));
            }
            case '<' -> expect(who, words, person(who).readLine());
            case '~' -> readUntil(who, words);
            case '!' -> gone(who).expectEnd();
            case '-' -> {
                awaitOthers(person(who));
                gone(who).leave();
            }
            default -> fail("no such step: " + what);
        }
    }

    private IrcClient connect(String who) throws IOException {
        with(who, IrcClient.connect(address));
        return person(who);
    }

    private void arrive(String who, String words) throws IOException {
        var how = ARRIVAL.matcher(words);
        assertThat(how.matches()).as("a way to come: %s", words).isTrue();
        var capabilities = how.group(2) == null ? "" : how.group(2);
        var client = connect(who);
        if (how.group(1) == null) {
            client.register(who, capabilities);
        } else {
            var account = who.replaceAll("[0-9]+$", "");
            client.logIn(account, account, Chat.PASSWORD, capabilities);
        }
    }

    private IrcClient gone(String who) {
        var client = person(who);
        clients.remove(who);
        if (client.equals(speaker)) {
            speaker = null;
        }
        return client;
    }

    /// Waits until what somebody else has sent before is done.
    private void awaitOthers(@Nullable IrcClient next) throws IOException {
        if (speaker != null && !speaker.equals(next)) {
            speaker.settle();
        }
    }

    private void expect(String who, String expected, String line) {
        if (!isExpected(expected, line)) {
            assertThat(line)
                    .as("what %s reads after:\n%s", who, person(who).transcript())
                    .isEqualTo(expected);
        }
    }

    private void readUntil(String who, String expected) throws IOException {
        while (!isExpected(expected, person(who).readLine())) {
            // Lines that this scene is not about.
        }
    }

    private boolean isExpected(String expected, String line) {
        return ways(line).anyMatch(way -> remembered.matches(expected, way));
    }

    /// Whether a line is the expected one, in which nothing is remembered.
    static boolean isLine(String expected, String line) {
        var nothing = new Remembered();
        return ways(line).anyMatch(way -> nothing.matches(expected, way));
    }

    /// The ways in which a line may stand in a script.
    private static Stream<String> ways(String line) {
        return Stream.of(
                        line,
                        SOURCE.matcher(line).replaceFirst("$1:$2 "),
                        SERVER.matcher(line).replaceFirst("$1"))
                .flatMap(way -> Stream.of(way, COLON.matcher(way).replaceFirst(" $1")));
    }

    @Override
    public void close() throws IOException {
        for (var client : clients.values()) {
            client.close();
        }
        netcat.close();
    }
}
