package veche.line;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.account.Proof;
import veche.chat.Command;
import veche.chat.Command.AskForName;
import veche.chat.Command.LogIn;
import veche.chat.Command.Register;
import veche.chat.Command.RenewCredential;
import veche.event.Refusal.Banned;
import veche.event.Refused;
import veche.line.PasswordDialogue.Answer.Busy;
import veche.line.PasswordDialogue.Answer.Gone;
import veche.line.PasswordDialogue.Answer.Right;
import veche.line.PasswordDialogue.Answer.Wrong;
import veche.name.Nickname;
import veche.net.Deadline;
import veche.net.Reason;

/// Asks a client who it is: a name and a password, in plain prompts. A name that nobody has is
/// registered with the password given; for a known one it must be the right one.
final class Login {

    private static final Logger log = LoggerFactory.getLogger(Login.class);

    private final Visit visit;
    private final House house;
    private final Screen screen;
    private final PasswordDialogue passwords;
    private final Deadline deadline;
    private int wrong;

    /// @param deadline until when the client may say who it is
    Login(Visit visit, Deadline deadline) {
        this.visit = visit;
        this.deadline = deadline;
        this.house = visit.house();
        this.screen = visit.screen();
        this.passwords = new PasswordDialogue(visit);
    }

    /// Asks until the client is somebody, and shows what they have missed.
    ///
    /// @return whether they have arrived; if not, the client has gone
    boolean run() throws IOException, InterruptedException {
        screen.say("welcome");
        for (var name = askName(); name.isPresent(); name = askName()) {
            try {
                var known = house.hub().accounts().named(name.get());
                if (known.isPresent() ? logIn(known.get()) : register(name.get())) {
                    return true;
                }
            } catch (Refused refused) {
                if (refused.refusal() instanceof Banned(var why)) {
                    visit.turnAway(why);
                    return false;
                }
                screen.refused(refused.refusal());
            }
        }
        return false;
    }

    private Optional<Nickname> askName() throws IOException {
        for (var line = visit.ask("name"); line.isPresent(); line = visit.ask("name")) {
            var text = line.get().strip();
            if (text.equals("exit")) {
                screen.farewell(Reason.QUIT);
                return Optional.empty();
            }
            var name = house.names().parseNickname(text);
            if (name.isPresent()) {
                return name;
            }
            if (!text.isEmpty()) {
                screen.say("name.bad", Nickname.LONGEST, house.names().isAnyScript());
            }
        }
        return Optional.empty();
    }

    private boolean register(Nickname name) throws Refused, IOException, InterruptedException {
        visit.session().perform(new AskForName(name));
        var shortest = house.passwordRule().shortest();
        var credential = passwords.choose(name, "password.new", name, shortest);
        if (credential.isEmpty()) {
            return false;
        }
        if (!arrive(new Register(name, credential.get()))) {
            return false;
        }
        log.atInfo().addKeyValue("account", name).log("account registered");
        return true;
    }

    private boolean logIn(Account account) throws Refused, IOException, InterruptedException {
        var tries = house.settings().accounts().loginTries();
        while (wrong < tries) {
            switch (passwords.askFor(account, "password")) {
                case Right(var password, var proof) -> {
                    return logIn(account, password, proof);
                }
                case Wrong() -> wrong++;
                case Busy() -> {}
                case Gone() -> {
                    return false;
                }
            }
        }
        screen.farewell(Reason.LOGIN_FAILED);
        return false;
    }

    private boolean logIn(Account account, String password, Proof proof)
            throws Refused, IOException, InterruptedException {
        if (!arrive(new LogIn(account.id(), proof))) {
            return false;
        }
        log.atInfo().addKeyValue("account", account.name()).log("logged in");
        if (proof instanceof Proof.ByCredential) {
            renew(account, password);
        }
        return true;
    }

    /// @return false if the client was let go while its password was being hashed
    private boolean arrive(Command.Early how) throws Refused, IOException, InterruptedException {
        if (visit.isLetGo()) {
            return false;
        }
        new Arriving(visit, deadline).arrive(how);
        return true;
    }

    /// A password that was hashed at another cost than the operator asks for now is hashed anew.
    private void renew(Account account, String password) throws InterruptedException {
        if (!house.passwords().isStale(account.credential())) {
            return;
        }
        var renewed = passwords.hash(password);
        try {
            if (renewed.isPresent()) {
                visit.session().perform(new RenewCredential(account.credential(), renewed.get()));
            }
        } catch (Refused notNow) {
            // Somebody else has renewed or changed it meanwhile. They are here all the same.
            log.atDebug().addKeyValue("account", account.name()).log("still stale");
        }
    }
}
