package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Credential;
import veche.event.Event;
import veche.event.MetadataKey;
import veche.event.Refusal;
import veche.event.Subject;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Rate;

/// What is said of people and channels for programs: who may say it, how much, and who is told.
class DescribingTest {

    private static final ChannelName TEA = new ChannelName("#tea");
    private static final Nickname ANN = new Nickname("ann");
    private static final Nickname BOB = new Nickname("bob");
    private static final Credential CREDENTIAL = new Credential("secret");
    private static final MetadataKey URL = new MetadataKey("url");
    private static final MetadataKey AVATAR = new MetadataKey("avatar");
    private static final MetadataKey CITY = new MetadataKey("city");

    /// Two keys each, and three changes an hour.
    private static final Rules RULES =
            new Rules(
                    Optional.empty(),
                    true,
                    true,
                    true,
                    new Rules.Most(100, 10, 2, Rate.of(3, 3, Duration.ofHours(1)), 64),
                    Rules.usual(TEA).beginnings());

    private final State state = new State();
    private final Assembly assembly = new Assembly(RULES, state);
    private final Hub hub;
    private final Map<Session, Story> stories = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;

    DescribingTest() throws JournalException {
        hub = new Hub(RULES, new MemoryJournal(), Retention.EVERYTHING, InstantSource.system());
    }

    @Test
    void onlyWhoeverKeepsOrderOrOwnsAChannelSaysWhatItIs() {
        var ann = register(ANN);
        var bob = register(BOB);
        decide(ann, new Command.Join(TEA));
        decide(bob, new Command.Join(TEA));
        assertThat(decide(bob, ofTea("x"))).hasOnlyElementsOfType(Refusal.MetadataForbidden.class);
        assertThat(decide(ann, ofTea("x"))).isEmpty();
        decide(ann, new Command.RegisterChannel(TEA));
        decide(ann, new Command.Part(TEA));
        assertThat(decide(ann, ofTea("y"))).isEmpty();
        assertThat(state.channels().find(TEA).orElseThrow().metadata().of(URL)).contains("y");
    }

    @Test
    void anOperatorWhoMaySpeaksOfAnybody() {
        register(ANN);
        var bob = register(BOB);
        var about = new Command.About.Somebody(ANN);
        var value = Optional.of("x");
        assertThat(decide(bob, new Command.SetMetadata(about, URL, value, false))).isNotEmpty();
        assertThat(decide(bob, new Command.SetMetadata(about, URL, value, true))).isEmpty();
        assertThat(decide(bob, new Command.ClearMetadata(about, false))).isNotEmpty();
        assertThat(decide(bob, new Command.ClearMetadata(about, true))).isEmpty();
        assertThat(metadata(ANN)).isEmpty();
    }

    @Test
    void thereIsAnEndToHowMuchIsSaid() {
        var ann = register(ANN);
        decide(ann, ofAnn(URL, "1"));
        decide(ann, ofAnn(AVATAR, "1"));
        assertThat(decide(ann, ofAnn(CITY, "1"))).containsExactly(new Refusal.MetadataFull("ann"));
        assertThat(decide(ann, ofAnn(URL, "2"))).isEmpty();
    }

    @Test
    void thereIsAnEndToHowOftenSomethingIsSaid() {
        var ann = register(ANN);
        for (var value : List.of("1", "2", "3")) {
            assertThat(decide(ann, ofAnn(URL, value))).isEmpty();
        }
        // What changes nothing costs nothing.
        assertThat(decide(ann, ofAnn(URL, "3"))).isEmpty();
        assertThat(decide(ann, ofAnn(URL, "4")))
                .containsExactly(new Refusal.MetadataTooOften("ann", URL, Duration.ofMinutes(20)));
        now = now.plus(Duration.ofMinutes(20));
        assertThat(decide(ann, ofAnn(URL, "4"))).isEmpty();
    }

    @Test
    void whoeverFollowsAKeyIsToldWhileTheySeeWhomItIsAbout() {
        var ann = register(ANN);
        var bob = register(BOB);
        decide(bob, new Command.Subscribe(Set.of(URL)));
        decide(ann, ofAnn(URL, "1"));
        assertThat(told(bob)).isEmpty();
        decide(ann, new Command.Join(TEA));
        decide(bob, new Command.Join(TEA));
        decide(ann, ofAnn(URL, "2"));
        decide(ann, ofAnn(AVATAR, "2"));
        var author = state.named(ANN).orElseThrow().author();
        assertThat(told(bob))
                .containsExactly(
                        new Event.MetadataSet(
                                new Subject.Somebody(author), author, URL, Optional.of("2")));
    }

    @Test
    void whatIsSaidOfAGuestIsSaidOfTheAccountThatTheyMake() {
        var ann = session();
        decide(ann, new Command.Enter(ANN, "u@host", Optional.empty()));
        decide(ann, new Command.BringMetadata(Map.of(URL, "1", AVATAR, "2", CITY, "3")));
        assertThat(metadata(ANN)).isEqualTo(Map.of(AVATAR, "2", CITY, "3"));
        decide(ann, new Command.Register(ANN, CREDENTIAL));
        assertThat(metadata(ANN)).isEqualTo(Map.of(AVATAR, "2", CITY, "3"));
    }

    @Test
    void anAccountThatIsRemovedTakesItAlong() {
        var ann = register(ANN);
        decide(ann, ofAnn(URL, "1"));
        decide(null, new Command.RemoveAccount(ANN));
        register(ANN);
        assertThat(metadata(ANN)).isEmpty();
    }

    private Map<MetadataKey, String> metadata(Nickname name) {
        return state.named(name).orElseThrow().metadata().all();
    }

    private static Command ofAnn(MetadataKey key, String value) {
        var about = new Command.About.Somebody(ANN);
        return new Command.SetMetadata(about, key, Optional.of(value), false);
    }

    private static Command ofTea(String value) {
        var about = new Command.About.Place(TEA);
        return new Command.SetMetadata(about, URL, Optional.of(value), false);
    }

    private Session session() {
        var story = new Story();
        var session = new Session(hub, stories.size(), story, 64);
        stories.put(session, story);
        return session;
    }

    private Session register(Nickname name) {
        var session = session();
        decide(session, new Command.Register(name, CREDENTIAL));
        return session;
    }

    private List<Refusal> decide(@Nullable Session by, Command command) {
        var outcome = assembly.decide(new Request(by, command, now, null));
        new Delivery().release(List.of(outcome));
        return outcome.refusals();
    }

    private List<Event> told(Session session) {
        var story = stories.get(session);
        return story == null
                ? List.of()
                : story.told.stream()
                        .map(entry -> entry.event())
                        .filter(Event.MetadataSet.class::isInstance)
                        .toList();
    }
}
