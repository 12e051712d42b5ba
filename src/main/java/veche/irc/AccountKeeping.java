package veche.irc;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.certificate.Fingerprint;
import veche.chat.Command;
import veche.event.Refused;
import veche.name.Nickname;

/// What operators do with accounts of others by NickServ. Each act is logged, and the clients of
/// the account are told of it. Runs on the client's own thread.
final class AccountKeeping {

    private static final Logger log = LoggerFactory.getLogger(AccountKeeping.class);

    private AccountKeeping() {}

    /// Makes the account for which somebody was sent a code, without the code.
    static void verify(Query query) throws Refused, InterruptedException {
        var name = query.house().names().parseNickname(query.word(0));
        var credential =
                name.flatMap(it -> query.house().verification().flatMap(all -> all.approve(it)));
        if (credential.isEmpty()) {
            query.say("nickserv.saverify.none", Texts.word(query.word(0)));
            return;
        }
        query.perform(new Command.AddAccount(name.orElseThrow(), credential.get()));
        query.say("nickserv.saregister.done", name.get());
        log(query, name.get(), "account verified");
    }

    static void setPassword(Query query) throws Refused, InterruptedException {
        var account = query.account(0);
        if (account.isEmpty()) {
            return;
        }
        var name = account.get().name();
        var credential = PasswordCheck.hash(query, name, query.word(1));
        if (credential.isPresent()) {
            query.perform(new Command.ResetPassword(name, credential.get()));
            query.say("nickserv.sapasswd.done", name);
            log(query, name, "password set");
            Connected.tell(query, account.get(), "nickserv.sapasswd.told");
        }
    }

    static void cert(Query query) throws Refused, InterruptedException {
        var account = query.account(0);
        if (account.isEmpty()) {
            return;
        }
        switch (query.word(1).toLowerCase(Locale.ROOT)) {
            case "list" -> ClientCertificates.list(query, account.get());
            case "add" -> cert(query, account.get(), true);
            case "del" -> cert(query, account.get(), false);
            default -> query.say("settings.bad", Texts.word(query.word(1)), "list, add, del");
        }
    }

    private static void cert(Query query, Account account, boolean good)
            throws Refused, InterruptedException {
        var fingerprint = Fingerprint.parse(query.word(2));
        if (fingerprint.isEmpty()) {
            query.say("nickserv.sacert.none");
            return;
        }
        query.perform(new Command.SetCertificate(account.name(), fingerprint.get(), good));
        query.say("nickserv.sacert.done", account.name());
        log(query, account.name(), good ? "certificate added" : "certificate removed");
        Connected.tell(query, account, "nickserv.sacert.told");
    }

    static void sessions(Query query) throws InterruptedException {
        var account = query.account(0);
        if (account.isPresent()) {
            Connected.list(query, account.get(), "nickserv.sasessions.count");
            log(query, account.get().name(), "sessions seen");
        }
    }

    /// Those who are let go read that they are logged out before they are.
    static void logOut(Query query) throws Refused, InterruptedException {
        var account = query.account(0);
        if (account.isPresent()) {
            Connected.tell(query, account.get(), "nickserv.salogout.told");
            Connected.logOut(query, account.get(), query.word(1));
            log(query, account.get().name(), "logged out");
        }
    }

    /// The clients of the account are let go, and read why.
    static void remove(Query query) throws Refused, InterruptedException {
        var account = query.account(0);
        if (account.isEmpty()) {
            return;
        }
        var name = account.get().name();
        if (query.isConfirmed(
                1,
                "nickserv.unregister.warning",
                "SADROP " + name,
                name.text(),
                account.get().id().value())) {
            query.perform(new Command.RemoveAccount(name));
            query.say("nickserv.sadrop.done", name);
            log(query, name, "account removed");
        }
    }

    private static void log(Query query, Nickname account, String deed) {
        log.atInfo()
                .addKeyValue("operator", Operators.name(query.client()))
                .addKeyValue("nickname", query.client().nick())
                .addKeyValue("account", account)
                .addKeyValue("deed", deed)
                .log("account managed");
    }
}
