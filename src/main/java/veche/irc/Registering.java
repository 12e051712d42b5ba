package veche.irc;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.PasswordRule;
import veche.account.PasswordRule.Problem;
import veche.account.PasswordsBusyException;
import veche.account.Proof;
import veche.account.Verification;
import veche.chat.Command;
import veche.chat.Command.AskForName;
import veche.chat.Command.MakeAccount;
import veche.event.Credential;
import veche.event.Refusal;
import veche.event.Refused;
import veche.name.Nickname;
import veche.wire.Message;

/// Makes accounts for clients, before they have come in or later
/// (https://ircv3.net/specs/extensions/account-registration). Belongs to the client's own thread.
final class Registering {

    private static final Logger log = LoggerFactory.getLogger(Registering.class);

    private static final String REGISTER = "REGISTER";
    private static final String VERIFY = "VERIFY";
    private static final String NOTHING = "*";
    private static final String NOT_NOW = "TEMPORARILY_UNAVAILABLE";
    private static final String NEVER = "DISALLOWED";

    private final Client client;
    private final House house;

    Registering(Client client) {
        this.client = client;
        this.house = client.house();
    }

    /// Whether clients can make accounts at all.
    static boolean isOpen(Settings settings) {
        return settings.accounts().registration() == veche.config.Accounts.Registration.OPEN;
    }

    /// Whether they can before they have come in. Where the server has a password, they cannot: it
    /// is asked for when they come in.
    static boolean isBeforeConnect(Settings settings) {
        return settings.accounts().registering().beforeConnect()
                && settings.irc().password().isEmpty();
    }

    /// `REGISTER NAME EMAIL PASSWORD`.
    void register(Parameters parameters) throws Refused, IOException, InterruptedException {
        var nick = nick();
        if (!mayNow(REGISTER)) {
            return;
        }
        if (nick.isEmpty()) {
            fail(REGISTER, "NEED_NICK", NOTHING, "Choose a nickname first");
            return;
        }
        var wanted = parameters.at(0).equals(NOTHING) ? nick.get().text() : parameters.at(0);
        var name = client.names().parseNickname(wanted);
        var isCustom = house.settings().accounts().registering().customName();
        if (name.isEmpty()) {
            fail(REGISTER, "BAD_ACCOUNT_NAME", wanted, "Nobody can be called so");
        } else if (!isCustom && !name.equals(nick)) {
            fail(
                    REGISTER,
                    "ACCOUNT_NAME_MUST_BE_NICK",
                    wanted,
                    "An account can only be called as you are");
        } else if (isGood(name.get(), parameters.at(2)) && isReachable(name.get(), parameters)) {
            register(name.get(), parameters.at(1), parameters.at(2));
        }
    }

    /// What the client is called, or wants to be.
    private Optional<Nickname> nick() {
        return client.session()
                .person()
                .map(person -> person.name())
                .or(client.registration()::wanted);
    }

    private boolean mayNow(String command) throws InterruptedException {
        var login =
                client.isWelcome()
                        ? client.session().account()
                        : client.registration()
                                .login()
                                .flatMap(it -> house.hub().accounts().find(it.account()));
        if (login.isPresent()) {
            var name = login.get().name().text();
            fail(command, "ALREADY_AUTHENTICATED", name, "You are logged in already");
            return false;
        }
        if (!client.isWelcome() && !isBeforeConnect(house.settings())) {
            client.fail(command, "COMPLETE_CONNECTION_REQUIRED", "Connect first");
            return false;
        }
        return true;
    }

    private boolean isGood(Nickname name, String password) throws InterruptedException {
        var rule = house.passwordRule();
        var problem = rule.problem(password, name);
        if (problem.isEmpty()) {
            return true;
        }
        fail(REGISTER, code(problem.get()), name.text(), words(problem.get(), rule));
        return false;
    }

    /// What is wrong with a password, for programs.
    static String code(Problem problem) {
        return problem == Problem.TOO_SHORT || problem == Problem.SAME_AS_NAME
                ? "WEAK_PASSWORD"
                : "UNACCEPTABLE_PASSWORD";
    }

    /// The same, for people.
    static String words(Problem problem, PasswordRule rule) {
        return switch (problem) {
            case TOO_SHORT -> "It needs at least " + rule.shortest() + " characters";
            case TOO_LONG -> "It is too long";
            case FORBIDDEN_CHARACTER -> "It has a character that cannot be seen";
            case SAME_AS_NAME -> "It is the same as the name";
            case LIKE_A_TOKEN -> "It looks like a token";
        };
    }

    private boolean isReachable(Nickname name, Parameters parameters) throws InterruptedException {
        var address = parameters.at(1);
        var isNone = address.equals(NOTHING) && house.verification().isEmpty();
        if (isNone || Verification.isAddress(address)) {
            return true;
        }
        fail(REGISTER, "INVALID_EMAIL", name.text(), "An e-mail address is needed");
        return false;
    }

    private void register(Nickname name, String address, String password)
            throws Refused, IOException, InterruptedException {
        try {
            requireFree(name);
            var credential = house.passwords().hash(password);
            if (house.verification().isPresent()) {
                send(house.verification().get(), name, credential, address);
            } else {
                complete(REGISTER, name, credential);
            }
        } catch (PasswordsBusyException busy) {
            fail(REGISTER, NOT_NOW, name.text(), "The server is too busy. Try again.");
        } catch (Refused refused) {
            explain(REGISTER, name, refused.refusal());
        }
    }

    /// Finds out early what would be refused anyway, before anything is done for it.
    private void requireFree(Nickname name) throws Refused, InterruptedException {
        var isOwn = client.session().person().filter(it -> it.name().equals(name)).isPresent();
        if (!isOwn || !isOpen(house.settings())) {
            client.session().perform(new AskForName(name));
        }
        var from = client.connection().remote().getAddress();
        if (house.verification().filter(it -> it.isReserved(name, from)).isPresent()) {
            throw new Refused(new Refusal.NameTaken(name));
        }
    }

    private void send(
            Verification verification, Nickname name, Credential credential, String address)
            throws InterruptedException {
        var from = client.connection().remote().getAddress();
        switch (verification.send(name, credential, address, from)) {
            case SENT ->
                    succeed(
                            REGISTER,
                            "VERIFICATION_REQUIRED",
                            name,
                            "A code is on its way to " + address + ". /VERIFY " + name + " CODE");
            case NO_SUCH_ADDRESS ->
                    fail(REGISTER, "UNACCEPTABLE_EMAIL", name.text(), "Nothing can be sent there");
            case NOT_NOW -> fail(REGISTER, NOT_NOW, name.text(), "No code can be sent now");
        }
    }

    /// `VERIFY NAME CODE`.
    void verify(Parameters parameters) throws IOException, InterruptedException {
        if (!mayNow(VERIFY)) {
            return;
        }
        var name = parameters.nickname(0);
        var credential =
                name.flatMap(it ->
                        house.verification().flatMap(all -> all.verify(it, parameters.at(1))));
        if (credential.isEmpty()) {
            fail(VERIFY, "INVALID_CODE", Texts.word(parameters.at(0)), "The code is not right");
            return;
        }
        try {
            complete(VERIFY, name.orElseThrow(), credential.get());
        } catch (Refused refused) {
            explain(VERIFY, name.orElseThrow(), refused.refusal());
        }
    }

    private void complete(String command, Nickname name, Credential credential)
            throws Refused, IOException, InterruptedException {
        if (client.isWelcome()) {
            client.login().register(new Command.Register(name, credential));
            succeed(command, "SUCCESS", name, "The account is yours");
        } else {
            client.session().perform(new MakeAccount(name, credential));
            succeed(command, "SUCCESS", name, "The account is yours");
            var made = house.hub().accounts().named(name);
            if (made.isPresent()) {
                var proof = new Proof.ByCredential(credential);
                client.login().hold(made.get(), proof, Optional.empty(), null);
            }
        }
        log.atInfo().addKeyValue("account", name).log("account registered");
    }

    private void explain(String command, Nickname name, Refusal refusal)
            throws InterruptedException {
        switch (refusal) {
            case Refusal.NameTaken _ ->
                    fail(command, "ACCOUNT_EXISTS", name.text(), "Somebody is called so");
            case Refusal.LooksLike(_, var taken) ->
                    fail(
                            command,
                            "BAD_ACCOUNT_NAME",
                            name.text(),
                            "It looks too much like " + taken);
            case Refusal.RegistrationClosed _ ->
                    fail(command, NEVER, name.text(), "Only the operator makes accounts here");
            case Refusal.AlreadyLoggedIn _ ->
                    fail(
                            command,
                            "ALREADY_AUTHENTICATED",
                            name.text(),
                            "You are logged in already");
            case Refusal.Failed _ ->
                    fail(command, NOT_NOW, name.text(), "It was not done. Try again.");
            default -> fail(command, NEVER, name.text(), "That account is not for you");
        }
    }

    private void succeed(String command, String code, Nickname name, String text)
            throws InterruptedException {
        client.send(Message.of(command, code, name.text(), text).withSource(house.server()));
    }

    private void fail(String command, String code, String account, String text)
            throws InterruptedException {
        client.fail(command, code, text, Texts.word(account));
    }
}
