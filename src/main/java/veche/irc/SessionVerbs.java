package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.account.PasswordsBusyException;
import veche.account.Token;
import veche.chat.Command;
import veche.chat.Session;
import veche.event.Refused;
import veche.net.Reason;
import veche.wire.Message;

/// By what and from where somebody is logged in, for programs: TOKEN, SESSION, PASSWORD. They are
/// Veche's own, and `docs/protocol.md` describes them. Runs on the client's own thread.
final class SessionVerbs {

    private static final String TOKEN = "TOKEN";
    private static final String SESSION = "SESSION";
    private static final String PASSWORD = "PASSWORD";

    static final List<Verb> ALL =
            List.of(
                    Verb.after(TOKEN, 1, of(SessionVerbs::token)),
                    Verb.after(SESSION, 1, of(SessionVerbs::session)),
                    Verb.after(PASSWORD, 2, of(SessionVerbs::password)));

    private static final Logger log = LoggerFactory.getLogger(SessionVerbs.class);

    /// Stands where there is nothing.
    private static final String NOTHING = "*";

    private SessionVerbs() {}

    /// Something that is done for the owner of an account.
    private interface Deed {
        void run(Client client, Account account, Parameters parameters)
                throws Refused, InterruptedException;
    }

    private static Verb.Action of(Deed deed) {
        return (client, parameters) -> {
            client.session().settle();
            var account = client.session().account();
            if (account.isPresent()) {
                deed.run(client, account.get(), parameters);
            } else {
                client.fail(
                        parameters.message().command(),
                        "ACCOUNT_REQUIRED",
                        "You need to be logged in to an account");
            }
        };
    }

    private static void token(Client client, Account account, Parameters parameters)
            throws Refused, InterruptedException {
        switch (parameters.at(0).toUpperCase(Locale.ROOT)) {
            case "CREATE" -> create(client, parameters.at(1));
            case "LIST" -> {
                try (var _ = client.output().batch("veche.chat/tokens")) {
                    for (var token : client.house().state().tokens().of(account.id())) {
                        client.output().send(entry(client, token));
                    }
                }
            }
            case "REVOKE" -> revoke(client, parameters.at(1));
            default -> client.fail(TOKEN, "INVALID_PARAMS", "Invalid parameters");
        }
    }

    private static void create(Client client, String written) throws Refused, InterruptedException {
        var label = Token.label(written);
        if (label.isEmpty()) {
            client.fail(
                    TOKEN,
                    "INVALID_LABEL",
                    "A label has 1 to " + Token.LONGEST_LABEL + " characters",
                    NOTHING);
            return;
        }
        var made = ClientTokens.make(client, label.get());
        client.send(
                line(
                        client,
                        TOKEN,
                        "CREATED",
                        Long.toString(made.token().id()),
                        made.secret(),
                        label.get().value()));
    }

    private static Message entry(Client client, Token token) {
        return line(
                client,
                TOKEN,
                "ENTRY",
                Long.toString(token.id()),
                ServerTime.text(token.made()),
                token.used().map(ServerTime::text).orElse(NOTHING),
                token.label().value());
    }

    private static void revoke(Client client, String word) throws Refused, InterruptedException {
        var id = ClientTokens.id(word);
        if (id.isEmpty()) {
            client.fail(TOKEN, "INVALID_PARAMS", "That is no number of a token");
            return;
        }
        var isMine = ClientTokens.revoke(client, id.get());
        client.send(line(client, TOKEN, "REVOKED", Long.toString(id.get())));
        if (isMine) {
            ClientTokens.letGo(client);
        }
    }

    private static void session(Client client, Account account, Parameters parameters)
            throws Refused, InterruptedException {
        var all = Connected.sessions(client.house(), account);
        switch (parameters.at(0).toUpperCase(Locale.ROOT)) {
            case "LIST" -> {
                try (var _ = client.output().batch("veche.chat/sessions")) {
                    all.forEach(session -> client.output().send(entry(client, session)));
                }
            }
            case "END" -> {
                var number = parameters.at(1);
                var session = all.stream().filter(it -> Connected.is(it, number)).findFirst();
                if (session.isPresent()) {
                    end(client, session.get(), number);
                } else {
                    client.fail(
                            SESSION, "NO_SUCH_SESSION", "There is no such session", word(number));
                }
            }
            default -> client.fail(SESSION, "INVALID_PARAMS", "Invalid parameters");
        }
    }

    private static String word(String written) {
        return written.isEmpty() ? NOTHING : Texts.word(written);
    }

    private static Message entry(Client client, Session session) {
        var connection = session.connection().orElseThrow();
        return line(
                client,
                SESSION,
                "ENTRY",
                Long.toString(connection.id()),
                session == client.session() ? "this" : "other",
                connection.protocol(),
                ServerTime.text(connection.since()),
                Texts.host(connection.remote().getAddress()),
                session.device().orElse(NOTHING),
                session.token().map(id -> Long.toString(id)).orElse(NOTHING),
                // What kind of client it is nobody has asked it.
                "");
    }

    /// Whoever asks is told before they go themselves.
    private static void end(Client client, Session session, String number)
            throws Refused, InterruptedException {
        var isMine = session == client.session();
        if (!isMine) {
            session.letGo(Reason.SESSION_ENDED);
        }
        Connected.revoke(client, List.of(session));
        client.send(line(client, SESSION, "ENDED", number));
        if (isMine) {
            session.letGo(Reason.SESSION_ENDED);
        }
    }

    /// Both as they are, or, since a word in the middle of a line has no spaces, in base64.
    private static void password(Client client, Account account, Parameters parameters)
            throws Refused, InterruptedException {
        if (parameters.size() != 3 || !parameters.at(0).equals(NOTHING)) {
            password(client, account, parameters.at(0), parameters.at(1));
            return;
        }
        var present = decoded(parameters.at(1));
        var next = decoded(parameters.at(2));
        if (present.isPresent() && next.isPresent()) {
            password(client, account, present.get(), next.get());
        } else {
            client.fail(PASSWORD, "INVALID_PARAMS", "That is no base64 of UTF-8");
        }
    }

    private static Optional<String> decoded(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | CharacterCodingException nonsense) {
            return Optional.empty();
        }
    }

    /// Only who knows the password can change it: a token does not stand for it.
    private static void password(Client client, Account account, String present, String next)
            throws Refused, InterruptedException {
        switch (client.proofs().passwordAlone(account, present)) {
            case Proofs.Verdict.Right _ -> change(client, account, next);
            case Proofs.Verdict.Wrong() -> {
                client.fail(PASSWORD, "WRONG_PASSWORD", "That is not your password");
                if (client.proofs().areExhausted()) {
                    client.connection().letGo(Reason.LOGIN_FAILED, "");
                }
            }
            case Proofs.Verdict.Busy() -> busy(client);
            case Proofs.Verdict.Gone() -> {}
        }
    }

    private static void change(Client client, Account account, String next)
            throws Refused, InterruptedException {
        var rule = client.house().passwordRule();
        var problem = rule.problem(next, account.name());
        if (problem.isPresent()) {
            client.fail(
                    PASSWORD,
                    Registering.code(problem.get()),
                    Registering.words(problem.get(), rule));
            return;
        }
        try {
            var credential = client.house().passwords().hash(next);
            client.perform(new Command.ChangePassword(account.credential(), credential));
            client.send(line(client, PASSWORD, "CHANGED"));
            log.atInfo().addKeyValue("account", account.name()).log("password changed");
        } catch (PasswordsBusyException busy) {
            busy(client);
        }
    }

    private static void busy(Client client) throws InterruptedException {
        client.fail(PASSWORD, "TEMPORARILY_UNAVAILABLE", "The server is too busy. Try again.");
    }

    private static Message line(Client client, String command, String... parameters) {
        return Message.of(command, parameters).withSource(client.house().server());
    }
}
