package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static veche.journal.Scribe.author;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.language.Language;
import veche.name.ChannelName;

/// What every journal does, whatever it is made of.
abstract class JournalContract {

    static final Author ANN = author(7, "ann");
    static final Author BOB = author(71, "bob");
    static final Author EVE = author(700, "eve");
    static final Conversation TEA = channel("#tea");
    static final Conversation CHESS = channel("#chess");
    private static final long END = Long.MAX_VALUE;
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    Journal journal;
    final Scribe scribe = new Scribe();

    /// A journal without entries, or, if there was one before, one with the same entries.
    abstract Journal open() throws JournalException;

    static Conversation channel(String name) {
        return new Conversation.InChannel(new ChannelName(name));
    }

    static Conversation.Between between(Author one, Author other) {
        return Conversation.Between.of(one.account(), other.account());
    }

    @BeforeEach
    void openJournal() throws JournalException {
        journal = open();
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    /// What a restart of the server does to a journal.
    final void reopen() throws JournalException {
        journal.close();
        journal = open();
    }

    final Entry append(Entry entry) throws JournalException {
        journal.append(List.of(entry));
        return entry;
    }

    final List<Entry> facts() throws JournalException {
        var facts = new ArrayList<Entry>();
        journal.replay(facts::add);
        return facts;
    }

    final List<Entry> everythingIn(Conversation conversation) throws JournalException {
        return journal.latest(conversation, 0, END, 1_000_000);
    }

    private List<Entry> search(String words) throws JournalException {
        return journal.search(List.of(TEA), words, END, 100);
    }

    @Test
    void aNewJournalIsEmpty() throws JournalException {
        assertThat(journal.last()).isZero();
        assertThat(journal.messages()).isZero();
        assertThat(facts()).isEmpty();
        assertThat(everythingIn(TEA)).isEmpty();
        assertThat(journal.count(TEA, 0, END)).isZero();
        assertThat(journal.correspondence(ANN.account(), 0)).isEmpty();
        assertThat(search("tea")).isEmpty();
        assertThat(journal.positionAt(LATER)).isZero();
        assertThat(journal.lastTime()).isEqualTo(Instant.EPOCH);
        assertThat(journal.prune(keep(1), LATER, 10)).isZero();
    }

    @Test
    void everyEventComesBackAsItWas() throws JournalException {
        var spoken =
                List.of(
                        scribe.said("#tea", ANN, "доброе утро ☕👩‍👩‍👧"),
                        scribe.waved("#tea", BOB, "машет рукой"),
                        scribe.topic("#tea", ANN, "чай"),
                        scribe.noTopic("#tea", ANN),
                        scribe.said("#tea", author(9, "Ёж"), "'; DROP TABLE message; --"));
        var told = List.of(scribe.told(BOB, ANN, "psst"), scribe.told(ANN, BOB, "yes?"));
        var toSelf = scribe.told(ANN, ANN, "buy milk");
        var settled =
                List.of(
                        scribe.registered(ANN),
                        scribe.credential(ANN, "$argon2id$…"),
                        scribe.language(ANN, Language.RUSSIAN),
                        scribe.joined("#Tea", ANN),
                        scribe.arrived(BOB),
                        scribe.left(ANN, 5),
                        scribe.topic("#chess", BOB, "e4"),
                        scribe.noTopic("#tea", BOB));
        journal.append(spoken);
        journal.append(told);
        append(toSelf);
        journal.append(settled);
        append(scribe.announced("кто здесь?"));
        reopen();

        assertThat(everythingIn(TEA)).startsWith(spoken.toArray(Entry[]::new)).hasSize(6);
        assertThat(everythingIn(between(ANN, BOB))).isEqualTo(told);
        assertThat(everythingIn(between(ANN, ANN))).containsExactly(toSelf);
        assertThat(facts()).isEqualTo(settled);
        assertThat(journal.last()).isEqualTo(17);
        assertThat(journal.messages()).isEqualTo(10);
    }

    @Test
    void whatIsAppendedOutOfOrderIsRefusedAndChangesNothing() throws JournalException {
        var first = scribe.said("#tea", ANN, "first");
        var second = scribe.said("#tea", ANN, "second");
        var third = scribe.said("#tea", ANN, "third");
        append(second);
        for (var batch :
                List.of(
                        List.<Entry>of(),
                        List.of(first),
                        List.of(second),
                        List.of(third, third),
                        List.of(third, first))) {
            assertThatIllegalArgumentException().isThrownBy(() -> journal.append(batch));
        }
        assertThat(everythingIn(TEA)).containsExactly(second);
        assertThat(journal.last()).isEqualTo(2);
        append(third);
        assertThat(everythingIn(TEA)).containsExactly(second, third);
    }

    @Test
    void theLastPositionCountsSecretsAndOutlivesWhatIsForgotten() throws JournalException {
        append(scribe.said("#tea", ANN, "one"));
        append(scribe.credential(ANN, "secret"));
        reopen();
        assertThat(journal.last()).isEqualTo(2);

        append(scribe.said("#tea", ANN, "two"));
        journal.prune(keep(0), LATER, 10);
        reopen();
        assertThat(journal.last()).isEqualTo(3);
        assertThat(journal.messages()).isZero();
    }

    @Test
    void aFactIsTheLastEntryThatSettledIt() throws JournalException {
        append(scribe.registered(ANN));
        append(scribe.language(ANN, Language.RUSSIAN));
        append(scribe.topic("#tea", ANN, "green"));
        var arrived = append(scribe.arrived(ANN));
        var registered = append(scribe.registered(ANN));
        var language = append(scribe.language(ANN, Language.ENGLISH));
        var topic = append(scribe.topic("#TEA", BOB, "black"));
        var left = append(scribe.left(ANN, 3));
        append(scribe.said("#tea", ANN, "words settle nothing"));

        assertThat(facts()).containsExactly(arrived, registered, language, topic, left);
    }

    @Test
    void oneBatchCanSettleAndEndAFactSeveralTimes() throws JournalException {
        var back = scribe.registered(author(7, "ann"));
        journal.append(List.of(back, scribe.joined("#tea", ANN), scribe.parted("#Tea", ANN)));
        assertThat(facts()).containsExactly(back);
    }

    @Test
    void anAccountTakesItsFactsWithItAndNoOthers() throws JournalException {
        for (var who : List.of(ANN, BOB, EVE)) {
            append(scribe.registered(who));
            append(scribe.credential(who, "secret of " + who.name()));
            append(scribe.joined("#tea", who));
        }
        var topic = append(scribe.topic("#tea", ANN, "mine"));
        append(scribe.removed(ANN));

        assertThat(facts()).hasSize(7).contains(topic).noneMatch(JournalContract::isOfAnn);
    }

    private static boolean isOfAnn(Entry entry) {
        return switch (entry.event()) {
            case Event.Registered(var author) -> author.equals(ANN);
            case Event.CredentialSet(var account, _) -> account.equals(ANN.account());
            case Event.Joined(_, var by) -> by.equals(ANN);
            default -> false;
        };
    }

    @Test
    void clearedAccountsCanComeBackUnderTheirOldIds() throws JournalException {
        for (var who : List.of(ANN, BOB)) {
            append(scribe.registered(who));
            append(scribe.credential(who, "secret"));
            append(scribe.joined("#tea", who));
        }
        append(scribe.cleared(2));
        assertThat(facts()).isEmpty();

        var restored =
                List.of(
                        scribe.registered(ANN),
                        scribe.credential(ANN, "secret"),
                        scribe.left(ANN, 4),
                        scribe.joined("#tea", ANN));
        journal.append(restored);
        reopen();
        assertThat(facts()).isEqualTo(restored);
    }

    @Test
    void ofASecretThereIsOneCopyAtMost() throws JournalException {
        append(scribe.credential(ANN, "old"));
        var present = append(scribe.credential(ANN, "new"));
        assertThat(facts()).containsExactly(present);
        append(scribe.removed(ANN));
        assertThat(facts()).isEmpty();
    }

    @Test
    void replayingFactsTellsTheSameAsReplayingEverything() throws JournalException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var all = new ArrayList<Entry>();
        for (var round = 0; round < 100; round++) {
            var batch = new ArrayList<Entry>();
            for (var i = random.nextInt(1, 20); i > 0; i--) {
                batch.add(RandomEvents.next(random, scribe));
            }
            journal.append(batch);
            all.addAll(batch);
            if (random.nextInt(20) == 0) {
                reopen();
            }
            var told = new Assembly();
            journal.replay(told::take);
            var lived = new Assembly();
            all.forEach(lived::take);
            assertThat(told.state()).as("seed %d, round %d", seed, round).isEqualTo(lived.state());
        }
        assertThat(facts())
                .as("seed %d", seed)
                .isSortedAccordingTo((a, b) -> Long.compare(a.position(), b.position()));
    }

    @Test
    void theLatestOfAConversationAreTheLastOnesBetweenTwoPositions() throws JournalException {
        var said = new ArrayList<Entry>();
        for (var i = 0; i < 20; i++) {
            said.add(append(scribe.said("#tea", ANN, "tea " + i)));
            append(scribe.said("#chess", ANN, "chess " + i));
            append(scribe.joined("#tea", ANN));
        }
        assertThat(everythingIn(channel("#TEA"))).isEqualTo(said);
        assertThat(journal.latest(TEA, 0, END, 3)).isEqualTo(said.subList(17, 20));
        var sixth = said.get(5).position();
        var tenth = said.get(9).position();
        assertThat(journal.latest(TEA, sixth, tenth, 50)).isEqualTo(said.subList(6, 9));
        assertThat(journal.latest(TEA, sixth, tenth, 2)).isEqualTo(said.subList(7, 9));
        assertThat(journal.latest(TEA, sixth, sixth + 1, 2)).isEmpty();
        assertThat(journal.latest(TEA, tenth, sixth, 2)).isEmpty();
        assertThat(journal.latest(channel("#empty"), 0, END, 2)).isEmpty();
    }

    @Test
    void countTellsHowManyLatestWouldFind() throws JournalException {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var i = 0; i < 200; i++) {
            append(scribe.said(random.nextBoolean() ? "#tea" : "#chess", ANN, "hello"));
            if (random.nextInt(4) == 0) {
                scribe.skip();
            }
        }
        journal.prune(keep(60), LATER, 1_000);
        for (var i = 0; i < 100; i++) {
            var after = random.nextLong(-1, journal.last() + 2);
            var before = random.nextLong(-1, journal.last() + 2);
            assertThat(journal.count(TEA, after, before))
                    .as("seed %d: after %d, before %d", seed, after, before)
                    .isEqualTo(journal.latest(TEA, after, before, 1_000).size());
        }
        assertThat(journal.count(TEA, 0, END)).isEqualTo(60);
    }

    @Test
    void correspondenceHasThePrivateConversationsOfOneAccount() throws JournalException {
        append(scribe.told(ANN, BOB, "hello"));
        var toEve = append(scribe.told(EVE, ANN, "hello"));
        append(scribe.told(BOB, EVE, "not for ann"));
        append(scribe.said("#tea", ANN, "hello all"));
        append(scribe.told(ANN, ANN, "note"));
        append(scribe.told(BOB, ANN, "hello"));

        assertThat(journal.correspondence(ANN.account(), 0))
                .containsExactly(between(EVE, ANN), between(ANN, ANN), between(ANN, BOB));
        assertThat(journal.correspondence(ANN.account(), toEve.position()))
                .containsExactly(between(ANN, ANN), between(ANN, BOB));
        assertThat(journal.correspondence(ANN.account(), journal.last())).isEmpty();
        assertThat(journal.correspondence(author(1, "nobody").account(), 0)).isEmpty();
    }

    @Test
    void searchFindsWordsAndTheirBeginnings() throws JournalException {
        var russian = append(scribe.said("#tea", ANN, "Пойдём на ВЕЧЕ, друзья!"));
        var accents = append(scribe.said("#tea", BOB, "Un café, s'il vous plaît"));
        var decomposed = append(scribe.said("#tea", BOB, "Un cafe\u0301 noir"));
        var emoji = append(scribe.said("#tea", BOB, "party🎉time at 10:30"));
        var sharp = append(scribe.said("#tea", BOB, "die Straße"));
        var greek = append(scribe.said("#tea", BOB, "ὁ κόσμος"));

        assertThat(search("вече")).containsExactly(russian);
        assertThat(search("ПОЙДЕМ веч")).containsExactly(russian);
        assertThat(search("дру на")).containsExactly(russian);
        assertThat(search("руз")).isEmpty();
        assertThat(search("вече кофе")).isEmpty();
        assertThat(search("Cafe")).containsExactly(accents, decomposed);
        assertThat(search("café noir")).containsExactly(decomposed);
        assertThat(search("CAFE\u0301 plait")).containsExactly(accents);
        assertThat(search("party")).containsExactly(emoji);
        assertThat(search("🎉 time 10 30")).containsExactly(emoji);
        assertThat(search("STRASSE")).containsExactly(sharp);
        assertThat(search("κοσ")).containsExactly(greek);
        assertThat(search("ΚΌΣΜΟΣ")).containsExactly(greek);
    }

    @Test
    void searchHasNoSyntax() throws JournalException {
        var said = append(scribe.said("#tea", ANN, "salt and pepper or not, text near c1"));
        append(scribe.said("#tea", ANN, "salt"));

        for (var words :
                List.of(
                        "salt AND",
                        "salt and pepper",
                        "\"pepper",
                        "pepper\"*",
                        "pepper*",
                        "(pepper",
                        "pepper)",
                        "NOT pepper",
                        "pepper OR",
                        "NEAR(pepper, 2)".replace("2", ""),
                        "text:pepper",
                        "^pepper",
                        "-pepper",
                        "{text} : pepper",
                        "pepper + salt",
                        "c1",
                        "\u0000pepper\u0000",
                        "'pepper'; --")) {
            assertThat(search(words)).as(words).containsExactly(said);
        }
        for (var nothing : List.of("", "  ", "\"", "\"\"", "*", "🎉", "...", "-", "\u0301", "()")) {
            assertThat(search(nothing)).as(nothing).isEmpty();
        }
    }

    @Test
    void searchLooksOnlyWhereAndWhenItShould() throws JournalException {
        var tea = append(scribe.said("#tea", ANN, "milk in tea"));
        var chess = append(scribe.said("#chess", ANN, "milk in chess"));
        var told = append(scribe.told(ANN, BOB, "milk for two"));
        var topic = append(scribe.topic("#tea", ANN, "milk or lemon"));
        append(scribe.noTopic("#tea", ANN));
        append(scribe.announced("milk for all"));
        append(scribe.told(ANN, EVE, "milk"));
        var all = List.of(TEA, CHESS, between(BOB, ANN), channel("#nobody"));

        assertThat(journal.search(all, "milk", END, 10)).containsExactly(tea, chess, told, topic);
        assertThat(journal.search(all, "milk", END, 2)).containsExactly(told, topic);
        assertThat(journal.search(all, "milk", topic.position(), 2)).containsExactly(chess, told);
        assertThat(journal.search(all, "milk", tea.position(), 2)).isEmpty();
        assertThat(journal.search(List.of(CHESS, CHESS), "milk", END, 10)).containsExactly(chess);
        assertThat(journal.search(List.of(channel("#nobody")), "milk", END, 10)).isEmpty();
        assertThat(journal.search(List.<Conversation>of(), "milk", END, 10)).isEmpty();
    }

    @Test
    void searchLooksInAThousandConversations() throws JournalException {
        var all = new ArrayList<Conversation>();
        var said = new ArrayList<Entry>();
        for (var i = 0; i < 1_000; i++) {
            all.add(channel("#c" + i));
            said.add(scribe.said("#c" + i, ANN, "hello " + i));
        }
        journal.append(said);
        assertThat(journal.search(all, "hello", END, 2_000)).isEqualTo(said);
    }

    @Test
    void searchFindsWhatWasStoredBeforeAndNothingForgotten() throws JournalException {
        for (var i = 1; i <= 30; i++) {
            append(scribe.said("#tea", ANN, "cup number " + i));
            assertThat(search("cup " + i)).hasSize(1);
        }
        journal.prune(keep(10), LATER, 1_000);
        assertThat(search("cup")).isEqualTo(everythingIn(TEA)).hasSize(10);
    }

    @Test
    void wordsMayBeAsLongAsATextMay() throws JournalException {
        var word = "щ".repeat(60_000);
        var said = append(scribe.said("#tea", ANN, word));
        assertThat(search(word)).containsExactly(said);
        assertThat(search("щ")).containsExactly(said);
    }

    @Test
    void positionAtIsThatOfTheLastEntryThatIsNotLater() throws JournalException {
        for (var i = 1; i <= 100; i++) {
            append(i % 3 == 0 ? scribe.arrived(ANN) : scribe.said("#tea", ANN, "hello"));
        }
        for (var position = 1; position <= 100; position++) {
            var time = Scribe.timeOf(position);
            assertThat(journal.positionAt(time)).isEqualTo(position);
            assertThat(journal.positionAt(time.plusMillis(999))).isEqualTo(position);
            assertThat(journal.positionAt(time.minusMillis(1))).isEqualTo(position - 1L);
        }
        assertThat(journal.positionAt(Instant.EPOCH)).isZero();
        assertThat(journal.lastTime()).isEqualTo(Scribe.timeOf(100));
    }

    @Test
    void positionAtGoesAroundGapsAndTakesTheLastOfOneTime() throws JournalException {
        var time = Scribe.START;
        for (var position : List.of(10L, 11L, 5_000L)) {
            append(new Entry(position, time, scribe.said("#tea", ANN, "hello").event()));
        }
        append(new Entry(1L << 40, time.plusMillis(1), scribe.arrived(ANN).event()));
        assertThat(journal.positionAt(time)).isEqualTo(5_000);
        assertThat(journal.positionAt(time.plusMillis(1))).isEqualTo(1L << 40);
        assertThat(journal.positionAt(time.minusMillis(1))).isZero();
    }

    private static Retention keep(long count) {
        return new Retention(Optional.empty(), OptionalLong.of(count));
    }

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

    @Test
    void whoReadsDuringAppendsSeesWholeBatches() throws Exception {
        var batches = 100;
        var size = 40;
        var reading = CompletableFuture.supplyAsync(() -> readUntil(batches * size));
        for (var i = 0; i < batches; i++) {
            var batch = new ArrayList<Entry>();
            for (var k = 0; k < size; k++) {
                batch.add(scribe.said("#tea", ANN, "hello"));
            }
            journal.append(batch);
        }
        var seen = reading.get(60, TimeUnit.SECONDS);
        assertThat(seen).isNotEmpty().allMatch(count -> count % size == 0);
    }

    private Collection<Integer> readUntil(int all) {
        var counts = new ArrayList<Integer>();
        try {
            do {
                var last = journal.last();
                counts.add(everythingIn(TEA).size());
                assertThat((long) counts.getLast()).isGreaterThanOrEqualTo(last);
            } while (counts.getLast() < all);
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
        return counts;
    }
}
