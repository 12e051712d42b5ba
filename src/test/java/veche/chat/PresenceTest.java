package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.PersonFlag;
import veche.event.Refusal;
import veche.event.Text;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// Who is away, and what those learn of it who share a channel, or watch.
class PresenceTest {

    private static final ChannelName HALL = new ChannelName("#veche");
    private static final ChannelName TEA = new ChannelName("#tea");
    private static final Rules RULES = Rules.usual(HALL);
    private static final Nickname ANN = new Nickname("ann");
    private static final Nickname BOB = new Nickname("bob");
    private static final Nickname ZOE = new Nickname("zoe");
    private static final Credential CREDENTIAL = new Credential("secret");
    private static final Text LUNCH = new Text("lunch");
    private static final Text TRAIN = new Text("on a train");

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Hub hub;
    private final Map<Session, List<Entry>> told = new LinkedHashMap<>();
    private long now;

    PresenceTest() throws JournalException {
        hub = new Hub(RULES, new MemoryJournal(), Retention.EVERYTHING, InstantSource.system());
    }

    @Test
    void somebodyIsAwayWhenAllOfTheirSessionsAre() {
        var first = register(ANN);
        var second = logIn(ANN);
        decide(first, away(LUNCH));
        assertThat(ann().away()).isEmpty();
        decide(second, away(TRAIN));
        assertThat(ann().away()).contains(TRAIN);
        decide(first, new Command.SetAway(Optional.empty()));
        assertThat(ann().away()).isEmpty();
    }

    @Test
    void theLastToSaySoSaysWhy() {
        var first = register(ANN);
        var second = logIn(ANN);
        decide(second, away(TRAIN));
        decide(first, away(LUNCH));
        assertThat(ann().away()).contains(LUNCH);
    }

    @Test
    void aSessionWithoutAnybodyCountsAsIfItWereNotThere() {
        var first = register(ANN);
        decide(first, away(LUNCH));
        var second = session();
        decide(second, away(Presence.NO_WORDS));
        decide(second, logInTo(ANN));
        assertThat(ann().away()).contains(LUNCH);
        decide(first, new Command.End(0, Reason.QUIT));
        assertThat(ann().away()).contains(Presence.NO_WORDS);
    }

    @Test
    void somebodyWhoComesBackOnAnotherDeviceIsBack() {
        var first = register(ANN);
        decide(first, away(LUNCH));
        var second = logIn(ANN);
        assertThat(ann().away()).isEmpty();
        decide(second, new Command.End(0, Reason.QUIT));
        assertThat(ann().away()).contains(LUNCH);
    }

    @Test
    void whatASessionSaysBeforeItComesInHoldsWhenItDoes() {
        var session = session();
        decide(session, away(LUNCH));
        decide(session, new Command.SetRealname(new Text("Zoe Zed")));
        decide(session, enter(ZOE));
        var zoe = state.named(ZOE).orElseThrow();
        assertThat(zoe.away()).contains(LUNCH);
        assertThat(zoe.realname()).contains(new Text("Zoe Zed"));
    }

    @Test
    void thoseInAChannelLearnThatWhoeverComesIsAway() {
        var bob = register(BOB);
        var ann = register(ANN);
        decide(bob, new Command.Join(TEA));
        decide(ann, away(LUNCH));
        told.clear();
        decide(ann, new Command.Join(TEA));
        assertThat(events(bob)).contains(new Event.AwaySet(ann().author(), Optional.of(LUNCH)));
        assertThat(events(ann)).noneMatch(Event.AwaySet.class::isInstance);
    }

    @Test
    void whoeverWatchesIsToldThatSomebodyComesAndGoes() {
        var bob = guest(BOB);
        watch(bob, false, ZOE);
        var zoe = guest(ZOE);
        var author = state.named(ZOE).orElseThrow().author();
        decide(zoe, away(LUNCH));
        decide(zoe, new Command.End(0, Reason.QUIT));
        assertThat(events(bob))
                .containsExactly(new Event.Appeared(author), new Event.Disappeared(ZOE));
    }

    @Test
    void whoeverWatchesCloselyIsToldWhatBecomesOfThem() {
        var bob = guest(BOB);
        watch(bob, true, ZOE);
        var zoe = session();
        decide(zoe, new Command.SetRealname(new Text("Zoe")));
        decide(zoe, enter(ZOE));
        var author = state.named(ZOE).orElseThrow().author();
        decide(zoe, away(LUNCH));
        decide(zoe, new Command.SetRealname(new Text("Zoe Zed")));
        assertThat(events(bob))
                .containsExactly(
                        new Event.Appeared(author),
                        new Event.AwaySet(author, Optional.of(LUNCH)),
                        new Event.RealnameSet(author, new Text("Zoe Zed")));
    }

    @Test
    void whoeverWatchesForANameIsNotToldByWhatNameItsBearerGoesOn() {
        var bob = guest(BOB);
        watch(bob, true, ZOE);
        var zoe = guest(ZOE);
        told.clear();
        decide(zoe, new Command.Rename(new Nickname("Zoe")));
        assertThat(events(bob)).isEmpty();
        decide(zoe, new Command.Rename(new Nickname("zora")));
        assertThat(events(bob)).containsExactly(new Event.Disappeared(ZOE));
    }

    @Test
    void whoeverWatchesNobodyAnyMoreIsToldNothing() {
        var bob = guest(BOB);
        watch(bob, true, ZOE);
        watch(bob, true, ANN);
        guest(ZOE);
        assertThat(events(bob)).isEmpty();
        watch(bob, true);
        guest(ANN);
        assertThat(events(bob)).isEmpty();
    }

    @Test
    void aGuestWhoRegistersTheirNameDoesNotGo() {
        var bob = guest(BOB);
        watch(bob, true, ZOE);
        var zoe = guest(ZOE);
        told.clear();
        decide(zoe, new Command.Register(ZOE, CREDENTIAL));
        assertThat(events(bob)).hasOnlyElementsOfType(Event.LoggedIn.class);
    }

    @Test
    void aGuestWhoLogsInGoesOnWhereTheOwnerIs() {
        var first = register(ANN);
        var zoe = guest(ZOE);
        decide(zoe, logInTo(ANN));
        assertThat(zoe.person()).contains(ann());
        assertThat(ann().sessions()).containsExactly(first, zoe);
        assertThat(state.named(ZOE)).isEmpty();
        assertThat(state.formerNames().of(ZOE)).hasSize(1);
    }

    @Test
    void whoLeavesOrIsRenamedIsRememberedWithTheirRealName() {
        var zoe = session();
        decide(zoe, new Command.SetRealname(new Text("Zoe Zed")));
        decide(zoe, enter(ZOE));
        decide(zoe, new Command.Rename(new Nickname("zora")));
        decide(zoe, new Command.End(0, Reason.QUIT));
        assertThat(state.formerNames().of(ZOE))
                .extracting(FormerNames.Former::realname)
                .containsExactly(Optional.of(new Text("Zoe Zed")));
        assertThat(state.formerNames().of(new Nickname("zora"))).hasSize(1);
    }

    @Test
    void whoeverIsLetInMayWriteToSomebodyWhoTakesMessagesFromFewPeople() {
        var ann = register(ANN);
        var zoe = guest(ZOE);
        decide(ann, new Command.SetFlag(PersonFlag.ACCOUNTS_TELL, true));
        assertThat(refusals(zoe, tell(ANN))).containsExactly(new Refusal.WantsAccount(ANN));
        decide(ann, new Command.Accept(ZOE, true));
        assertThat(refusals(zoe, tell(ANN))).isEmpty();
        decide(ann, new Command.Accept(ZOE, false));
        assertThat(refusals(zoe, tell(ANN))).isNotEmpty();
        decide(ann, tell(ZOE));
        assertThat(refusals(zoe, tell(ANN))).isEmpty();
    }

    private static Command tell(Nickname to) {
        return new Command.Tell(to, Manner.SPEECH, LUNCH);
    }

    private static Command away(Text words) {
        return new Command.SetAway(Optional.of(words));
    }

    private static Command enter(Nickname name) {
        return new Command.Enter(name, "~u@example.org", Optional.empty());
    }

    private Command logInTo(Nickname name) {
        var account = state.accounts().named(name).orElseThrow();
        return new Command.LogIn(account.id(), account.credential());
    }

    private void watch(Session by, boolean closely, Nickname... names) {
        decide(by, new Command.Watch(Set.of(names), closely));
    }

    private Session session() {
        return hub.open(new Story());
    }

    private Session register(Nickname name) {
        var session = session();
        decide(session, new Command.Register(name, CREDENTIAL));
        return session;
    }

    private Session logIn(Nickname name) {
        var session = session();
        decide(session, logInTo(name));
        return session;
    }

    private Session guest(Nickname name) {
        var session = session();
        decide(session, enter(name));
        return session;
    }

    private Person ann() {
        return state.named(ANN).orElseThrow();
    }

    private List<Event> events(Session session) {
        return told.getOrDefault(session, List.of()).stream().map(Entry::event).toList();
    }

    private void decide(Session by, Command command) {
        assertThat(refusals(by, command)).isEmpty();
    }

    private List<Refusal> refusals(Session by, Command command) {
        var outcome = assembly.decide(new Request(by, command, Instant.ofEpochSecond(++now), null));
        for (var telling : outcome.tellings()) {
            for (var session : telling.audience()) {
                told.computeIfAbsent(session, _ -> new ArrayList<>()).add(telling.entry());
            }
        }
        return outcome.refusals();
    }
}
