package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import veche.chat.Command.LogIn;
import veche.chat.Command.Register;
import veche.chat.Command.Say;
import veche.chat.Command.Signal;
import veche.chat.Command.Target.Everyone;
import veche.config.Retention;
import veche.event.Credential;
import veche.event.Manner;
import veche.event.Refused;
import veche.event.Tags;
import veche.event.Text;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// What somebody has surely seen when they are gone; what was said later they are shown on return.
class SeenTest {

    private static final ChannelName CHANNEL = new ChannelName("#veche");
    private static final Rules RULES = Rules.usual(CHANNEL);
    private static final Nickname ANN = new Nickname("ann");
    private static final Nickname BOB = new Nickname("bob");
    private static final Credential CREDENTIAL = new Credential("secret");

    private final MemoryJournal journal = new MemoryJournal();
    private volatile Instant now = Instant.EPOCH;

    @Test
    void whoeverLeavesHasSeenWhatTheyWereSent() throws Exception {
        try (var hub = start()) {
            var ann = register(hub, ANN);
            var bob = register(hub, BOB);
            var sent = say(bob);
            say(bob);
            ann.end(sent, Reason.QUIT);
            assertThat(logIn(hub, ANN).arrival().seen()).isEqualTo(sent);
        }
    }

    @Test
    void whoeverDidNotReadMayHaveSeenNothingSinceTheyCame() throws Exception {
        try (var hub = start()) {
            register(hub, ANN).end(0, Reason.QUIT);
            var bob = register(hub, BOB);
            var before = say(bob);
            logIn(hub, ANN).end(before, Reason.QUIT);
            var slow = logIn(hub, ANN);
            slow.end(say(bob), Reason.SLOW_CONSUMER);
            assertThat(logIn(hub, ANN).arrival().seen()).isEqualTo(before);
        }
    }

    @Test
    void aDeadConnectionMayHaveBeenDeadForAWhile() throws Exception {
        try (var hub = start()) {
            var ann = register(hub, ANN);
            var bob = register(hub, BOB);
            var seen = say(bob);
            minutesPass();
            say(bob);
            minutesPass();
            ann.end(say(bob), Reason.LOST);
            assertThat(logIn(hub, ANN).arrival().seen()).isEqualTo(seen);
        }
    }

    @Test
    void whoeverWasHereWhenTheServerWentDownMayHaveMissedTheLastSeconds() throws Exception {
        long seen;
        try (var hub = start()) {
            register(hub, ANN);
            var bob = register(hub, BOB);
            seen = say(bob);
            minutesPass();
            say(bob);
        }
        try (var hub = start()) {
            assertThat(logIn(hub, ANN).arrival().seen()).isEqualTo(seen);
        }
    }

    @Test
    void whoeverHadJustComeBackThenHasStillMissedWhatWasSaidWhileTheyWereAway() throws Exception {
        long seen;
        try (var hub = start()) {
            var ann = register(hub, ANN);
            var bob = register(hub, BOB);
            seen = say(bob);
            ann.end(seen, Reason.QUIT);
            minutesPass();
            say(bob);
            minutesPass();
            logIn(hub, ANN);
        }
        try (var hub = start()) {
            assertThat(logIn(hub, ANN).arrival().seen()).isEqualTo(seen);
        }
    }

    @Test
    void whoeverHadJustRegisteredThenHasNotMissedEverythingThatWasEverSaid() throws Exception {
        long seen;
        try (var hub = start()) {
            seen = say(register(hub, BOB));
            minutesPass();
            register(hub, ANN);
        }
        try (var hub = start()) {
            var ann = logIn(hub, ANN).arrival();
            assertThat(ann.seen()).isEqualTo(seen);
            assertThat(ann.newcomer()).isFalse();
        }
    }

    /// Whoever saw that somebody is typing goes on after its id.
    @Test
    void whatWasSeenAndNotStoredKeepsItsPositionAfterACrash() throws Exception {
        var typing =
                new Signal(new Everyone(CHANNEL), new Tags(Map.of("+typing", "active")), false);
        long seen = 0;
        try (var hub = start()) {
            var bob = register(hub, BOB);
            say(bob);
            for (var i = 0; i < 100; i++) {
                seen = bob.perform(typing);
            }
        }
        assertThat(seen).isGreaterThan(journal.last());
        try (var hub = start()) {
            assertThat(say(logIn(hub, BOB))).isGreaterThan(seen);
        }
    }

    /// A server that goes on from where the one before was. Closing it ends nobody's session, so
    /// that the journal looks as after a crash.
    private Hub start() throws JournalException {
        var hub = new Hub(RULES, journal, Retention.EVERYTHING, () -> now);
        hub.start();
        return hub;
    }

    private void minutesPass() {
        now = now.plus(Duration.ofMinutes(20));
    }

    private static Session register(Hub hub, Nickname name) throws Refused, InterruptedException {
        var session = hub.open(new Story());
        session.perform(new Register(name, CREDENTIAL));
        return session;
    }

    private static Session logIn(Hub hub, Nickname name) throws Refused, InterruptedException {
        var session = hub.open(new Story());
        var account = hub.accounts().named(name).orElseThrow();
        session.perform(new LogIn(account.id(), CREDENTIAL));
        return session;
    }

    private static long say(Session session) throws Refused, InterruptedException {
        return session.perform(new Say(CHANNEL, Manner.SPEECH, new Text("words")));
    }
}
