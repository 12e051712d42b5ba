package veche.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import veche.wire.Message;
import veche.wire.Tokens;
import veche.wire.Utf8;

/// One time that we are at the server, from its welcome to the end of the connection. For the
/// thread that owns the state.
final class Visit {

    private static final int TARGETS = 100;

    private static final int CLASSIC = 512;

    /// What the server adds in front when it hands a line on: `:nick!user@host` and spaces.
    private static final int SOURCE = 120;

    /// What a batch of the past is for, in the order in which it was asked for.
    record Question(Purpose purpose, String target) {

        /// Whether it is about what was said to us alone while we were away.
        boolean isPrivate() {
            return purpose == Purpose.TARGETS
                    || (purpose == Purpose.MISSED && !Conversations.isChannel(target));
        }
    }

    enum Purpose {
        /// The end of a conversation, for whoever comes.
        LATEST,
        /// What was missed.
        MISSED,
        /// With whom something was said.
        TARGETS,
        /// What somebody wants to read once more.
        ASKED,
        /// What somebody wants to read that was said before.
        OLDER;

        /// Whether somebody waits for the answer.
        boolean isAsked() {
            return this == ASKED || this == OLDER;
        }
    }

    private final Wire wire;
    private final Map<String, String> capabilities;
    private final Map<String, String> support = new HashMap<>();
    private final Deque<Question> questions = new ArrayDeque<>();
    private final Saying saying;
    private String nick;
    private boolean isSmall = true;
    private boolean ready;
    private boolean knowsTargets;

    /// @param capabilities those that are in use, with their values
    Visit(Wire wire, String nick, Map<String, String> capabilities) {
        this.wire = wire;
        this.nick = nick;
        this.capabilities = capabilities;
        saying = new Saying(this);
    }

    /// How something is said here.
    Saying saying() {
        return saying;
    }

    boolean has(String capability) {
        return capabilities.containsKey(capability);
    }

    /// The value of a capability that is in use.
    Optional<String> value(String capability) {
        return Optional.ofNullable(capabilities.get(capability));
    }

    boolean isMe(String name, Conversations names) {
        return names.same(name, nick);
    }

    String nick() {
        return nick;
    }

    void nick(String changed) {
        nick = changed;
    }

    /// Takes what RPL_ISUPPORT says.
    void supports(List<String> tokens) {
        for (var token : tokens) {
            var equals = token.indexOf('=');
            if (equals > 0) {
                support.put(
                        token.substring(0, equals), Tokens.unescape(token.substring(equals + 1)));
            }
        }
    }

    Optional<String> support(String token) {
        return Optional.ofNullable(support.get(token));
    }

    /// A number of RPL_ISUPPORT; another one if there is none.
    int support(String token, int otherwise) {
        return support(token)
                .filter(it -> it.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /// Sends a line, but for one with a name in it that cannot stand in a line: there is nothing of
    /// that name at any server.
    void send(String command, String... parameters) {
        if (isSendable(parameters)) {
            wire.send(Message.of(command, parameters));
        }
    }

    private static boolean isSendable(String... parameters) {
        return Stream.of(parameters)
                .limit(Math.max(0, parameters.length - 1))
                .allMatch(Visit::isWord);
    }

    /// Whether a text can stand in the middle of a line.
    static boolean isWord(String text) {
        return !text.isEmpty()
                && text.charAt(0) != ':'
                && text.chars().noneMatch(c -> c == ' ' || c == 0 || c == '\r' || c == '\n');
    }

    void send(Message message) {
        wire.send(message);
    }

    /// How many bytes of text a line to somebody has room for.
    int room(String target) {
        var line = Math.max(CLASSIC, support("LINELEN", CLASSIC));
        return Math.max(100, line - SOURCE - Utf8.length("PRIVMSG " + target + " :\r\n"));
    }

    /// Asks for the past. Answers come in the order of the questions.
    void ask(Purpose purpose, String target, List<String> parameters) {
        var all = parameters.toArray(String[]::new);
        if (isSendable(all)) {
            questions.add(new Question(purpose, target));
            send("CHATHISTORY", all);
        }
    }

    Optional<Question> answered() {
        return Optional.ofNullable(questions.poll());
    }

    /// Of how many conversations the server tells at once.
    int targets() {
        var most = support("CHATHISTORY", TARGETS);
        return most == 0 ? TARGETS : Math.min(most, TARGETS);
    }

    /// Asks with whom something was said.
    ///
    /// @param now what is later than this by a day was not said, however the clocks differ
    void askTargets(Instant from, Instant now) {
        ask(
                Purpose.TARGETS,
                "",
                List.of(
                        "TARGETS",
                        "timestamp=" + ServerTime.text(from),
                        "timestamp=" + ServerTime.text(now.plus(Duration.ofDays(1))),
                        Integer.toString(targets())));
    }

    /// Whether the welcome is over.
    boolean isReady() {
        return ready;
    }

    void ready() {
        ready = true;
    }

    /// Whether we know which private conversations have to be caught up with.
    boolean knowsTargets() {
        return knowsTargets;
    }

    void targetsKnown() {
        knowsTargets = true;
    }

    /// Takes how many channels there are, by RPL_LUSERCHANNELS.
    void channels(String number) {
        isSmall = number.matches("[0-9]{1,2}");
    }

    /// Whether there are so few channels that all of them can be shown.
    boolean isSmall() {
        return isSmall;
    }

    void close() {
        wire.close();
    }
}
