package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import veche.account.LookAlikes;
import veche.config.Retention;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Refusal;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// Nobody is called as somebody else is, nor so that they could be taken for them.
class NamesInUseTest {

    private static final Rules USUAL = Rules.usual(new ChannelName("#tea"));
    private static final Rules RULES =
            new Rules(
                    Optional.empty(),
                    true,
                    true,
                    false,
                    new Rules.Most(100, 2, 100, USUAL.most().changes(), 64),
                    USUAL.beginnings());
    private static final int SESSIONS = 8;
    private static final int COMMANDS = 1_500;

    /// Many of them look like others, some of them are the same in another spelling.
    private static final List<Nickname> NAMES =
            Stream.of("bob", "b0b", "BOB", "dob", "Ivan", "lvan", "IVAN", "ann", "аnn", "eve")
                    .map(Nickname::new)
                    .toList();

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final List<Session> sessions = new ArrayList<>();

    @BeforeEach
    void openSessions() throws JournalException {
        var journal = new MemoryJournal();
        try (var hub = new Hub(RULES, journal, Retention.EVERYTHING, InstantSource.system())) {
            for (var i = 0; i < SESSIONS; i++) {
                sessions.add(hub.open(new Story()));
            }
        }
    }

    private Outcome decide(@Nullable Session by, Command command) {
        return assembly.decide(new Request(by, command, Instant.EPOCH, null));
    }

    private List<Refusal> enter(int session, String name) {
        var command = new Command.Enter(new Nickname(name), "~u@example", Optional.empty());
        return decide(sessions.get(session), command).refusals();
    }

    private List<Refusal> rename(int session, String name) {
        return decide(sessions.get(session), new Command.Rename(new Nickname(name))).refusals();
    }

    private static Refusal looksLike(String name, String taken) {
        return new Refusal.LooksLike(new Nickname(name), new Nickname(taken));
    }

    @Test
    void aGuestCannotComeUnderANameThatLooksLikeAnotherGuests() {
        assertThat(enter(0, "bob")).isEmpty();
        assertThat(enter(1, "b0b")).containsExactly(looksLike("b0b", "bob"));
        assertThat(enter(1, "eve")).isEmpty();
        assertThat(rename(1, "b0b")).containsExactly(looksLike("b0b", "bob"));
    }

    @Test
    void onesOwnNameIsNobodyElses() {
        enter(0, "bob");
        assertThat(rename(0, "b0b")).isEmpty();
        assertThat(rename(0, "B0B")).isEmpty();
        assertThat(enter(1, "bob")).containsExactly(looksLike("bob", "b0b"));
    }

    @Test
    void aNameThatWasGivenUpIsInNobodysWay() {
        enter(0, "bob");
        rename(0, "eve");
        assertThat(enter(1, "b0b")).isEmpty();
        decide(sessions.get(1), new Command.End(0, Reason.QUIT));
        assertThat(enter(2, "bob")).isEmpty();
    }

    @Test
    void anAccountIsNotMadeThatLooksLikeSomebodyElseWhoIsHere() {
        enter(0, "bob");
        var add = new Command.AddAccount(new Nickname("b0b"), new Credential("secret"));
        assertThat(decide(null, add).refusals()).containsExactly(looksLike("b0b", "bob"));
        enter(1, "eve");
        var register = new Command.Register(new Nickname("b0b"), new Credential("secret"));
        assertThat(decide(sessions.get(1), register).refusals())
                .containsExactly(looksLike("b0b", "bob"));
        assertThat(decide(sessions.get(0), register).refusals()).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensLookAlikesAreThoseOfWhoIsHere(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < COMMANDS; i++) {
            decide(sessions.get(random.nextInt(SESSIONS)), command(random));
            for (var name : NAMES) {
                assertThat(state.lookAlikes(name).map(Author::person).collect(Collectors.toSet()))
                        .as("seed %d, command %d, %s", seed, i, name)
                        .isEqualTo(
                                state.people().stream()
                                        .filter(person -> looksLike(person, name))
                                        .map(Person::id)
                                        .collect(Collectors.toSet()));
            }
        }
    }

    private Command command(Random random) {
        var name = NAMES.get(random.nextInt(NAMES.size()));
        var accounts = state.accounts().all();
        return switch (random.nextInt(12)) {
            case 0 -> new Command.Register(name, new Credential("secret"));
            case 1 -> new Command.End(0, Reason.QUIT);
            case 2, 3, 4 -> new Command.Rename(name);
            case 5 -> new Command.GiveUpAccount();
            case 6 -> new Command.LogOut();
            case 7, 8 -> {
                if (accounts.isEmpty()) {
                    yield new Command.AskForName(name);
                }
                var account = accounts.get(random.nextInt(accounts.size()));
                yield new Command.LogIn(account.id(), account.credential());
            }
            default -> new Command.Enter(name, "~u@example", Optional.empty());
        };
    }

    /// By the name of their account, or by that by which they go.
    private boolean looksLike(Person person, Nickname name) {
        var account = state.accounts().find(person.id()).map(it -> it.name());
        return Stream.concat(account.stream(), Stream.of(person.name()))
                .anyMatch(other -> isLookAlike(other, name));
    }

    private static boolean isLookAlike(Nickname one, Nickname other) {
        var lookAlikes = new LookAlikes();
        lookAlikes.add(one);
        return !lookAlikes.of(other).isEmpty();
    }
}
