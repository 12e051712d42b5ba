package veche.irc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.account.Accounts;
import veche.chat.Command;
import veche.chat.Person;
import veche.event.Refused;
import veche.irc.ServiceCommand.Needs;
import veche.name.ServiceName;

/// The service that keeps accounts.
final class NickServ {

    static final NetworkService SERVICE =
            new NetworkService(
                    ServiceName.NICK_SERV,
                    List.of("NICKSERV", "NS"),
                    List.of(
                            ServiceCommand.of(
                                    "register",
                                    "<password> [email]",
                                    Needs.ANYBODY,
                                    AccountMaking::register),
                            ServiceCommand.of(
                                    "verify",
                                    "<account> <code>",
                                    Needs.ANYBODY,
                                    AccountMaking::verify),
                            ServiceCommand.of(
                                            "identify",
                                            "[account] <password>",
                                            Needs.ANYBODY,
                                            NickServ::identify)
                                    .alias("login", "auth"),
                            ServiceCommand.of(
                                    "passwd",
                                    "<password> <next> [next-again]",
                                    Needs.ACCOUNT,
                                    NickServ::changePassword),
                            ServiceCommand.of(
                                    "set",
                                    "<setting> <value>",
                                    Needs.ACCOUNT,
                                    AccountSettings::set),
                            ServiceCommand.of(
                                    "get", "[setting]", Needs.ACCOUNT, AccountSettings::show),
                            ServiceCommand.of(
                                    "cert",
                                    "<list|add|del> [fingerprint]",
                                    Needs.ACCOUNT,
                                    ClientCertificates::cert),
                            ServiceCommand.of(
                                    "token",
                                    "<list|add|del> [label-or-number]...",
                                    Needs.ACCOUNT,
                                    ClientTokens::token),
                            ServiceCommand.of("info", "[account]", Needs.ANYBODY, NickServ::info),
                            ServiceCommand.of("sessions", "[list]", Needs.ACCOUNT, Connected::list)
                                    .alias("clients"),
                            ServiceCommand.of(
                                    "logout",
                                    "<number|others|all>",
                                    Needs.ACCOUNT,
                                    Connected::logOut),
                            ServiceCommand.of("ghost", "[nickname]", Needs.ANYBODY, NickServ::ghost)
                                    .alias("regain", "recover", "release"),
                            ServiceCommand.of(
                                            "unregister",
                                            "[code]",
                                            Needs.ACCOUNT,
                                            NickServ::unregister)
                                    .alias("drop"),
                            ServiceCommand.of(
                                    "saregister",
                                    "<account> <password>",
                                    Needs.OPERATOR,
                                    AccountMaking::registerAnother),
                            ServiceCommand.of(
                                    "saverify",
                                    "<account>",
                                    Needs.OPERATOR,
                                    AccountKeeping::verify),
                            ServiceCommand.of(
                                    "sapasswd",
                                    "<account> <password>",
                                    Needs.OPERATOR,
                                    AccountKeeping::setPassword),
                            ServiceCommand.of(
                                    "sacert",
                                    "<account> <list|add|del> [fingerprint]",
                                    Needs.OPERATOR,
                                    AccountKeeping::cert),
                            ServiceCommand.of(
                                    "sasessions",
                                    "<account>",
                                    Needs.OPERATOR,
                                    AccountKeeping::sessions),
                            ServiceCommand.of(
                                    "salogout",
                                    "<account> <number|all>",
                                    Needs.OPERATOR,
                                    AccountKeeping::logOut),
                            ServiceCommand.of(
                                    "sadrop",
                                    "<account> [code]",
                                    Needs.OPERATOR,
                                    AccountKeeping::remove)));

    private static final Logger log = LoggerFactory.getLogger(NickServ.class);

    private NickServ() {}

    private static void identify(Query query) throws Refused, IOException, InterruptedException {
        var isNamed = query.size() > 1;
        var account = isNamed ? query.account(0) : own(query);
        var password = query.word(isNamed ? 1 : 0);
        if (account.isEmpty()) {
            return;
        }
        var proof = PasswordCheck.proof(query, account.get(), password);
        if (proof.isPresent()) {
            query.client().login().logIn(account.get(), proof.get(), Optional.empty(), password);
            query.say("nickserv.identify.done", account.get().name());
        }
    }

    /// The account that is called as the client is.
    private static Optional<Account> own(Query query) throws Refused, InterruptedException {
        var name = query.person().name();
        var account = accounts(query).named(name);
        if (account.isEmpty()) {
            query.say("no_such_account", name);
        }
        return account;
    }

    private static Accounts accounts(Query query) {
        return query.house().hub().accounts();
    }

    private static void changePassword(Query query) throws Refused, InterruptedException {
        var account = query.account();
        var next = query.word(1);
        if (query.size() > 2 && !next.equals(query.word(2))) {
            query.say("nickserv.passwd.differ");
        } else if (PasswordCheck.isRight(query, account, query.word(0))) {
            var credential = PasswordCheck.hash(query, account.name(), next);
            if (credential.isPresent()) {
                var tokens = query.house().state().tokens().of(account.id()).size();
                query.perform(new Command.ChangePassword(account.credential(), credential.get()));
                query.say("nickserv.passwd.done", tokens);
                log.atInfo().addKeyValue("account", account.name()).log("password changed");
            }
        }
    }

    /// What everyone may know of an account; its owner and operators, more.
    private static void info(Query query) throws Refused, InterruptedException {
        var account = query.size() > 0 ? query.account(0) : query.client().session().account();
        if (query.size() == 0 && account.isEmpty()) {
            query.say("needs.account");
        }
        if (account.isPresent()) {
            query.sayAll(info(query, account.get()));
        }
    }

    private static List<String> info(Query query, Account account) throws Refused {
        var lines = new ArrayList<String>();
        lines.add(query.phrase("nickserv.info.account", account.name()));
        lines.add(
                query.phrase(
                        "nickserv.info.registered",
                        query.house().phrases().time(account.registered())));
        var isOwn = query.client().session().account().filter(account::equals).isPresent();
        var isAll = isOwn || query.isByOperator();
        var sight = new Sight(query.client());
        var people = Connected.people(query, account).toList();
        var names =
                people.stream()
                        .filter(Person::isHere)
                        .filter(person -> isAll || sight.finds(person))
                        .map(person -> person.name().text())
                        .distinct()
                        .collect(Collectors.joining(", "));
        lines.add(
                names.isEmpty()
                        ? query.phrase("nickserv.info.away")
                        : query.phrase("nickserv.info.here", names));
        if (isAll) {
            var sessions = people.stream().mapToInt(Person::sessionCount).sum();
            lines.add(query.phrase("nickserv.info.sessions", sessions));
            lines.addAll(AccountSettings.all(query, account));
            lines.add(query.phrase("nickserv.info.channels", channels(query, account)));
        }
        return lines;
    }

    private static String channels(Query query, Account account) {
        var names =
                query.house().state().channels().all().stream()
                        .filter(channel ->
                                channel.founder()
                                        .filter(it -> it.person().equals(account.id()))
                                        .isPresent())
                        .map(channel -> channel.name().text())
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "-" : names;
    }

    private static void ghost(Query query) throws InterruptedException {
        query.say("nickserv.ghost.needless");
    }

    /// When it is done the client is let go, as are the others of the account.
    private static void unregister(Query query) throws Refused, InterruptedException {
        var account = query.account();
        if (query.isConfirmed(
                0,
                "nickserv.unregister.warning",
                "UNREGISTER",
                account.name().text(),
                account.id().value())) {
            query.perform(new Command.GiveUpAccount());
            log.atInfo().addKeyValue("account", account.name()).log("account given up");
        }
    }
}
