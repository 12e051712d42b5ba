package veche.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import veche.event.Conversation;
import veche.event.Entry;
import veche.name.Nickname;

/// What every journal finds.
abstract class SearchContract extends HistoryContract {

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
    void searchLooksForWhatOnePersonSaidInASpan() throws JournalException {
        var first = append(scribe.said("#tea", ANN, "milk in tea"));
        append(scribe.said("#tea", BOB, "milk"));
        var visit = append(scribe.said("#tea", ANN.called(new Nickname("annie")), "more milk"));
        var sugar = append(scribe.said("#tea", ANN, "sugar"));
        append(scribe.said("#chess", ANN, "milk"));
        append(scribe.noTopic("#tea", ANN));

        assertThat(byAnn("milk", 0, END, 10)).containsExactly(first, visit);
        assertThat(byAnn("milk", 0, END, 1)).containsExactly(visit);
        assertThat(byAnn("milk", first.position(), END, 10)).containsExactly(visit);
        assertThat(byAnn("milk", 0, visit.position(), 10)).containsExactly(first);
        assertThat(byAnn("milk", sugar.position(), first.position(), 10)).isEmpty();
        assertThat(byAnn(" ", 0, END, 10)).containsExactly(first, visit, sugar);
        assertThat(byAnn(" ", 0, END, 2)).containsExactly(visit, sugar);
        assertThat(byAnn("🎉", 0, END, 10)).isEmpty();
    }

    private List<Entry> byAnn(String words, long after, long before, int limit)
            throws JournalException {
        return journal.search(
                new Search(List.of(TEA), words, Optional.of(ANN.person()), after, before, limit));
    }

    @Test
    void searchFindsWordsWhateverTheirTypeAndLine() throws JournalException {
        var coloured = append(scribe.said("#tea", ANN, "\u000304,07gr\u0002ee\u0002n\u0003 tea"));
        var lines = append(scribe.said("#tea", ANN, "black\nwhite"));
        assertThat(search("green")).containsExactly(coloured);
        assertThat(search("04")).isEmpty();
        assertThat(search("white black")).containsExactly(lines);
    }

    @Test
    void searchDoesNotFindWhatWasDeleted() throws JournalException {
        var oops = append(scribe.said("#tea", ANN, "secret recipe"));
        assertThat(search("recipe")).containsExactly(oops);
        append(scribe.redacted("#tea", ANN, oops.position()));
        assertThat(search("recipe")).isEmpty();
        var batch = List.of(scribe.said("#tea", ANN, "recipe"), scribe.redacted("#tea", ANN, 3));
        journal.append(batch);
        assertThat(search("recipe")).isEmpty();
    }
}
