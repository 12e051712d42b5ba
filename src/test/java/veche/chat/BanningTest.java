package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Event;
import veche.event.Exile;
import veche.event.PersonFlag;
import veche.event.Refusal;
import veche.event.Text;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// Who may be on the server, and who is an operator of it.
class BanningTest {

    private static final Rules RULES = Rules.usual(new ChannelName("#veche"));
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final Optional<Text> WHY = Optional.of(new Text("enough"));

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Session ann;
    private final Session bob;

    BanningTest() throws JournalException {
        var hub = new Hub(RULES, new MemoryJournal(), Retention.EVERYTHING, InstantSource.system());
        ann = hub.open(at("192.0.2.1"));
        bob = hub.open(at("198.51.100.2"));
    }

    private static Recipient at(String address) {
        return new Story() {
            @Override
            public Optional<InetAddress> address() {
                return Optional.of(InetAddress.ofLiteral(address));
            }
        };
    }

    private Outcome decide(Session by, Command command) {
        return assembly.decide(new Request(by, command, NOW, null));
    }

    private Outcome operate(Command.Operating command, Instant when) {
        return assembly.decide(new Request(null, command, when, null));
    }

    private Outcome enter(Session session, String name) {
        var address = "~u@" + name + ".example";
        return decide(session, new Command.Enter(new Nickname(name), address, Optional.empty()));
    }

    private static Command.SetBan ban(String whom, Optional<Instant> until) {
        return new Command.SetBan(exile(whom), false, until, "root", WHY);
    }

    private static Exile exile(String whom) {
        return Exile.parse(whom, CaseMapping.PRECIS).orElseThrow();
    }

    @Test
    void nobodyBecomesAnOperatorByAFlag() {
        enter(ann, "ann");
        assertThat(decide(ann, new Command.SetFlag(PersonFlag.OPERATOR, true)).refusals())
                .containsExactly(new Refusal.NotOperator());
        assertThat(decide(ann, new Command.Warn(WHY.orElseThrow())).refusals())
                .containsExactly(new Refusal.NotOperator());
        decide(ann, new Command.BecomeOperator());
        assertThat(decide(ann, new Command.Warn(WHY.orElseThrow())).refusals()).isEmpty();
        decide(ann, new Command.SetFlag(PersonFlag.OPERATOR, false));
        assertThat(decide(ann, new Command.Warn(WHY.orElseThrow())).isRefused()).isTrue();
    }

    @Test
    void aBanEndsByItself() {
        var end = NOW.plus(Duration.ofHours(1));
        operate(ban("192.0.2.0/24", Optional.of(end)), NOW);
        assertThat(enter(ann, "ann").refusals()).containsExactly(new Refusal.Banned(WHY));
        assertThat(enter(bob, "bob").refusals()).isEmpty();
        assertThat(state.bans().all(end.minusMillis(1))).hasSize(1);
        assertThat(state.bans().all(end)).isEmpty();
        assertThat(operate(new Command.LiftBan(exile("192.0.2.0/24")), end).refusals())
                .containsExactly(new Refusal.NoSuchBan("192.0.2.0/24"));
        assertThat(enter(ann, "ann").refusals()).isEmpty();
    }

    @Test
    void whoIsBannedLeavesAtOnceButNoOperatorDoes() {
        enter(ann, "ann");
        enter(bob, "bob");
        decide(bob, new Command.BecomeOperator());
        var outcome = operate(ban("*!*@*.example", Optional.empty()), NOW);
        assertThat(outcome.tellings().stream().map(telling -> telling.entry().event()).toList())
                .hasSize(3)
                .element(1)
                .isEqualTo(new Event.Expelled(Reason.BANNED, WHY));
        assertThat(ann.person()).isEmpty();
        assertThat(bob.person()).isPresent();
    }

    @Test
    void theSameBanWrittenOtherwiseIsTheSame() {
        operate(ban("Ann!*@*", Optional.empty()), NOW);
        operate(ban("ann", Optional.empty()), NOW);
        operate(ban("ANN!*@*", Optional.empty()), NOW);
        assertThat(state.bans().all(NOW).stream().map(it -> it.whom().text()).toList())
                .isEqualTo(List.of("Ann!*@*"));
    }

    @Test
    void howABanIsWrittenSaysWhatItIsAbout() {
        assertThat(exile("192.0.2.77/24").text()).isEqualTo("192.0.2.0/24");
        assertThat(exile("2001:db8::1")).isInstanceOf(Exile.From.class);
        assertThat(exile("*@host")).isInstanceOf(Exile.Called.class);
        assertThat(exile("ann")).isInstanceOf(Exile.Owner.class);
        assertThat(Exile.parse("two words", CaseMapping.PRECIS)).isEmpty();
        assertThat(Exile.parse("", CaseMapping.PRECIS)).isEmpty();
        assertThat(Exile.parse("192.0.2.0/33", CaseMapping.PRECIS)).isEmpty();
    }
}
