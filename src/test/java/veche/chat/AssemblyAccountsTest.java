package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import veche.account.Account;
import veche.account.Snapshot;
import veche.config.Retention;
import veche.event.ChannelFlag;
import veche.event.Credential;
import veche.event.Event;
import veche.event.Refusal;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// What may happen to an account.
class AssemblyAccountsTest {

    private static final ChannelName HALL = new ChannelName("#veche");
    private static final ChannelName TEA = new ChannelName("#tea");
    private static final Rules RULES = Rules.usual(HALL);
    private static final Nickname ANN = new Nickname("ann");
    private static final Credential OLD = new Credential("old");
    private static final Credential RESET = new Credential("reset");

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Session session;
    private final Session other;

    AssemblyAccountsTest() throws JournalException {
        var journal = new MemoryJournal();
        var hub = new Hub(RULES, journal, Retention.EVERYTHING, InstantSource.system());
        session = hub.open(new Story());
        other = hub.open(new Story());
    }

    @Test
    void aPasswordThatTheOperatorHasResetIsNotSetBack() {
        decide(session, new Command.Register(ANN, OLD));
        decide(null, new Command.ResetPassword(ANN, RESET));
        assertThat(decide(session, new Command.ChangePassword(OLD, new Credential("new"))))
                .contains(new Refusal.AccountChanged());
        assertThat(state.accounts().named(ANN).orElseThrow().credential()).isEqualTo(RESET);
    }

    @Test
    void anAccountFromAnotherJournalKeepsItsIdToItself() {
        var ann = new Account(new PersonId(5), ANN, Instant.EPOCH, Optional.empty(), OLD);
        var saved = new Snapshot.Saved(ann, List.of(HALL), 4711);
        decide(null, new Command.RestoreAccounts(List.of(saved)));
        var others = List.of("bob", "cyd", "dora");
        others.forEach(name -> decide(null, new Command.AddAccount(new Nickname(name), OLD)));
        assertThat(state.accounts().size()).isEqualTo(4);
        assertThat(state.accounts().named(ANN).map(Account::id)).contains(new PersonId(5));
        assertThat(state.person(ann.id()).orElseThrow().seen()).isLessThan(4711);
    }

    /// What is restored is told by the journal just as it is now, and has what every channel has.
    @Test
    void aChannelThatIsGoneIsMadeAnewForWhoeverIsRestoredIntoIt() {
        var ann = new Account(new PersonId(5), ANN, Instant.EPOCH, Optional.empty(), OLD);
        var restore =
                new Command.RestoreAccounts(List.of(new Snapshot.Saved(ann, List.of(TEA), 0)));
        assertThat(events(null, restore))
                .containsSubsequence(
                        new Event.ChannelMade(TEA, ann.author()),
                        new Event.Joined(TEA, ann.author()));
        assertThat(state.channels().find(TEA).orElseThrow().is(ChannelFlag.NO_EXTERNAL)).isTrue();
    }

    /// Nobody else is in such a channel, and its key is forgotten with it.
    @Test
    void whereAGuestWasAloneTheOwnerBeginsAnew() {
        decide(null, new Command.AddAccount(ANN, OLD));
        var ann = state.accounts().named(ANN).orElseThrow();
        decide(other, new Command.LogIn(ann.id(), OLD));
        decide(session, new Command.Enter(new Nickname("cat"), "u@host", Optional.empty()));
        decide(session, new Command.Join(TEA));
        assertThat(events(session, new Command.LogIn(ann.id(), OLD)))
                .containsSubsequence(
                        new Event.ChannelClosed(TEA, false),
                        new Event.ChannelMade(TEA, ann.author()),
                        new Event.Joined(TEA, ann.author()));
    }

    private List<Event> events(@Nullable Session by, Command command) {
        return assembly.decide(new Request(by, command, Instant.EPOCH, null)).tellings().stream()
                .map(telling -> telling.entry().event())
                .toList();
    }

    private List<Refusal> decide(@Nullable Session by, Command command) {
        return assembly.decide(new Request(by, command, Instant.EPOCH, null)).refusals();
    }
}
