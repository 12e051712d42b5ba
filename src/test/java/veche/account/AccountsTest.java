package veche.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.Announced;
import veche.event.Event.Arrived;
import veche.event.Event.CredentialSet;
import veche.event.Event.Joined;
import veche.event.Event.LanguageChosen;
import veche.event.Event.Left;
import veche.event.Event.Parted;
import veche.event.Event.Registered;
import veche.event.Event.Said;
import veche.event.Manner;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

class AccountsTest {

    private static final Instant START = Instant.parse("2026-11-22T20:13:38Z");
    private static final Credential SECRET = new Credential("one");
    private static final Credential OTHER = new Credential("two");
    private static final Author ANN = author(1, "Ann");
    private static final Author BOB = author(3, "Bob");

    private final Accounts accounts = new Accounts();
    private long position;

    private static Author author(long id, String name) {
        return new Author(new PersonId(id), new Nickname(name));
    }

    private void apply(Event... events) {
        for (var event : events) {
            position++;
            accounts.apply(new Entry(position, START.plusSeconds(position), event));
        }
    }

    private void register(Author author) {
        apply(new Registered(author), new CredentialSet(author.person(), SECRET));
    }

    @Test
    void whoeverRegistersIsKnownByNameAndById() {
        register(ANN);
        var ann =
                new Account(
                        ANN.person(), ANN.name(), START.plusSeconds(1), Optional.empty(), SECRET);
        assertThat(accounts.named(new Nickname("ANN"))).contains(ann);
        assertThat(accounts.find(ANN.person())).contains(ann);
        assertThat(ann.author()).isEqualTo(ANN);

        assertThat(accounts.named(BOB.name())).isEmpty();
        assertThat(accounts.find(BOB.person())).isEmpty();
        assertThat(accounts.size()).isEqualTo(1);
    }

    @Test
    void anAccountWithoutAPasswordIsLocked() {
        apply(new Registered(ANN));
        assertThat(accounts.named(ANN.name())).map(Account::credential).contains(Account.LOCKED);
    }

    @Test
    void aPasswordAndALanguageChangeAndNothingElseDoes() {
        register(ANN);
        apply(
                new CredentialSet(ANN.person(), OTHER),
                new LanguageChosen(ANN.person(), Language.RUSSIAN));
        assertThat(accounts.find(ANN.person()))
                .contains(
                        new Account(
                                ANN.person(),
                                ANN.name(),
                                START.plusSeconds(1),
                                Optional.of(Language.RUSSIAN),
                                OTHER));
    }

    @Test
    void whatConcernsNobodyWeKnowIsIgnored() {
        apply(
                new CredentialSet(ANN.person(), SECRET),
                new LanguageChosen(ANN.person(), Language.RUSSIAN),
                new AccountRemoved(ANN));
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void whatPeopleDoInChannelsChangesNothing() {
        register(ANN);
        var before = accounts.all();
        var version = accounts.version();
        var tea = new ChannelName("#tea");
        apply(
                new Joined(tea, ANN),
                new Arrived(ANN),
                new Said(tea, ANN, Manner.SPEECH, new Text("good morning")),
                new Parted(tea, ANN),
                new Left(ANN, 5, Reason.QUIT),
                new Announced(new Text("soon")));
        assertThat(accounts.all()).isEqualTo(before);
        assertThat(accounts.version()).isEqualTo(version);
    }

    @Test
    void aRemovedNameIsFreeAndItsNextOwnerIsSomebodyElse() {
        register(ANN);
        apply(new AccountRemoved(ANN));
        assertThat(accounts.named(ANN.name())).isEmpty();
        assertThat(accounts.find(ANN.person())).isEmpty();

        var newcomer = author(9, "ann");
        register(newcomer);
        assertThat(accounts.named(ANN.name())).map(Account::id).contains(newcomer.person());
        assertThat(accounts.find(ANN.person())).isEmpty();
    }

    @Test
    void whoeverIsRestoredHasTheirOldIdAgain() {
        register(ANN);
        register(BOB);
        apply(new AccountsCleared(2));
        assertThat(accounts.all()).isEmpty();
        assertThat(accounts.size()).isZero();

        register(ANN);
        assertThat(accounts.named(ANN.name())).map(Account::id).contains(ANN.person());
        assertThat(accounts.all()).extracting(Account::author).containsExactly(ANN);
    }

    @Test
    void accountsAreListedByName() {
        for (var name : List.of("bob", "Ann", "Яна", "carl", "анна")) {
            register(author(position + 1, name));
        }
        assertThat(accounts.all())
                .extracting(account -> account.name().text())
                .containsExactly("Ann", "bob", "carl", "анна", "Яна");
    }

    @Test
    void theVersionGrowsWithWhoExistsAndWithEveryPassword() {
        var changes =
                List.of(
                        new Registered(ANN),
                        new CredentialSet(ANN.person(), SECRET),
                        new CredentialSet(ANN.person(), OTHER),
                        new AccountRemoved(ANN),
                        new AccountsCleared(0));
        for (var change : changes) {
            var before = accounts.version();
            apply(change);
            assertThat(accounts.version()).as("%s", change).isGreaterThan(before);
        }
    }

    @Test
    void aNameThatLooksLikeATakenOneIsNoticed() {
        register(ANN);
        var cyrillic = new Nickname("Аnn");
        assertThat(accounts.lookAlikes(cyrillic)).map(Account::author).contains(ANN);
        assertThat(accounts.lookAlikes(ANN.name())).isEmpty();

        apply(new AccountRemoved(ANN));
        assertThat(accounts.lookAlikes(cyrillic)).isEmpty();
        register(ANN);
        assertThat(accounts.lookAlikes(cyrillic)).isNotEmpty();
        apply(new AccountsCleared(1));
        assertThat(accounts.lookAlikes(cyrillic)).isEmpty();
    }
}
