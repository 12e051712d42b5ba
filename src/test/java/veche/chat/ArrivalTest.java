package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Credential;
import veche.event.Manner;
import veche.event.Text;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// What somebody has missed who comes while another session of theirs is here.
class ArrivalTest {

    private static final ChannelName HALL = new ChannelName("#veche");
    private static final Rules RULES = Rules.usual(HALL);
    private static final Nickname ANN = new Nickname("ann");

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Story first = new Story();
    private final Story second = new Story();
    private final Session stuck;
    private final Session next;
    private final Session last;

    ArrivalTest() throws JournalException {
        var journal = new MemoryJournal();
        var hub = new Hub(RULES, journal, Retention.EVERYTHING, InstantSource.system());
        stuck = hub.open(first);
        next = hub.open(second);
        last = hub.open(new Story());
    }

    @Test
    void whatIsStuckOnItsWayToADeadClientHasBeenMissed() {
        var registered = decide(stuck, new Command.Register(ANN, new Credential("secret")));
        first.sent = registered;
        say("one");
        logIn(next);
        assertThat(next.arrival().seen()).isEqualTo(registered);
        assertThat(next.arrival().newcomer()).isFalse();
    }

    @Test
    void whatHasComeElsewhereHasNotBeenMissed() {
        decide(stuck, new Command.Register(ANN, new Credential("secret")));
        first.sent = say("one");
        logIn(next);
        assertThat(next.arrival().seen()).isEqualTo(first.sent);
    }

    @Test
    void whoeverHasCaughtUpElsewhereHasSeenIt() {
        first.sent = decide(stuck, new Command.Register(ANN, new Credential("secret")));
        say("one");
        logIn(next);
        second.sent = say("two");
        decide(next, new Command.End(second.sent, Reason.QUIT));
        say("three");
        logIn(last);
        assertThat(last.arrival().seen()).isEqualTo(second.sent);
    }

    private void logIn(Session session) {
        var ann = state.accounts().named(ANN).orElseThrow();
        decide(session, new Command.LogIn(ann.id(), ann.credential()));
    }

    private long say(String words) {
        return decide(stuck, new Command.Say(HALL, Manner.SPEECH, new Text(words)));
    }

    /// @return the position of the last entry
    private long decide(Session by, Command command) {
        var outcome = assembly.decide(new Request(by, command, Instant.EPOCH, null));
        assertThat(outcome.refusals()).isEmpty();
        return outcome.position();
    }
}
