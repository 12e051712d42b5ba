package veche.chat;

import java.util.Comparator;
import java.util.Optional;
import veche.event.Event.Appeared;
import veche.event.Event.AwaySet;
import veche.event.Event.Disappeared;
import veche.event.Event.RealnameSet;
import veche.event.Text;

/// Who is here, who looks at their screen, and by what name they are known; and those who watch for
/// that. Runs on the hub's thread.
///
/// What a session says of itself before anybody knows whose it is holds when it comes in. Somebody
/// is away when all of their sessions are. A session that is [away without a word][#NO_WORDS]
/// counts as if it were not there (https://ircv3.net/specs/extensions/pre-away).
final class Presence {

    /// What a session says that is there without anybody in front of it.
    static final Text NO_WORDS = new Text("*");

    private final State state;
    private final Ledger ledger;
    private final Audiences audiences;

    Presence(State state, Ledger ledger, Audiences audiences) {
        this.state = state;
        this.ledger = ledger;
        this.audiences = audiences;
    }

    void watch(Session by, Command.Watch command) {
        state.watchers().watch(by, command.names(), command.closely());
    }

    void setAway(Session by, Optional<Text> words) {
        by.away(words, ledger.time());
        by.person().ifPresent(this::update);
    }

    /// Tells whether somebody is away, if that has changed.
    void update(Person person) {
        var words = away(person);
        if (!words.equals(person.away())) {
            ledger.record(new AwaySet(person.author(), words), audiences.observers(person));
        }
    }

    private static Optional<Text> away(Person person) {
        var sessions = person.sessions();
        if (sessions.stream().anyMatch(session -> session.away().isEmpty())) {
            return Optional.empty();
        }
        return sessions.stream()
                .filter(session -> !isNobodyAt(session))
                .max(Comparator.comparing(Session::awaySince))
                .map(Session::away)
                .orElseGet(() -> sessions.isEmpty() ? Optional.empty() : Optional.of(NO_WORDS));
    }

    /// Whether nobody sits in front of a session.
    static boolean isNobodyAt(Session session) {
        return session.away().filter(NO_WORDS::equals).isPresent();
    }

    void setRealname(Session by, Text realname) {
        by.realname(realname);
        by.person()
                .ifPresent(person ->
                        ledger.record(
                                new RealnameSet(person.author(), realname),
                                audiences.observers(person)));
    }

    /// Somebody whose first session has begun is called by the name that it has given.
    void introduce(Session by, Person person) {
        var realname = by.realname().filter(it -> !person.realname().equals(Optional.of(it)));
        if (realname.isPresent()) {
            ledger.record(
                    new RealnameSet(person.author(), realname.get()),
                    Audiences.without(audiences.neighbours(person), Audiences.sessions(person)));
        }
    }

    void appear(Person person) {
        var watchers = state.watchers().of(person.name());
        if (watchers.length > 0) {
            ledger.record(new Appeared(person.author()), watchers);
        }
    }

    void disappear(Person person) {
        var watchers = state.watchers().of(person.name());
        if (watchers.length > 0) {
            ledger.record(new Disappeared(person.name()), watchers);
        }
    }
}
