package veche.irc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.PasswordsBusyException;
import veche.chat.Command;
import veche.config.IrcOperator;
import veche.config.Privilege;
import veche.event.Credential;
import veche.event.Refused;
import veche.event.Text;

/// What operators do: OPER, KILL, WALLOPS, REHASH, DIE, UBAN. See
/// https://modern.ircdocs.horse/#operator-messages
final class OperatorVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.after("OPER", 2, OperatorVerbs::oper),
                    Verb.after("KILL", 1, Operators.only(Privilege.KILL, OperatorVerbs::kill)),
                    Verb.after("WALLOPS", 1, OperatorVerbs::wallops),
                    Verb.after(
                            "REHASH", 0, Operators.only(Privilege.REHASH, OperatorVerbs::rehash)),
                    Verb.after("DIE", 0, Operators.only(Privilege.STOP, OperatorVerbs::die)),
                    Verb.after("UBAN", 1, Operators.only(Privilege.BAN, OperatorVerbs::ban)));

    private static final Logger log = LoggerFactory.getLogger(OperatorVerbs.class);

    private OperatorVerbs() {}

    private static void oper(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        client.session().settle();
        var all = client.house().settings().operators();
        if (all.all().isEmpty()) {
            client.reply(Numeric.NO_OPERATOR_HOST);
            return;
        }
        var known = all.named(parameters.at(0));
        try {
            var hash = new Credential(known.orElse(all.all().getFirst()).password());
            var right = isRight(client, parameters.at(1), hash, known.isPresent());
            if (known.isEmpty() || !right) {
                client.reply(Numeric.PASSWORD_MISMATCH);
            } else if (!isAtHome(client, known.get())) {
                client.reply(Numeric.NO_OPERATOR_HOST);
            } else {
                become(client, known.get());
            }
        } catch (PasswordsBusyException busy) {
            client.reply(Numeric.TRY_AGAIN, "OPER");
        }
    }

    /// Whether a password is right. Where nobody has the name, that of somebody else is looked at,
    /// so that it takes as long.
    private static boolean isRight(Client client, String password, Credential hash, boolean isKnown)
            throws PasswordsBusyException, InterruptedException {
        var house = client.house();
        var connection = client.connection();
        var from = connection.remote().getAddress();
        try (var attempt =
                house.wrongPasswords().attempt(from, Optional.empty(), connection::wake)) {
            // Ends when those before it are answered and its delay is over, or when the client is
            // let go.
            if (connection.awaitEnd(attempt::hasTurn) || connection.awaitEnd(attempt.delay())) {
                return false;
            }
            var right = house.passwords().matches(password, hash) && isKnown;
            if (!right) {
                attempt.wrong();
            }
            return right;
        }
    }

    /// Whether an operator has the account and the certificate that they need.
    private static boolean isAtHome(Client client, IrcOperator operator) throws Refused {
        var login = client.person().author().login();
        return operator.account()
                        .filter(name -> login.filter(it -> it.name().equals(name)).isEmpty())
                        .isEmpty()
                && operator.certificate()
                        .filter(it -> !client.connection().certificate().equals(Optional.of(it)))
                        .isEmpty();
    }

    private static void become(Client client, IrcOperator operator)
            throws Refused, InterruptedException {
        client.house().operators().add(client.person().id(), operator);
        client.session().perform(new Command.BecomeOperator());
        client.reply(Numeric.YOU_ARE_OPERATOR);
        log.atInfo()
                .addKeyValue("nickname", client.nick())
                .addKeyValue("operator", operator.name())
                .log("became operator");
    }

    private static void kill(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        var whom = parameters.nickname(0);
        if (whom.isEmpty()) {
            client.reply(Numeric.NO_SUCH_NICK, Texts.word(parameters.at(0)));
            return;
        }
        var why = parameters.at(1).isEmpty() ? "" : " (" + parameters.at(1) + ")";
        var words = Texts.cut("Killed by " + client.nick() + why, Support.LONGEST_WORDS);
        client.house().hub().perform(new Command.Expel(whom.get(), Text.parse(words)));
        log.atInfo()
                .addKeyValue("operator", Operators.name(client))
                .addKeyValue("nickname", whom.get())
                .log("killed");
    }

    private static void wallops(Client client, Parameters parameters) throws InterruptedException {
        var words = parameters.text(0);
        if (words.isEmpty()) {
            client.reply(Numeric.NEED_MORE_PARAMETERS, "WALLOPS");
        } else {
            client.ask(new Command.Warn(words.get()));
        }
    }

    private static void rehash(Client client, Parameters parameters) throws InterruptedException {
        client.reply(Numeric.REHASHING, "veche.toml");
        ConsoleVerbs.command(client, "rehash");
    }

    private static void die(Client client, Parameters parameters) {
        ConsoleVerbs.command(client, "stop -- " + parameters.at(0));
    }

    /// The console's `ban`, but that a reason may begin with a dash.
    private static void ban(Client client, Parameters parameters) {
        var rest = String.join(" ", parameters.from(1));
        var isList = parameters.at(0).equalsIgnoreCase("list");
        var subcommand = parameters.at(0).toLowerCase(Locale.ROOT);
        ConsoleVerbs.command(client, "ban " + subcommand + (isList ? "" : " -- " + rest));
    }
}
