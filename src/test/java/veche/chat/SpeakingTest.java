package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.ChannelFlag;
import veche.event.Credential;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Refusal;
import veche.event.Tags;
import veche.event.Text;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;

/// Who may speak in a channel in which those who keep order hear the others first.
class SpeakingTest {

    private static final Rules RULES = Rules.usual(new ChannelName("#veche"));
    private static final ChannelName TEA = new ChannelName("#tea");

    private final Assembly assembly = new Assembly(RULES, new State());
    private final Session ann;
    private final Session bob;

    SpeakingTest() throws JournalException {
        var hub = new Hub(RULES, new MemoryJournal(), Retention.EVERYTHING, InstantSource.system());
        ann = arrive(hub, "ann");
        bob = arrive(hub, "bob");
        decide(ann, new Command.Join(TEA));
        decide(bob, new Command.Join(TEA));
        set(ChannelFlag.OPERATOR_MODERATED);
    }

    private Session arrive(Hub hub, String name) {
        var session = hub.open(new Story());
        decide(session, new Command.Register(new Nickname(name), new Credential("secret")));
        return session;
    }

    private void set(ChannelFlag flag) {
        var wish = new Command.Wish.Flag(flag, true);
        decide(ann, new Command.ChangeModes(TEA, List.of(wish)));
    }

    private Outcome decide(Session by, Command command) {
        return assembly.decide(new Request(by, command, Instant.EPOCH, null));
    }

    private static Command say(String words) {
        return new Command.Say(TEA, Manner.SPEECH, new Text(words));
    }

    @Test
    void thoseWhoKeepOrderHearWhatOthersSay() {
        var said = decide(bob, say("may I?"));
        assertThat(said.refusals()).isEmpty();
        assertThat(said.tellings())
                .singleElement()
                .matches(telling -> telling.entry().event() instanceof Event.SaidToRank);
    }

    @Test
    void commandsToProgramsReachNobodyWhereThereShallBeNone() {
        set(ChannelFlag.NO_CTCP);
        assertThat(decide(bob, say("\u0001VERSION\u0001")).refusals())
                .containsExactly(new Refusal.MayNotSpeak(TEA, Refusal.Silence.NO_CTCP));
    }

    @Test
    void nobodyGetsAroundThatByPassingOnWhatOthersSay() {
        var relayed =
                new Command.Relay(TEA, "eve/irc", Manner.SPEECH, new Text("hear"), Tags.NONE, true);
        assertThat(decide(bob, relayed).refusals())
                .containsExactly(new Refusal.MayNotSpeak(TEA, Refusal.Silence.MODERATED));
        assertThat(decide(ann, relayed).refusals()).isEmpty();
    }
}
