package veche.irc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.account.PasswordsBusyException;
import veche.account.Proof;
import veche.chat.Command;
import veche.chat.Command.RenewCredential;
import veche.chat.Command.SetRealname;
import veche.event.Refused;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Makes a client that of an account's owner, when it has proved that it is theirs: at once, or, if
/// it has not come in yet, when it does. Belongs to the client's own thread.
final class Login {

    private static final Logger log = LoggerFactory.getLogger(Login.class);

    private final House house;
    private final Client client;

    /// What may be hashed anew once the client has come in.
    private @Nullable String password;

    Login(House house, Client client) {
        this.house = house;
        this.client = client;
    }

    /// Logs the client in, and tells it so.
    ///
    /// @param proof that it is theirs
    /// @param device on which it is, as it says
    /// @param password if it has told it
    /// @throws Refused if it cannot be; then it is where it was
    void logIn(Account account, Proof proof, Optional<String> device, @Nullable String password)
            throws Refused, IOException, InterruptedException {
        if (!client.isWelcome()) {
            hold(account, proof, device, password);
            return;
        }
        become(new Command.LogIn(account.id(), proof), account);
        device.ifPresent(client.session()::device);
        log.atInfo().addKeyValue("account", account.name()).log("logged in");
        keep(proof, password);
        renew();
    }

    /// Keeps what is proved until the client comes in, and tells it so.
    void hold(Account account, Proof proof, Optional<String> device, @Nullable String password)
            throws InterruptedException {
        keep(proof, password);
        device.ifPresent(client.session()::device);
        var registration = client.registration();
        registration.login(new Command.Login(account.id(), proof));
        var name = account.name().text();
        client.reply(
                Numeric.LOGGED_IN,
                client.nick() + "!" + registration.userName() + "@" + registration.host(),
                name,
                "You are now logged in as " + name);
    }

    /// The secret of a token is never hashed as a password.
    private void keep(Proof proof, @Nullable String word) {
        password = proof instanceof Proof.ByCredential ? word : null;
    }

    /// Makes an account for the client, who has come in, and logs it in.
    void register(Command.Register command) throws Refused, IOException, InterruptedException {
        become(command, null);
    }

    /// @param account that it is to be logged in to; null if it is to be made
    private void become(Command.Early how, @Nullable Account account)
            throws Refused, IOException, InterruptedException {
        client.session().settle();
        var before = client.person();
        var login = before.author().login();
        if (account != null && login.filter(it -> it.account().equals(account.id())).isPresent()) {
            client.output().send(client.loggedIn(before.author()));
            return;
        }
        var channels = before.channels();
        var position = client.session().perform(how);
        try {
            enter(before.id(), channels);
        } finally {
            client.output().release(client.session(), position);
        }
    }

    /// A guest who is somebody else now finds themselves where that one is. What happens meanwhile
    /// [waits][Personal].
    private void enter(PersonId before, List<ChannelName> channels)
            throws Refused, IOException, InterruptedException {
        if (client.person().id().equals(before)) {
            return;
        }
        client.connection().name(client.nick());
        var realname = client.registration().realname();
        if (realname.isPresent() && client.person().realname().isEmpty()) {
            client.session().ask(new SetRealname(realname.get()));
        }
        new Arriving(client).arrive(channels);
    }

    /// Hashes the password anew that the client has told, if it was hashed at another cost than the
    /// operator asks for now.
    void renew() throws InterruptedException {
        var told = password;
        password = null;
        var account = client.session().account();
        if (told == null
                || account.isEmpty()
                || !house.passwords().isStale(account.get().credential())) {
            return;
        }
        try {
            var renewed = house.passwords().hash(told);
            client.session().perform(new RenewCredential(account.get().credential(), renewed));
        } catch (PasswordsBusyException | Refused notNow) {
            log.atDebug().addKeyValue("account", account.get().name()).log("still stale");
        }
    }
}
