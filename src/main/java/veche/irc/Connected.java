package veche.irc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import veche.account.Account;
import veche.chat.Command;
import veche.chat.Person;
import veche.chat.Session;
import veche.config.Privilege;
import veche.event.Refused;
import veche.net.Connection;
import veche.net.Reason;

/// From where the owner of an account is connected: what NickServ says of it, and whom it lets go.
final class Connected {

    private Connected() {}

    /// Everyone who is logged in to an account: its owner, and guests under other names.
    static Stream<Person> people(Query query, Account account) {
        return people(query.house(), account);
    }

    private static Stream<Person> people(House house, Account account) {
        return house.state().people().stream()
                .filter(person ->
                        person.author()
                                .login()
                                .filter(login -> login.account().equals(account.id()))
                                .isPresent());
    }

    /// Where an account is logged in to, the oldest first.
    static List<Session> sessions(House house, Account account) {
        return people(house, account)
                .flatMap(person -> person.sessions().stream())
                .filter(session -> session.connection().filter(Connected::isGoingOn).isPresent())
                .sorted(Comparator.comparingLong(Connected::number))
                .toList();
    }

    /// One that was let go is over, though it may take until it has left.
    private static boolean isGoingOn(Connection connection) {
        return connection.ended().isEmpty();
    }

    private static long number(Session session) {
        return session.connection().map(Connection::id).orElse(0L);
    }

    static void list(Query query) throws Refused, InterruptedException {
        list(query, query.account(), "nickserv.sessions.count");
    }

    /// @param count the phrase that says how many there are
    static void list(Query query, Account account, String count) throws InterruptedException {
        var lines = new ArrayList<String>();
        var sessions = sessions(query.house(), account);
        lines.add(query.phrase(count, sessions.size(), account.name()));
        for (var session : sessions) {
            lines.add(line(query, session, seesAddresses(query, account)));
        }
        query.sayAll(lines);
    }

    /// One's own addresses everyone may see, and those of others only who may see them anywhere.
    private static boolean seesAddresses(Query query, Account account) {
        return query.client().session().account().filter(account::equals).isPresent()
                || Operators.may(query.client(), Privilege.SEE_ADDRESSES);
    }

    private static String line(Query query, Session session, boolean seesAddress) {
        var connection = session.connection().orElseThrow();
        var line =
                query.phrase(
                        "nickserv.sessions.line",
                        Long.toString(number(session)),
                        connection.protocol(),
                        seesAddress
                                ? Texts.host(connection.remote().getAddress())
                                : session.person().map(People::host).orElse("*"),
                        query.house().phrases().time(connection.since()),
                        connection.isSecure() ? "yes" : "no",
                        session.device().orElse(""));
        return session == query.client().session()
                ? line + " " + query.phrase("nickserv.sessions.this")
                : line;
    }

    /// Lets some of one's own sessions go, the one that asks as the last.
    static void logOut(Query query) throws Refused, InterruptedException {
        logOut(query, query.account(), query.word(0));
    }

    /// @param words which: a number, others, all
    static void logOut(Query query, Account account, String words)
            throws Refused, InterruptedException {
        var mine = query.client().session();
        var which = words.replaceFirst("^#", "").toLowerCase(Locale.ROOT);
        var isAll = which.equals("all");
        var isOwn = mine.account().filter(account::equals).isPresent();
        var others =
                sessions(query.house(), account).stream()
                        .filter(session -> session != mine)
                        .filter(session -> isAll || which.equals("others") || is(session, which))
                        .toList();
        others.forEach(session -> session.letGo(Reason.SESSION_ENDED));
        if (isOwn) {
            revoke(query.client(), others);
        } else {
            var tokens = tokens(others);
            query.house().hub().perform(new Command.RevokeTokens(account.name(), tokens));
        }
        if (isOwn && (isAll || is(mine, which))) {
            revoke(query.client(), List.of(mine));
            mine.letGo(Reason.SESSION_ENDED);
        } else {
            query.say("nickserv.logout.done", others.size());
        }
    }

    /// Tells all clients of an account but the one that asks, in the language of its owner.
    static void tell(Query query, Account account, String key, Object... about) {
        people(query, account)
                .flatMap(person -> query.house().clients().of(person).stream())
                .filter(client -> client != query.client())
                .map(client -> new Query(client, query.service(), List.of()))
                .forEach(theirs ->
                        theirs.client()
                                .output()
                                .sendAside(theirs.notices(List.of(theirs.phrase(key, about)))));
    }

    static boolean is(Session session, String number) {
        return number.equals(Long.toString(number(session)));
    }

    /// Revokes the tokens by which some of one's own sessions came, so that they do not come again.
    /// The one that asks stays.
    static void revoke(Client client, List<Session> sessions) throws Refused, InterruptedException {
        for (var token : tokens(sessions)) {
            if (client.house().state().tokens().find(token).isPresent()) {
                ClientTokens.revoke(client, token);
            }
        }
    }

    private static Set<Long> tokens(List<Session> sessions) {
        return sessions.stream()
                .flatMap(session -> session.token().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
