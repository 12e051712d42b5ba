package veche.irc;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Identity;
import veche.chat.Command;
import veche.chat.Command.Enter;
import veche.chat.Command.LogIn;
import veche.chat.Command.SetRealname;
import veche.config.Privacy;
import veche.event.Refusal;
import veche.event.Refused;
import veche.event.Text;
import veche.irc.Proofs.Verdict;
import veche.name.Nickname;
import veche.net.Reason;

/// How a client says who it is: NICK and USER in any order, a password if the server wants one,
/// and, if it likes, what it is capable of and to which account it belongs. Belongs to the client's
/// own thread. See https://modern.ircdocs.horse/#connection-registration
final class Registration {

    private static final Logger log = LoggerFactory.getLogger(Registration.class);

    /// The longest user name, in characters.
    private static final int LONGEST_USER = 10;

    private final House house;
    private final Client client;
    private volatile @Nullable Nickname nickname;
    private @Nullable Nickname wanted;
    private @Nullable String user;
    private @Nullable Text realname;
    private boolean admitted;
    private @Nullable String claim;
    private boolean negotiating;

    /// Written by the client's own thread.
    private volatile int version;

    private Command.@Nullable Login login;

    Registration(House house, Client client) {
        this.house = house;
        this.client = client;
    }

    /// What the client wants to be called.
    Optional<String> nick() {
        return Optional.ofNullable(nickname).map(Nickname::text);
    }

    /// The client wants to know what there is; registration waits until it has said `CAP END`.
    void negotiate() {
        negotiating = true;
    }

    /// The client speaks a version of the negotiation; the highest that it has named counts.
    void speaks(int spoken) {
        version = Math.max(version, spoken);
    }

    void negotiated() {
        negotiating = false;
    }

    /// The version of the capability negotiation that the client speaks. Any thread.
    int version() {
        return version;
    }

    /// A password: that of the server, or, as `NAME:PASSWORD`, that of an account, for clients
    /// without SASL. A client may give both.
    void password(String text) {
        var wanted = house.settings().irc().password();
        if (wanted.isPresent() && Texts.isSame(wanted.get(), text)) {
            admitted = true;
        } else {
            claim = text;
        }
    }

    /// Whose account it is, as the client has proved. Null if it has not, or takes that back.
    void login(Command.@Nullable Login proven) {
        login = proven;
    }

    Optional<Command.Login> login() {
        return Optional.ofNullable(login);
    }

    /// What the client wanted to be called last, whether it can be or not.
    Optional<Nickname> wanted() {
        return Optional.ofNullable(wanted);
    }

    /// As the client has given it.
    Optional<Text> realname() {
        return Optional.ofNullable(realname);
    }

    void nick(Parameters parameters) throws InterruptedException {
        var next = client.names().parseNickname(parameters.at(0));
        wanted = next.orElse(wanted);
        if (parameters.at(0).isEmpty()) {
            client.reply(Numeric.NO_NICKNAME_GIVEN);
        } else if (next.isEmpty()) {
            client.send(client.refusals().erroneous(parameters.at(0)));
        } else if (isTaken(next.get())) {
            client.reply(Numeric.NICKNAME_IN_USE, next.get().text());
        } else {
            nickname = next.get();
        }
    }

    /// Whether a guest is called so. Who it is that belongs to an account, by its name or logged in
    /// to it, is looked at when the client has said everything, since it may be theirs, too.
    private boolean isTaken(Nickname name) {
        return house.state()
                .named(name)
                .filter(person -> person.author().login().isEmpty())
                .isPresent();
    }

    void user(Parameters parameters) throws InterruptedException {
        if (parameters.at(0).isEmpty() || parameters.at(3).isEmpty()) {
            client.reply(Numeric.NEED_MORE_PARAMETERS, "USER");
            return;
        }
        var device = Identity.parse(parameters.at(0), client.names()).device();
        if (device.isPresent() && client.device().isEmpty()) {
            client.session().device(device.get());
        }
        user = Texts.user(parameters.at(0).split("[@/]", 2)[0], LONGEST_USER);
        realname = Text.parse(Texts.cut(parameters.at(3), Support.LONGEST_WORDS)).orElse(null);
    }

    /// What the client has given as its user name, as others see it.
    String userName() {
        return user == null ? "~user" : "~" + user;
    }

    /// Lets the client in when it has said everything.
    void proceed() throws IOException, InterruptedException {
        if (nickname == null
                || user == null
                || negotiating
                || client.connection().ended().isPresent()) {
            return;
        }
        if (!isPasswordRight()) {
            client.reply(Numeric.PASSWORD_MISMATCH);
            client.connection().letGo(Reason.LOGIN_FAILED, "Password incorrect");
            return;
        }
        if (!claimed() || !isLoginEnough()) {
            return;
        }
        try {
            comeIn(nickname);
        } catch (Refused refused) {
            client.output().release(client.session(), 0);
            explain(refused.refusal());
        }
    }

    private boolean isPasswordRight() {
        var wanted = house.settings().irc().password();
        return wanted.isEmpty() || admitted;
    }

    /// Logs in with the password that was given as that of an account.
    ///
    /// @return false if that was wrong, or the client has gone
    private boolean claimed() throws InterruptedException {
        var colon = claim == null ? -1 : claim.indexOf(':');
        if (claim == null || login != null || colon <= 0) {
            return true;
        }
        var identity = Identity.parse(claim.substring(0, colon), client.names());
        var given = claim.substring(colon + 1);
        claim = null;
        switch (client.proofs().password(identity.name(), given)) {
            case Verdict.Right(var account, var proof) -> {
                client.login().hold(account, proof, identity.device(), given);
                return true;
            }
            case Verdict.Busy _ ->
                    client.connection()
                            .letGo(Reason.LOGIN_FAILED, "The server is too busy. Try again");
            default -> {
                client.reply(Numeric.PASSWORD_MISMATCH);
                client.connection().letGo(Reason.LOGIN_FAILED, "Password incorrect");
            }
        }
        return false;
    }

    /// Whether the client need not log in, or has.
    private boolean isLoginEnough() throws InterruptedException {
        if (login != null || !house.settings().accounts().requireLogin()) {
            return true;
        }
        client.fail("*", "ACCOUNT_REQUIRED", "Log in to an account to connect");
        client.connection().letGo(Reason.LOGIN_FAILED, "Account required");
        return false;
    }

    private void comeIn(Nickname wanted) throws Refused, IOException, InterruptedException {
        client.sasl().abandon();
        var output = client.output();
        output.hold();
        if (realname != null) {
            client.ask(new SetRealname(realname));
        }
        var position = client.session().perform(command(wanted));
        client.early().bring();
        client.welcomed();
        client.connection().name(client.nick());
        new Welcome(client).say();
        output.release(client.session(), position);
        client.login().renew();
        client.forgetBeginning();
        log.atInfo()
                .addKeyValue("nickname", client.nick())
                .addKeyValue("account", account())
                .log("came in");
    }

    private String account() {
        return client.session().account().map(account -> account.name().text()).orElse("-");
    }

    private Command.Early command(Nickname wanted) {
        var proven = login;
        if (proven != null && (house.settings().accounts().ownName() || isName(proven, wanted))) {
            return new LogIn(proven.account(), proven.proven());
        }
        return new Enter(wanted, userName() + "@" + host(), Optional.ofNullable(proven));
    }

    private boolean isName(Command.Login proven, Nickname wanted) {
        return house.hub()
                .accounts()
                .find(proven.account())
                .filter(account -> account.name().equals(wanted))
                .isPresent();
    }

    /// Where the client comes from, as others see it.
    String host() {
        var address = client.connection().remote().getAddress();
        return house.settings().privacy().host() == Privacy.Host.CLOAK
                ? house.cloak().of(address)
                : Texts.host(address);
    }

    private void explain(Refusal refusal) throws InterruptedException {
        if (refusal instanceof Refusal.Banned(var why)) {
            client.turnAway(why);
            return;
        }
        var refused = nick().orElse("*");
        nickname = null;
        switch (refusal) {
            case Refusal.AccountChanged _ -> {
                login = null;
                client.reply(Numeric.SASL_FAIL);
            }
            case Refusal.LooksLike _ -> {
                for (var line : client.refusals().lines("NICK", refusal)) {
                    client.send(line);
                }
            }
            default -> client.reply(Numeric.NICKNAME_IN_USE, refused);
        }
    }
}
