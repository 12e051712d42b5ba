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
import veche.event.Credential;
import veche.event.Refusal;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// What may happen to an account.
class AssemblyAccountsTest {

    private static final ChannelName HALL = new ChannelName("#veche");
    private static final Rules RULES = Rules.usual(HALL);
    private static final Nickname ANN = new Nickname("ann");
    private static final Credential OLD = new Credential("old");
    private static final Credential RESET = new Credential("reset");

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Session session;

    AssemblyAccountsTest() throws JournalException {
        var journal = new MemoryJournal();
        var hub = new Hub(RULES, journal, Retention.EVERYTHING, InstantSource.system());
        session = hub.open(new Story());
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

    private List<Refusal> decide(@Nullable Session by, Command command) {
        return assembly.decide(new Request(by, command, Instant.EPOCH, null)).refusals();
    }
}
