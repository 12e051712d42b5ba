package veche.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.CredentialSet;
import veche.event.Event.LanguageChosen;
import veche.event.Event.Registered;
import veche.language.Language;
import veche.name.Nickname;
import veche.name.PersonId;

/// Whatever happens to accounts, what is left is what a plain map by name would have.
class RandomAccountsTest {

    private static final int ENTRIES = 2_000;

    /// Some of them the same name, some of them look-alikes.
    private static final List<Nickname> NAMES =
            Stream.of("Ann", "ann", "Аnn", "bob", "BOB", "b0b", "Ivan", "ivan", "lvan", "Вера")
                    .map(Nickname::new)
                    .toList();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allWaysToAskTellTheSame(long seed) {
        var random = new Random(seed);
        var accounts = new Accounts();
        var expected = new TreeMap<String, Account>();
        for (var position = 1; position <= ENTRIES; position++) {
            var time = Instant.ofEpochSecond(position);
            var event = event(random, position, expected);
            accounts.apply(new Entry(position, time, event));
            expect(expected, event, time);

            assertThat(accounts.all()).containsExactlyElementsOf(expected.values());
            assertThat(accounts.size()).isEqualTo(expected.size());
            var name = NAMES.get(random.nextInt(NAMES.size()));
            var account = Optional.ofNullable(expected.get(name.folded()));
            assertThat(accounts.named(name)).isEqualTo(account);
            account.ifPresent(known -> assertThat(accounts.find(known.id())).isEqualTo(account));
            assertThat(accounts.lookAlikes(name).isEmpty())
                    .isEqualTo(hasNoLookAlike(name, expected));
        }
    }

    /// What the hub could do next: nobody takes a name that is taken.
    private static Event event(Random random, long position, Map<String, Account> known) {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        var account = known.get(name.folded());
        if (account == null) {
            return random.nextInt(100) == 0
                    ? new AccountsCleared(known.size())
                    : new Registered(new Author(new PersonId(position), name));
        }
        return switch (random.nextInt(3)) {
            case 0 -> new CredentialSet(account.id(), new Credential("secret " + position));
            case 1 -> new LanguageChosen(account.id(), Language.RUSSIAN);
            default -> new AccountRemoved(account.author());
        };
    }

    private static void expect(Map<String, Account> known, Event event, Instant time) {
        switch (event) {
            case Registered(var by) ->
                    known.put(
                            by.name().folded(),
                            new Account(
                                    by.person(),
                                    by.name(),
                                    time,
                                    Optional.empty(),
                                    Account.LOCKED));
            case CredentialSet(var id, var credential) ->
                    known.replaceAll((_, old) -> old.id().equals(id) ? old.with(credential) : old);
            case LanguageChosen(var id, var language) ->
                    known.replaceAll((_, old) -> old.id().equals(id) ? old.with(language) : old);
            case AccountRemoved(var by) -> known.remove(by.name().folded());
            case AccountsCleared _ -> known.clear();
            default -> throw new AssertionError(event);
        }
    }

    private static boolean hasNoLookAlike(Nickname name, Map<String, Account> known) {
        var lookAlikes = new LookAlikes();
        known.values().forEach(account -> lookAlikes.add(account.name()));
        return lookAlikes.of(name).isEmpty();
    }
}
