package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import veche.account.Account;
import veche.chat.Person;
import veche.chat.Session;
import veche.event.Refused;
import veche.net.Reason;

/// From where the owner of an account is connected: what NickServ says of it, and whom it lets go.
final class Connected {

    private Connected() {}

    /// Everyone who is logged in to an account: its owner, and guests under other names.
    static Stream<Person> people(Query query, Account account) {
        return query.house().state().people().stream()
                .filter(person ->
                        person.author()
                                .login()
                                .filter(login -> login.account().equals(account.id()))
                                .isPresent());
    }

    private static List<Session> sessions(Query query) throws Refused {
        return people(query, query.account())
                .flatMap(person -> person.sessions().stream())
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .toList();
    }

    static void list(Query query) throws Refused, InterruptedException {
        var lines = new ArrayList<String>();
        var sessions = sessions(query);
        lines.add(query.phrase("nickserv.sessions.count", sessions.size()));
        for (var session : sessions) {
            lines.add(line(query, session));
        }
        query.sayAll(lines);
    }

    private static String line(Query query, Session session) {
        var number = Long.toString(session.number());
        var client = query.house().clients().of(session);
        if (client.isEmpty()) {
            return query.phrase("nickserv.sessions.other", number);
        }
        var connection = client.get().connection();
        var line =
                query.phrase(
                        "nickserv.sessions.line",
                        number,
                        client.get().nick(),
                        Texts.host(connection.remote().getAddress()),
                        query.house().phrases().time(connection.since()),
                        connection.isSecure() ? "yes" : "no");
        return client.get() == query.client()
                ? line + " " + query.phrase("nickserv.sessions.this")
                : line;
    }

    /// Lets some of one's own sessions go, the one that asks as the last.
    static void logOut(Query query) throws Refused, InterruptedException {
        var mine = query.client().session();
        var which = query.word(0).replaceFirst("^#", "");
        var others =
                sessions(query).stream()
                        .filter(session ->
                                session != mine
                                        && (which.equalsIgnoreCase("others")
                                                || which.equalsIgnoreCase("all")
                                                || which.equals(Long.toString(session.number()))))
                        .toList();
        others.forEach(session -> session.letGo(Reason.QUIT));
        if (which.equalsIgnoreCase("all") || which.equals(Long.toString(mine.number()))) {
            mine.letGo(Reason.QUIT);
        } else {
            query.say("nickserv.logout.done", others.size());
        }
    }
}
