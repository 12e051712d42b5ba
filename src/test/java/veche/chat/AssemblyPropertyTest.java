package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import veche.config.Retention;
import veche.event.Author;
import veche.event.Conversation.InChannel;
import veche.event.Entry;
import veche.event.Event.Said;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Thousands of random commands, and then: everyone tells the same story, the journal replays to
/// the same state, and the same commands give the same events.
class AssemblyPropertyTest {

    private static final int SESSIONS = 12;
    private static final int COMMANDS = 3_000;
    private static final Rules RULES = Rules.usual(new ChannelName("#veche"));

    static IntStream seeds() {
        return IntStream.range(0, 20);
    }

    /// One run: an assembly, its journal, and what each session was told.
    private static final class Run {

        final State state = new State();
        final Assembly assembly = new Assembly(RULES, state);
        final MemoryJournal journal = new MemoryJournal();
        final List<Story> stories = new ArrayList<>();
        final List<Session> sessions = new ArrayList<>();
        final List<Entry> entries = new ArrayList<>();

        /// For each session, which entries a member of their channels had to be told.
        final Map<Session, List<Entry>> due = new HashMap<>();

        Run(long seed) throws JournalException {
            try (var hub =
                    new Hub(
                            RULES,
                            new MemoryJournal(),
                            Retention.EVERYTHING,
                            InstantSource.system())) {
                for (var i = 0; i < SESSIONS; i++) {
                    stories.add(new Story());
                    sessions.add(new Session(hub, i, stories.get(i), COMMANDS));
                }
            }
            var commands = new RandomCommands(seed, state, sessions);
            var rounds = new Random(seed);
            var delivery = new Delivery();
            var round = new ArrayList<Outcome>();
            for (var i = 0; i < COMMANDS; i++) {
                var outcome = assembly.decide(commands.next());
                note(outcome);
                round.add(outcome);
                if (rounds.nextInt(10) == 0) {
                    commit(round, delivery);
                }
            }
            commit(round, delivery);
        }

        private void note(Outcome outcome) {
            for (var entry : outcome.entries()) {
                if (entry.event() instanceof Said said) {
                    for (var session : sessions) {
                        if (isMember(session, said.channel())) {
                            due.computeIfAbsent(session, _ -> new ArrayList<>()).add(entry);
                        }
                    }
                }
            }
        }

        private boolean isMember(Session session, ChannelName channel) {
            return session.person()
                    .filter(it -> state.channels().find(channel).orElseThrow().isMember(it.id()))
                    .isPresent();
        }

        private void commit(List<Outcome> round, Delivery delivery) throws JournalException {
            var batch = round.stream().flatMap(outcome -> outcome.entries().stream()).toList();
            if (!batch.isEmpty()) {
                journal.append(batch);
                entries.addAll(batch);
            }
            delivery.release(List.copyOf(round));
            round.clear();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyMemberIsToldEverythingThatIsSaidInOneOrder(int seed) throws JournalException {
        var run = new Run(seed);
        for (var i = 0; i < SESSIONS; i++) {
            var told =
                    run.stories.get(i).told.stream()
                            .filter(entry -> entry.event() instanceof Said)
                            .toList();
            assertThat(told)
                    .as("seed %d, session %d", seed, i)
                    .isEqualTo(run.due.getOrDefault(run.sessions.get(i), List.of()));
        }
        assertThat(run.entries).filteredOn(entry -> entry.event() instanceof Said).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyIsToldAnythingTwiceOrOutOfOrder(int seed) throws JournalException {
        for (var story : new Run(seed).stories) {
            assertThat(story.told.stream().map(Entry::position).toList())
                    .as("seed %d", seed)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replayingTheJournalGivesTheSameState(int seed) throws JournalException {
        var run = new Run(seed);
        var replayed = new State();
        var assembly = new Assembly(RULES, replayed);
        run.journal.replay(assembly::replay);
        assertThat(describe(replayed)).as("seed %d", seed).isEqualTo(describe(run.state));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameCommandsGiveTheSameEvents(int seed) throws JournalException {
        assertThat(new Run(seed).entries).as("seed %d", seed).isEqualTo(new Run(seed).entries);
    }

    /// Everything that a state says, in an order of its own.
    private static Map<String, Object> describe(State state) {
        var description = new TreeMap<String, Object>();
        description.put("accounts", state.accounts().all());
        for (var channel : state.channels().all()) {
            description.put("name of " + channel.name().folded(), channel.name().text());
            description.put("topic of " + channel.name(), channel.topic());
            description.put("modes of " + channel.name(), channel.modes());
            description.put("age of " + channel.name(), channel.made());
            description.put("founder of " + channel.name(), channel.founder().map(Author::person));
            description.put("access to " + channel.name(), Map.copyOf(channel.access()));
            description.put("metadata of " + channel.name(), channel.metadata().all());
            Set<PersonId> members = new HashSet<>(channel.members());
            description.put("members of " + channel.name(), members);
        }
        for (var person : state.people()) {
            var who = "person " + person.id().value();
            description.put(who + " is here", person.isHere());
            description.put(who + " has metadata", person.metadata().all());
            description.put(who + " was here", person.lastHere());
            description.put(who + " has seen", person.seen());
            description.put(who + " is in", person.channels());
            for (var channel : RandomCommands.CHANNELS) {
                description.put(
                        who + " has read " + channel,
                        state.preferences().read(person.id(), new InChannel(channel)));
            }
        }
        return description;
    }
}
