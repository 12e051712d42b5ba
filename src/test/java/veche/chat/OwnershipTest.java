package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Credential;
import veche.event.Rank;
import veche.event.Refusal;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;

/// Whose channels are, and to whom they give ranks.
class OwnershipTest {

    private static final Rules RULES = Rules.usual(new ChannelName("#veche"));
    private static final ChannelName TEA = new ChannelName("#tea");
    private static final Nickname ANN = new Nickname("ann");
    private static final Nickname BOB = new Nickname("bob");
    private static final Nickname CYD = new Nickname("cyd");

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Session ann;
    private final Session bob;

    OwnershipTest() throws JournalException {
        var journal = new MemoryJournal();
        var hub = new Hub(RULES, journal, Retention.EVERYTHING, InstantSource.system());
        ann = arrive(hub, ANN);
        bob = arrive(hub, BOB);
        does(ann, new Command.Join(TEA));
        does(ann, new Command.RegisterChannel(TEA));
    }

    private Session arrive(Hub hub, Nickname name) {
        var session = hub.open(new Story());
        does(session, new Command.Register(name, new Credential("secret")));
        return session;
    }

    @Test
    void aFounderIsOneWheneverTheyCome() {
        does(ann, new Command.Part(TEA));
        does(bob, new Command.Join(TEA));
        does(ann, new Command.Join(TEA));
        assertThat(highest(ann)).contains(Rank.FOUNDER);
        assertThat(highest(bob)).isEmpty();
    }

    @Test
    void anAccountIsGivenItsRankAtOnceAndWheneverItComes() {
        does(bob, new Command.Join(TEA));
        does(ann, access(BOB, Rank.OPERATOR));
        assertThat(highest(bob)).contains(Rank.OPERATOR);
        does(bob, new Command.Part(TEA));
        does(bob, new Command.Join(TEA));
        assertThat(highest(bob)).contains(Rank.OPERATOR);
        does(ann, access(BOB, Rank.VOICE));
        assertThat(highest(bob)).contains(Rank.VOICE);
        does(ann, access(BOB, null));
        assertThat(highest(bob)).isEmpty();
    }

    @Test
    void nobodyGivesMoreThanTheyMay() {
        does(bob, new Command.Join(TEA));
        assertThat(refusals(bob, access(BOB, Rank.OPERATOR)))
                .containsExactly(new Refusal.NeedsRank(TEA, Rank.OPERATOR));
        does(ann, access(BOB, Rank.OPERATOR));
        assertThat(refusals(bob, access(ANN, Rank.FOUNDER)))
                .containsExactly(new Refusal.NeedsRank(TEA, Rank.FOUNDER));
        assertThat(refusals(ann, access(CYD, Rank.VOICE)))
                .containsExactly(new Refusal.NoSuchAccount(CYD));
    }

    @Test
    void aRankThatWasTakenCanBeClaimed() {
        var wish = new Command.Wish.Ranking(ANN, Rank.FOUNDER, false);
        does(ann, new Command.ChangeModes(TEA, List.of(wish)));
        does(ann, new Command.ClaimRank(TEA));
        assertThat(highest(ann)).contains(Rank.FOUNDER);
        does(bob, new Command.Join(TEA));
        assertThat(refusals(bob, new Command.ClaimRank(TEA)))
                .containsExactly(new Refusal.NotFounder(TEA));
    }

    @Test
    void aChannelChangesHands() {
        does(bob, new Command.Join(TEA));
        assertThat(refusals(bob, new Command.TransferChannel(TEA, Optional.of(BOB))))
                .containsExactly(new Refusal.NotFounder(TEA));
        does(ann, new Command.TransferChannel(TEA, Optional.of(BOB)));
        assertThat(highest(bob)).contains(Rank.FOUNDER);
        assertThat(highest(ann)).contains(Rank.OPERATOR);
        assertThat(refusals(ann, new Command.TransferChannel(TEA, Optional.empty())))
                .containsExactly(new Refusal.NotFounder(TEA));
    }

    @Test
    void aChannelThatIsGivenUpGivesNoRanks() {
        does(ann, access(BOB, Rank.OPERATOR));
        does(ann, new Command.TransferChannel(TEA, Optional.empty()));
        does(bob, new Command.Join(TEA));
        assertThat(highest(bob)).isEmpty();
        assertThat(refusals(ann, access(BOB, Rank.VOICE)))
                .containsExactly(new Refusal.ChannelNotOwned(TEA));
    }

    @Test
    void whoeverGivesUpTheirAccountGivesUpItsChannels() {
        does(ann, access(BOB, Rank.OPERATOR));
        does(bob, new Command.GiveUpAccount());
        assertThat(tea().access()).isEmpty();
        does(ann, new Command.GiveUpAccount());
        assertThat(state.channels().find(TEA)).isEmpty();
    }

    @Test
    void whenAllAccountsGoTheirChannelsGoToo() {
        does(ann, access(BOB, Rank.OPERATOR));
        does(null, new Command.ClearAccounts(state.accounts().version()));
        assertThat(state.channels().find(TEA)).isEmpty();
    }

    @Test
    void nobodyIsCalledAsAServiceOrLooksLikeOne() {
        var service = new Nickname("nickserv");
        assertThat(refusals(null, new Command.AddAccount(service, new Credential("x"))))
                .containsExactly(new Refusal.NameTaken(service));
        var like = new Nickname("NickServ".replace('c', 'с'));
        assertThat(refusals(null, new Command.AddAccount(like, new Credential("x"))))
                .containsExactly(new Refusal.LooksLike(like, new Nickname("NickServ")));
    }

    private Channel tea() {
        return state.channels().find(TEA).orElseThrow();
    }

    private Optional<Rank> highest(Session session) {
        return tea().highest(session.person().orElseThrow().id());
    }

    private static Command access(Nickname account, @Nullable Rank rank) {
        return new Command.SetAccess(TEA, account, Optional.ofNullable(rank));
    }

    private void does(@Nullable Session by, Command command) {
        assertThat(refusals(by, command)).isEmpty();
    }

    private List<Refusal> refusals(@Nullable Session by, Command command) {
        return assembly.decide(new Request(by, command, Instant.EPOCH, null)).refusals();
    }
}
