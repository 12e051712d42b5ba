package veche.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import veche.wire.Message;
import veche.wire.Tokens;

/// The way in: which capabilities there are
/// (https://ircv3.net/specs/extensions/capability-negotiation), and who we are, by SASL PLAIN
/// (https://ircv3.net/specs/extensions/sasl-3.2) or by REGISTER
/// (https://ircv3.net/specs/extensions/account-registration). For the thread that owns the state.
final class Negotiation {

    /// How it ended.
    sealed interface Outcome {
        /// We are in.
        ///
        /// @param nick what we are called here
        /// @param capabilities those that are in use, with their values
        record Welcome(String nick, Map<String, String> capabilities) implements Outcome {}

        /// Name and password are not those of an account, or the token is not good any more.
        record Unknown() implements Outcome {}

        /// Somebody else has an account of this name.
        record Taken() implements Outcome {}

        /// Nobody can be called so here.
        ///
        /// @param why in the server's words
        record BadName(String why) implements Outcome {}

        /// It may not be.
        ///
        /// @param why in the server's words
        record Refused(String why) implements Outcome {}

        /// It can be tried again.
        record NotNow() implements Outcome {}

        /// It will never be.
        ///
        /// @param why in the server's words
        record Banned(String why) implements Outcome {}
    }

    private static final String SASL = "sasl";
    private static final String REGISTRATION = "draft/account-registration";
    private static final Set<String> WANTED =
            Set.of(
                    "away-notify",
                    "batch",
                    "cap-notify",
                    "draft/chathistory",
                    "draft/message-redaction",
                    "draft/multiline",
                    "draft/read-marker",
                    REGISTRATION,
                    "echo-message",
                    "labeled-response",
                    "message-tags",
                    "multi-prefix",
                    SASL,
                    "server-time",
                    "soju.im/search",
                    "standard-replies",
                    "veche.chat/sessions",
                    "znc.in/self-message");

    /// https://ircv3.net/specs/extensions/sasl-3.1#the-authenticate-command
    private static final int CHUNK = 400;

    /// How many other names are tried where the own one is in use.
    private static final int MOST_OTHERS = 3;

    /// In code points: to a name as long as this nothing is added, as that may be too much.
    private static final int LONG_NAME = 9;

    private final Wire wire;
    private final String name;
    private final Credentials credentials;
    private final Map<String, String> offered = new LinkedHashMap<>();
    private final Set<String> enabled = new TreeSet<>();
    private int asked;
    private int others;
    private boolean loggedIn;
    private String nick;

    Negotiation(Wire wire, String name, Credentials credentials) {
        this.wire = wire;
        this.name = name;
        this.credentials = credentials;
        this.nick = name;
    }

    void begin() {
        send("CAP", "LS", "302");
        send("NICK", name);
        send("USER", "veche", "0", "*", name);
    }

    private void send(String command, String... parameters) {
        wire.send(Message.of(command, parameters));
    }

    /// Takes a line.
    ///
    /// @return how it ended, if it has
    Optional<Outcome> take(Incoming line) {
        return switch (line.command()) {
            case "CAP" -> {
                capabilities(line);
                yield Optional.empty();
            }
            case "AUTHENTICATE" -> {
                authenticate();
                yield Optional.empty();
            }
            case "903" -> {
                loggedIn = true;
                yield end();
            }
            case "REGISTER" -> registered(line);
            case "PING" -> {
                send("PONG", line.text());
                yield Optional.empty();
            }
            case "902", "904", "905", "906", "908" -> Optional.of(new Outcome.Unknown());
            case "FAIL" -> failed(line);
            case "433" -> inUse();
            case "432" -> Optional.of(new Outcome.BadName(line.text()));
            case "465" -> Optional.of(new Outcome.Banned(line.text()));
            case "437", "464" -> Optional.of(new Outcome.Refused(line.text()));
            case "001" -> Optional.of(new Outcome.Welcome(line.at(0), enabled()));
            default -> Optional.empty();
        };
    }

    private Map<String, String> enabled() {
        return enabled.stream()
                .collect(Collectors.toMap(it -> it, it -> offered.getOrDefault(it, "")));
    }

    private void capabilities(Incoming line) {
        switch (line.at(1)) {
            case "LS" -> {
                for (var capability : Tokens.words(line.text())) {
                    var equals = capability.indexOf('=');
                    offered.put(
                            equals < 0 ? capability : capability.substring(0, equals),
                            equals < 0 ? "" : capability.substring(equals + 1));
                }
                if (!line.at(2).equals("*")) {
                    request();
                }
            }
            case "ACK" -> {
                enabled.addAll(Tokens.words(line.text()));
                answered();
            }
            case "NAK" -> answered();
            default -> {}
        }
    }

    private void request() {
        var wanted = offered.keySet().stream().filter(WANTED::contains).toList();
        var lists = Tokens.lists(wanted, ' ', CHUNK);
        asked = lists.size();
        lists.forEach(list -> send("CAP", "REQ", list));
        if (lists.isEmpty()) {
            identify();
        }
    }

    private void answered() {
        if (--asked == 0) {
            identify();
        }
    }

    private void identify() {
        switch (credentials) {
            case Credentials.Token _, Credentials.Password _ when enabled.contains(SASL) ->
                    send("AUTHENTICATE", "PLAIN");
            case Credentials.NewAccount(var password) when mayRegister() ->
                    send("REGISTER", name, "*", password);
            default -> end();
        }
    }

    /// Whether the server makes accounts before one is in.
    private boolean mayRegister() {
        return Tokens.items(offered.getOrDefault(REGISTRATION, "")).contains("before-connect");
    }

    private void authenticate() {
        var secret =
                switch (credentials) {
                    case Credentials.Token(var token) -> token.secret();
                    case Credentials.Password(var password) -> password;
                    default -> "";
                };
        var plain = (name + "\0" + name + "\0" + secret).getBytes(UTF_8);
        var encoded = Base64.getEncoder().encodeToString(plain);
        for (var start = 0; start <= encoded.length(); start += CHUNK) {
            var chunk = encoded.substring(start, Math.min(encoded.length(), start + CHUNK));
            send("AUTHENTICATE", chunk.isEmpty() ? "+" : chunk);
        }
    }

    private Optional<Outcome> registered(Incoming line) {
        if (line.at(0).equals("SUCCESS")) {
            loggedIn = true;
            return end();
        }
        return Optional.of(new Outcome.Refused(line.text()));
    }

    private Optional<Outcome> failed(Incoming line) {
        if (!List.of("REGISTER", "AUTHENTICATE").contains(line.at(0))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (line.at(1)) {
                    case "ACCOUNT_EXISTS" -> new Outcome.Taken();
                    case "TEMPORARILY_UNAVAILABLE" -> new Outcome.NotNow();
                    default -> new Outcome.Refused(line.text());
                });
    }

    private Optional<Outcome> end() {
        if (!nick.equals(name) && loggedIn) {
            nick = name;
            send("NICK", nick);
        }
        send("CAP", "END");
        return Optional.empty();
    }

    /// The name may be ours, and free as soon as we are logged in.
    private Optional<Outcome> inUse() {
        if (++others > MOST_OTHERS) {
            return Optional.of(new Outcome.Taken());
        }
        var kept =
                name.codePointCount(0, name.length()) < LONG_NAME
                        ? name.length()
                        : name.offsetByCodePoints(0, LONG_NAME - others);
        nick = name.substring(0, kept) + "_".repeat(others);
        send("NICK", nick);
        return Optional.empty();
    }

    /// Whether somebody is logged in, and not a guest.
    boolean isLoggedIn() {
        return loggedIn;
    }

    /// Whether unknown names can become accounts here.
    boolean registers() {
        return mayRegister();
    }
}
