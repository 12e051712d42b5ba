package veche.irc;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Verification;
import veche.chat.Command;
import veche.event.Credential;
import veche.event.Refusal;
import veche.event.Refused;
import veche.name.Nickname;

/// How NickServ makes accounts. Runs on the client's own thread.
final class AccountMaking {

    private static final Logger log = LoggerFactory.getLogger(AccountMaking.class);

    private AccountMaking() {}

    /// Makes an account under the name that the client has; if the server wants to know an address
    /// for mail, it sends a code there first.
    static void register(Query query) throws Refused, IOException, InterruptedException {
        var verification = query.house().verification();
        var address = query.word(1);
        var isNone = address.isEmpty() || address.equals("*");
        if (isNone ? verification.isPresent() : !Verification.isAddress(address)) {
            query.say("nickserv.register.words");
            return;
        }
        requireLoggedOut(query);
        var name = query.person().name();
        var credential = PasswordCheck.hash(query, name, query.word(0));
        if (credential.isEmpty()) {
            return;
        }
        if (verification.isPresent()) {
            send(query, verification.get(), name, credential.get());
        } else {
            make(query, name, credential.get());
        }
    }

    private static void requireLoggedOut(Query query) throws Refused {
        if (query.client().session().account().isPresent()) {
            throw new Refused(new Refusal.AlreadyLoggedIn());
        }
    }

    private static void send(
            Query query, Verification verification, Nickname name, Credential credential)
            throws Refused, InterruptedException {
        var from = query.client().connection().remote().getAddress();
        if (verification.isReserved(name, from)) {
            throw new Refused(new Refusal.NameTaken(name));
        }
        switch (verification.send(name, credential, query.word(1), from)) {
            case SENT -> query.say("nickserv.register.sent", query.word(1), name);
            case NO_SUCH_ADDRESS -> query.say("nickserv.register.unreachable");
            case NOT_NOW -> query.say("nickserv.register.not_now");
        }
    }

    /// Makes the account for which a code was sent.
    static void verify(Query query) throws Refused, IOException, InterruptedException {
        requireLoggedOut(query);
        var name = query.house().names().parseNickname(query.word(0));
        var credential =
                name.flatMap(it ->
                        query.house().verification().flatMap(all -> all.verify(it, query.word(1))));
        if (credential.isPresent()) {
            make(query, name.orElseThrow(), credential.get());
        } else {
            query.say("nickserv.verify.wrong");
        }
    }

    private static void make(Query query, Nickname name, Credential credential)
            throws Refused, IOException, InterruptedException {
        query.client().login().register(new Command.Register(name, credential));
        query.say("nickserv.register.done");
        log.atInfo().addKeyValue("account", name).log("account registered");
    }

    /// Makes an account for somebody else.
    static void registerAnother(Query query) throws Refused, InterruptedException {
        var name = query.house().names().parseNickname(query.word(0));
        if (name.isEmpty()) {
            query.say("no_name", Texts.word(query.word(0)));
            return;
        }
        var credential = PasswordCheck.hash(query, name.get(), query.word(1));
        if (credential.isPresent()) {
            query.house().hub().perform(new Command.AddAccount(name.get(), credential.get()));
            query.say("nickserv.saregister.done", name.get());
            log.atInfo()
                    .addKeyValue("account", name.get())
                    .addKeyValue("by", query.client().nick())
                    .log("account registered");
        }
    }
}
