package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import veche.account.Account;
import veche.config.Retention;
import veche.event.Credential;
import veche.event.Event;
import veche.event.Refusal;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// How guests log in and out, where accounts can be used under other names.
class LoginsTest {

    private static final ChannelName TEA = new ChannelName("#tea");
    private static final Rules RULES =
            new Rules(
                    Optional.empty(),
                    true,
                    true,
                    false,
                    new Rules.Most(100, 2, 100, Rules.usual(TEA).most().changes(), 64),
                    Rules.usual(TEA).beginnings());
    private static final Nickname ANN = new Nickname("ann");
    private static final Nickname BOB = new Nickname("bob");
    private static final Nickname CAT = new Nickname("cat");

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Hub hub;
    private final Session first;
    private final Session second;

    LoginsTest() throws JournalException {
        hub = new Hub(RULES, new MemoryJournal(), Retention.EVERYTHING, InstantSource.system());
        first = hub.open(new Story());
        second = hub.open(new Story());
        decide(null, new Command.AddAccount(ANN, new Credential("ann's")));
        decide(null, new Command.AddAccount(BOB, new Credential("bob's")));
    }

    @Test
    void twoClientsOfAnAccountAreOneGuest() {
        enter(first, CAT, ANN);
        decide(first, new Command.Join(TEA));
        assertThat(enter(second, CAT, ANN).refusals()).isEmpty();
        assertThat(second.person()).isEqualTo(first.person());
        assertThat(state.channels().find(TEA).orElseThrow().audience()).contains(second);
        decide(first, new Command.End(0, Reason.QUIT));
        assertThat(state.named(CAT)).isPresent();
        decide(second, new Command.End(0, Reason.QUIT));
        assertThat(state.named(CAT)).isEmpty();
    }

    @Test
    void aNicknameIsNotSharedWithOthers() {
        enter(first, CAT, ANN);
        assertThat(enter(second, CAT, BOB).refusals()).contains(new Refusal.NameTaken(CAT));
    }

    @Test
    void aGuestCanMoveToAnotherAccountAndOut() {
        enter(first, CAT, ANN);
        assertThat(decide(first, logIn(BOB)).refusals()).isEmpty();
        assertThat(login(first)).contains(BOB);
        assertThat(decide(first, logIn(BOB)).tellings()).isEmpty();
        assertThat(decide(first, new Command.LogOut()).refusals()).isEmpty();
        assertThat(login(first)).isEmpty();
        assertThat(decide(first, new Command.LogOut()).refusals())
                .contains(new Refusal.NotLoggedIn());
    }

    @Test
    void aGuestWithSeveralClientsStaysWhoTheyAre() {
        enter(first, CAT, ANN);
        enter(second, CAT, ANN);
        assertThat(decide(first, logIn(BOB)).refusals()).contains(new Refusal.AlreadyLoggedIn());
    }

    @Test
    void anOwnerStaysWhoTheyAre() {
        decide(second, logIn(ANN));
        assertThat(decide(second, logIn(BOB)).refusals()).contains(new Refusal.AlreadyLoggedIn());
        assertThat(decide(second, new Command.LogOut()).refusals())
                .contains(new Refusal.NameFixed(ANN, ANN));
    }

    @Test
    void whoeverIsLoggedInToAnAccountThatIsRemovedIsAGuest() {
        enter(first, CAT, ANN);
        decide(first, new Command.Join(TEA));
        var removed = decide(null, new Command.RemoveAccount(ANN));
        assertThat(removed.tellings().getFirst().entry().event())
                .isInstanceOf(Event.LoggedIn.class);
        assertThat(login(first)).isEmpty();
        assertThat(first.account()).isEmpty();
    }

    @Test
    void anAccountHasAFewCertificates() {
        enter(first, CAT, ANN);
        enter(second, new Nickname("dog"), BOB);
        assertThat(decide(first, new Command.AddCertificate("a")).refusals()).isEmpty();
        assertThat(decide(second, new Command.AddCertificate("a")).refusals())
                .contains(new Refusal.CertificateTaken());
        assertThat(decide(second, new Command.RemoveCertificate("a")).refusals())
                .contains(new Refusal.NoSuchCertificate());
        decide(first, new Command.AddCertificate("b"));
        assertThat(decide(first, new Command.AddCertificate("c")).refusals())
                .contains(new Refusal.TooManyCertificates(2));
        var ann = account(ANN);
        assertThat(state.fingerprints().of(ann.id())).containsExactly("a", "b");
        assertThat(state.fingerprints().owner("b")).contains(ann.id());
        decide(first, new Command.RemoveCertificate("a"));
        decide(null, new Command.RemoveAccount(ANN));
        assertThat(state.fingerprints().owner("a")).isEmpty();
        assertThat(state.fingerprints().owner("b")).isEmpty();
    }

    @Test
    void anAccountThatIsMadeBeforeComingInWaits() {
        decide(first, new Command.MakeAccount(CAT, new Credential("cat's")));
        assertThat(first.person()).isEmpty();
        assertThat(decide(second, new Command.MakeAccount(CAT, new Credential("x"))).refusals())
                .contains(new Refusal.NameTaken(CAT));
        decide(first, logIn(CAT));
        assertThat(login(first)).contains(CAT);
    }

    private Optional<Nickname> login(Session session) {
        return session.person().flatMap(it -> it.author().login()).map(it -> it.name());
    }

    private Account account(Nickname name) {
        return state.accounts().named(name).orElseThrow();
    }

    private Command logIn(Nickname name) {
        return new Command.LogIn(account(name).id(), account(name).credential());
    }

    private Outcome enter(Session by, Nickname name, @Nullable Nickname login) {
        var proven =
                Optional.ofNullable(login)
                        .map(this::account)
                        .map(it -> new Command.Login(it.id(), it.credential()));
        return decide(by, new Command.Enter(name, "u@host", proven));
    }

    private Outcome decide(@Nullable Session by, Command command) {
        return assembly.decide(new Request(by, command, Instant.EPOCH, null));
    }
}
