package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import veche.event.Addressee;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Rank;
import veche.event.Tags;
import veche.event.Text;
import veche.name.ChannelName;

/// What every journal knows of a channel that is called something else.
abstract class RenamingContract extends RetentionContract {

    private static final ChannelName BREW = new ChannelName("#Brew");
    private static final Conversation NEXT = new Conversation.InChannel(BREW);

    private Entry rename(String channel, String next) throws JournalException {
        var names = List.of(new ChannelName(channel), new ChannelName(next));
        return append(
                scribe.entry(
                        new Event.ChannelRenamed(
                                names.getFirst(), names.getLast(), ANN, Optional.empty())));
    }

    private static Entry said(Entry before, String channel, String text) {
        var event = new Event.Said(new ChannelName(channel), ANN, Manner.SPEECH, new Text(text));
        return new Entry(before.position(), before.time(), event);
    }

    @Test
    void aHistoryGoesOnUnderTheNextName() throws JournalException {
        var joined = append(scribe.joined("#tea", ANN));
        var before = append(scribe.said("#tea", ANN, "green"));
        var renamed = rename("#tea", "#Brew");
        var after = append(scribe.said("#brew", ANN, "greener"));
        for (var isOpenedAgain : List.of(false, true)) {
            if (isOpenedAgain) {
                reopen();
            }
            var told = said(before, "#brew", "green");
            assertThat(everythingIn(NEXT)).containsExactly(told, after);
            assertThat(journal.latest(NEXT, Scope.EVERYTHING, 0, END, 9))
                    .containsExactly(
                            new Entry(
                                    joined.position(), joined.time(), new Event.Joined(BREW, ANN)),
                            told,
                            renamed,
                            after);
            assertThat(journal.earliest(NEXT, Scope.SPOKEN, 0, END, 1)).containsExactly(told);
            assertThat(journal.count(NEXT, 0, END)).isEqualTo(2);
            assertThat(journal.find(before.position())).contains(told);
            assertThat(journal.search(List.of(NEXT), "green", END, 9)).containsExactly(told, after);
            assertThat(everythingIn(TEA)).isEmpty();
            assertThat(journal.latest(TEA, Scope.EVERYTHING, 0, END, 9)).isEmpty();
            assertThat(journal.search(List.of(TEA), "green", END, 9)).isEmpty();
        }
    }

    @Test
    void aNameThatIsFreeIsThatOfAnotherChannelThen() throws JournalException {
        append(scribe.said("#tea", ANN, "green"));
        rename("#tea", "#brew");
        var later = append(scribe.said("#tea", BOB, "black"));
        rename("#brew", "#chess");
        assertThat(everythingIn(TEA)).containsExactly(later);
        assertThat(journal.count(CHESS, 0, END)).isEqualTo(1);
        assertThat(everythingIn(NEXT)).isEmpty();
    }

    @Test
    void nothingIsFoundOfAChannelWhoseNameAnotherHasNow() throws JournalException {
        var lost = append(scribe.said("#brew", BOB, "secret"));
        append(
                scribe.entry(
                        new Event.ReadMarked(BOB.person(), channel("#brew"), 1_700_000_000_000L)));
        var kept = append(scribe.said("#tea", ANN, "green"));
        rename("#tea", "#Brew");
        assertThat(everythingIn(NEXT)).containsExactly(said(kept, "#brew", "green"));
        assertThat(journal.find(lost.position())).isEmpty();
        assertThat(journal.search(List.of(NEXT, TEA), "secret", END, 9)).isEmpty();
        assertThat(facts()).isEmpty();
        assertThat(journal.messages()).isEqualTo(2);
        journal.prune(keep(0), LATER, 100);
        assertThat(journal.messages()).isZero();
    }

    @Test
    void nothingIsFoundOfAPrivateChannelThatHasEnded() throws JournalException {
        var lost = append(scribe.said("#tea", BOB, "secret"));
        append(
                scribe.entry(
                        new Event.ReadMarked(BOB.person(), channel("#tea"), 1_700_000_000_000L)));
        append(scribe.entry(new Event.ChannelClosed(new ChannelName("#Tea"), true)));
        var kept = append(scribe.said("#tea", ANN, "green"));
        for (var isOpenedAgain : List.of(false, true)) {
            if (isOpenedAgain) {
                reopen();
            }
            assertThat(everythingIn(TEA)).containsExactly(kept);
            assertThat(journal.count(TEA, 0, END)).isEqualTo(1);
            assertThat(journal.find(lost.position())).isEmpty();
            assertThat(journal.search(List.of(TEA), "secret", END, 9)).isEmpty();
            assertThat(facts()).isEmpty();
        }
        append(scribe.entry(new Event.ChannelClosed(new ChannelName("#Tea"), false)));
        assertThat(everythingIn(TEA)).containsExactly(kept);
    }

    @Test
    void whatIsTrueOfAChannelStaysTrue() throws JournalException {
        append(scribe.entry(new Event.ChannelMade(new ChannelName("#Tea"), ANN)));
        append(scribe.joined("#tea", ANN));
        append(scribe.entry(new Event.ReadMarked(ANN.person(), TEA, 5)));
        rename("#tea", "#Brew");
        append(scribe.entry(new Event.Parted(BREW, ANN)));
        reopen();
        assertThat(facts())
                .extracting(Entry::event)
                .containsExactly(
                        new Event.ChannelMade(BREW, ANN),
                        new Event.ReadMarked(ANN.person(), NEXT, 5));
        assertThat(((Event.ChannelMade) facts().getFirst().event()).channel().text())
                .isEqualTo("#Brew");
    }

    @Test
    void aNameCanBeSpelledInAnotherWay() throws JournalException {
        append(scribe.entry(new Event.ChannelMade(new ChannelName("#tea"), ANN)));
        append(scribe.said("#tea", ANN, "green"));
        rename("#tea", "#TEA");
        assertThat(everythingIn(TEA))
                .singleElement()
                .extracting(entry -> ((Event.Said) entry.event()).channel().text())
                .isEqualTo("#TEA");
        assertThat(((Event.ChannelMade) facts().getFirst().event()).channel().text())
                .isEqualTo("#TEA");
    }

    @Test
    void whatIsDeletedUnderTheNextNameIsDeleted() throws JournalException {
        var aside =
                append(
                        scribe.entry(
                                new Event.SaidToRank(
                                        new ChannelName("#tea"),
                                        Rank.VOICE,
                                        ANN,
                                        Manner.SPEECH,
                                        new Text("psst"),
                                        Tags.NONE)));
        var said = append(scribe.said("#tea", ANN, "green"));
        rename("#tea", "#brew");
        for (var entry : List.of(aside, said)) {
            append(
                    scribe.entry(
                            new Event.Redacted(
                                    new Addressee.Everyone(BREW),
                                    ANN,
                                    entry.position(),
                                    Optional.empty())));
            assertThat(journal.find(entry.position()))
                    .map(Entry::event)
                    .contains(new Event.Withdrawn(NEXT, ANN));
        }
    }
}
