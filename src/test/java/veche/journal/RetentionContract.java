package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Addressee;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Rank;
import veche.event.Tags;
import veche.event.Text;
import veche.name.ChannelName;

/// What every journal forgets.
abstract class RetentionContract extends SearchContract {

    @Test
    void retentionByAgeForgetsWhatIsOlder() throws JournalException {
        for (var i = 1; i <= 50; i++) {
            append(scribe.said(i % 2 == 0 ? "#tea" : "#chess", ANN, "hello"));
        }
        var retention = new Retention(Optional.of(Duration.ofSeconds(20)), OptionalLong.empty());
        var now = Scribe.timeOf(51);

        assertThat(journal.prune(retention, now, 12)).isEqualTo(12);
        assertThat(journal.messages()).isEqualTo(38);
        assertThat(journal.prune(retention, now, 100)).isEqualTo(18);
        assertThat(journal.prune(retention, now, 100)).isZero();
        assertThat(everythingIn(TEA)).first().extracting(Entry::position).isEqualTo(32L);
        assertThat(everythingIn(CHESS)).first().extracting(Entry::position).isEqualTo(31L);
        assertThat(journal.messages()).isEqualTo(20);
    }

    @Test
    void retentionByCountForgetsTheOldestOfEachConversation() throws JournalException {
        for (var i = 0; i < 30; i++) {
            append(scribe.said("#tea", ANN, "tea " + i));
            append(scribe.told(ANN, BOB, "told " + i));
            append(scribe.arrived(ANN));
        }
        append(scribe.said("#chess", ANN, "hello"));

        assertThat(journal.prune(keep(20), LATER, 7)).isEqualTo(7);
        assertThat(journal.prune(keep(20), LATER, 7)).isEqualTo(7);
        assertThat(journal.prune(keep(20), LATER, 7)).isEqualTo(6);
        assertThat(journal.prune(keep(20), LATER, 7)).isZero();
        assertThat(everythingIn(TEA)).hasSize(20);
        assertThat(everythingIn(between(ANN, BOB))).hasSize(20);
        assertThat(everythingIn(CHESS)).hasSize(1);

        append(scribe.said("#tea", ANN, "one more"));
        assertThat(journal.prune(keep(20), LATER, 7)).isEqualTo(1);
        reopen();
        append(scribe.said("#tea", ANN, "and one after a restart"));
        assertThat(journal.prune(keep(20), LATER, 7)).isEqualTo(1);
        assertThat(journal.count(TEA, 0, END)).isEqualTo(20);
        assertThat(journal.messages()).isEqualTo(41);
    }

    @Test
    void byAgeAndByCountTogetherForgetNoMoreThanTheLimit() throws JournalException {
        for (var i = 1; i <= 30; i++) {
            append(scribe.said("#tea", ANN, "hello"));
        }
        var both = new Retention(Optional.of(Duration.ofSeconds(25)), OptionalLong.of(10));
        assertThat(journal.prune(both, Scribe.timeOf(31), 8)).isEqualTo(8);
        assertThat(journal.prune(both, Scribe.timeOf(31), 100)).isEqualTo(12);
        assertThat(everythingIn(TEA)).hasSize(10);
    }

    @Test
    void whatWasSaidToThoseOfSomeRankIsForgottenByAge() throws JournalException {
        var old = append(aside("old")).position();
        append(scribe.said("#tea", ANN, "hello"));
        append(scribe.joined("#tea", BOB));
        var older = append(aside("older than it may be")).position();
        var young = append(aside("young")).position();
        assertThat(journal.prune(keep(0), LATER, 10)).isEqualTo(1);
        assertThat(journal.find(old)).isPresent();

        var retention = new Retention(Optional.of(Duration.ofSeconds(1)), OptionalLong.empty());
        var now = Scribe.timeOf(young + 1);
        assertThat(journal.prune(retention, now, 1)).isEqualTo(1);
        assertThat(journal.find(old)).isEmpty();
        assertThat(journal.find(older)).isPresent();
        assertThat(journal.prune(retention, now, 10)).isEqualTo(1);
        assertThat(journal.find(older)).isEmpty();
        assertThat(journal.find(young)).isPresent();
        assertThat(journal.prune(retention, now, 10)).isZero();
        assertThat(journal.find(3)).isPresent();
        reopen();
        assertThat(journal.find(old)).isEmpty();
        assertThat(journal.find(young)).isPresent();
    }

    @Test
    void thatSomethingSaidToThoseOfSomeRankWasDeletedIsForgottenByAge() throws JournalException {
        var aside = append(aside("oops"));
        var few = new Addressee.Ranking(new ChannelName("#tea"), Rank.VOICE);
        var deletion = new Event.Redacted(few, ANN, aside.position(), Optional.empty());
        append(scribe.entry(deletion));
        assertThat(journal.prune(keep(0), LATER, 10)).isZero();
        assertThat(journal.find(aside.position())).map(Entry::event).isPresent();

        var retention = new Retention(Optional.of(Duration.ofSeconds(1)), OptionalLong.empty());
        assertThat(journal.prune(retention, LATER, 10)).isEqualTo(1);
        assertThat(journal.find(aside.position())).isEmpty();
    }

    @Test
    void messagesAndWhatWasSaidToThoseOfSomeRankAreForgottenWithinOneLimit()
            throws JournalException {
        for (var i = 0; i < 5; i++) {
            append(scribe.said("#tea", ANN, "hello"));
            append(aside("psst"));
        }
        var retention = new Retention(Optional.of(Duration.ofSeconds(1)), OptionalLong.empty());
        assertThat(journal.prune(retention, LATER, 7)).isEqualTo(7);
        assertThat(journal.prune(retention, LATER, 7)).isEqualTo(3);
        assertThat(journal.prune(retention, LATER, 7)).isZero();
        assertThat(journal.messages()).isZero();
    }

    private Entry aside(String words) {
        return scribe.entry(
                new Event.SaidToRank(
                        new ChannelName("#tea"),
                        Rank.VOICE,
                        ANN,
                        Manner.SPEECH,
                        new Text(words),
                        Tags.NONE));
    }

    @Test
    void aTopicHoldsAlsoWhenItsPlaceInTheHistoryIsForgotten() throws JournalException {
        var topic = append(scribe.topic("#tea", ANN, "green"));
        assertThat(journal.prune(keep(0), LATER, 10)).isEqualTo(1);
        assertThat(everythingIn(TEA)).isEmpty();
        assertThat(facts()).containsExactly(topic);
    }

    @Test
    void everythingIsKeptUnlessSomebodyChoseOtherwise() throws JournalException {
        append(scribe.said("#tea", ANN, "for ever"));
        assertThat(journal.prune(Retention.EVERYTHING, LATER, 10)).isZero();
        assertThat(everythingIn(TEA)).hasSize(1);
    }
}
