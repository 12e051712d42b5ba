package veche.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import veche.config.Retention;
import veche.event.Credential;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Refusal;
import veche.event.Text;
import veche.journal.Histogram;
import veche.journal.JournalException;
import veche.journal.MemoryJournal;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.net.Reason;

/// In which order people are told, and answered.
class DeliveryTest {

    private static final ChannelName HALL = new ChannelName("#veche");
    private static final Rules RULES =
            new Rules(
                    Optional.of(HALL),
                    true,
                    true,
                    true,
                    new Rules.Most(100, 10, 100, Rules.usual(HALL).most().changes(), 1),
                    Rules.usual(HALL).beginnings());

    /// Does something with each round.
    private static class Listener extends Story {

        private final Consumer<Round> listening;

        Listener(Consumer<Round> listening) {
            this.listening = listening;
        }

        @Override
        public void told(Round round) {
            listening.accept(round);
        }
    }

    /// Reads nothing, and counts who waits for it.
    private static final class Sleeper extends Listener {

        private int awaited;

        Sleeper() {
            super(_ -> {});
        }

        @Override
        public int behind() {
            return 1_000;
        }

        @Override
        public boolean awaitRoom(Duration atMost) {
            awaited++;
            return false;
        }
    }

    private final Assembly assembly = new Assembly(RULES, new State());
    private final Delivery delivery = new Delivery();

    @Test
    void whatSomebodySaidIsDoneOnlyWhenEveryoneHasBeenTold() throws Exception {
        var done = new ArrayList<Boolean>();
        var speaker = new Session[1];
        speaker[0] = session(round -> done.add(speaker[0].isSettled()));
        arrive(speaker[0], "ann");
        speaker[0].ask(say("hello"));
        release(new Request(speaker[0], say("hello"), Instant.EPOCH, null));
        assertThat(done).containsExactly(false);
        assertThat(speaker[0].isSettled()).isTrue();
    }

    @Test
    void messagesAreCountedWhenTheyAreStoredAndForEachWhoIsTold() throws Exception {
        var speaker = session(_ -> {});
        arrive(speaker, "ann");
        arrive(session(_ -> {}), "bob");
        assertThat(delivery.figures().messages()).isZero();
        release(new Request(speaker, say("hello"), Instant.EPOCH, null));
        release(new Request(speaker, say("hello?"), Instant.EPOCH, null));
        var figures = delivery.figures();
        assertThat(figures.messages()).isEqualTo(2);
        assertThat(figures.deliveries()).isEqualTo(4);
        assertThat(sum(figures.untilStored())).isEqualTo(2);
        assertThat(sum(figures.untilDelivered())).isEqualTo(2);
    }

    private static long sum(Histogram.Counted counted) {
        return counted.counts().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void whoeverHasLeftIsToldNothingMore() throws Exception {
        var told = new ArrayList<Long>();
        var ann = session(round -> told.add(round.position()));
        arrive(ann, "ann");
        var heard = new ArrayList<Long>();
        var bob = session(round -> heard.add(round.position()));
        arrive(bob, "bob");
        told.clear();
        heard.clear();
        var said = assembly.decide(new Request(bob, say("hello"), Instant.EPOCH, null));
        ann.end(0, Reason.QUIT);
        delivery.release(List.of(said));
        assertThat(told).isEmpty();
        assertThat(heard).hasSize(1);
    }

    /// Thousands may leave at once. Nobody should gather them again for each of them.
    @Test
    void whoeverHasLeftIsInNoAudienceThatIsMadeAfterwards() throws Exception {
        var ann = session(_ -> {});
        arrive(ann, "ann");
        var bob = session(_ -> {});
        arrive(bob, "bob");
        ann.end(0, Reason.QUIT);
        var cyd = session(_ -> {});
        arrive(cyd, "cyd");
        assertThat(audience(new Request(bob, say("hello"), Instant.EPOCH, null)))
                .containsExactly(bob, cyd);
        var end = new Command.End(0, Reason.QUIT);
        assertThat(audience(new Request(ann, end, Instant.EPOCH, null))).containsExactly(bob, cyd);
    }

    private Session[] audience(Request request) {
        return assembly.decide(request).tellings().getFirst().audience();
    }

    /// Thousands may come at once. Who is there should not be told of each by itself.
    @Test
    void whoComesTogetherIsToldOfTogetherAndOfWhoeverComesAfterThem() throws Exception {
        var heard = new LinkedHashMap<String, List<List<String>>>();
        var sessions = new ArrayList<Session>();
        for (var name : List.of("ann", "bob", "cyd", "dan")) {
            var rounds = new ArrayList<List<String>>();
            heard.put(name, rounds);
            var session = session(round -> rounds.add(names(round)));
            sessions.add(session);
            arrive(session, name);
        }
        join(sessions.subList(0, 1));
        heard.values().forEach(List::clear);
        var answers = join(sessions.subList(1, 4));
        assertThat(heard)
                .containsExactly(
                        Map.entry("ann", List.of(List.of("bob", "cyd", "dan"))),
                        Map.entry("bob", List.of(List.of("bob", "cyd", "dan"))),
                        Map.entry("cyd", List.of(List.of("cyd", "dan"))),
                        Map.entry("dan", List.of(List.of("dan"))));
        assertThat(answers).allMatch(CompletableFuture::isDone);
    }

    /// What is said after somebody came is told to them after they know that they are there.
    @Test
    void whoeverHasComeIsAnsweredBeforeWhatIsSaidAfterThem() throws Exception {
        var told = new ArrayList<String>();
        var ann = session(round -> told.add(String.join(" ", names(round))));
        arrive(ann, "ann");
        var bob = session(_ -> {});
        arrive(bob, "bob");
        join(List.of(ann));
        told.clear();
        var answer = new CompletableFuture<Outcome>();
        var _ = answer.thenRun(() -> told.add("bob is answered"));
        var tea = new ChannelName("#tea");
        var said = new Command.Say(tea, Manner.SPEECH, new Text("hello"));
        delivery.release(
                List.of(
                        assembly.decide(
                                new Request(bob, new Command.Join(tea), Instant.EPOCH, answer)),
                        assembly.decide(new Request(bob, said, Instant.EPOCH, null))));
        assertThat(told).containsExactly("bob", "bob is answered", "");
    }

    /// In one commit.
    private List<CompletableFuture<Outcome>> join(List<Session> sessions) {
        var answers = new ArrayList<CompletableFuture<Outcome>>();
        var outcomes = new ArrayList<Outcome>();
        for (var session : sessions) {
            var answer = new CompletableFuture<Outcome>();
            answers.add(answer);
            var join = new Command.Join(new ChannelName("#tea"));
            outcomes.add(assembly.decide(new Request(session, join, Instant.EPOCH, answer)));
        }
        delivery.release(outcomes);
        return answers;
    }

    private static List<String> names(Round round) {
        return round.entries().stream()
                .map(entry -> entry.event())
                .map(event -> event instanceof Event.Joined joined ? joined.by().name().text() : "")
                .toList();
    }

    /// As many as come at once, and who speaks meanwhile, whatever share a round.
    @Test
    void everyoneIsToldOfAllThatHappensFromWhenTheyCameInOrder() throws Exception {
        var heard = new ArrayList<List<Long>>();
        var sessions = new ArrayList<Session>();
        for (var number = 0; number < 200; number++) {
            var positions = new ArrayList<Long>();
            heard.add(positions);
            var session =
                    session(round ->
                            round.entries().forEach(entry -> positions.add(entry.position())));
            sessions.add(session);
            arrive(session, "n" + number);
        }
        heard.forEach(List::clear);
        var tea = new ChannelName("#tea");
        var outcomes = new ArrayList<Outcome>();
        for (var session : sessions) {
            outcomes.add(
                    assembly.decide(
                            new Request(session, new Command.Join(tea), Instant.EPOCH, null)));
            var first = sessions.getFirst();
            var said = new Command.Say(tea, Manner.SPEECH, new Text("hello"));
            if (sessions.indexOf(session) % 3 == 0) {
                outcomes.add(assembly.decide(new Request(first, said, Instant.EPOCH, null)));
            }
        }
        delivery.release(outcomes);
        var all = heard.getFirst();
        assertThat(all).hasSize(200 + 67).isSorted();
        var joins = 0;
        for (var telling : outcomes.stream().flatMap(it -> it.tellings().stream()).toList()) {
            if (telling.entry().event() instanceof Event.Joined) {
                var position = telling.entry().position();
                assertThat(heard.get(joins++))
                        .isEqualTo(all.subList(all.indexOf(position), all.size()));
            }
        }
    }

    @Test
    void aRecipientThatFailsKeepsNobodyElseFromBeingTold() throws Exception {
        var told = new ArrayList<Long>();
        arrive(
                session(round -> {
                    throw new IllegalStateException("on purpose");
                }),
                "ann");
        arrive(session(round -> told.add(round.position())), "bob");
        var cyd = session(round -> told.add(round.position()));
        arrive(cyd, "cyd");
        told.clear();
        var answer = new CompletableFuture<Outcome>();
        release(new Request(cyd, say("one"), Instant.EPOCH, null));
        release(new Request(cyd, say("two"), Instant.EPOCH, answer));
        assertThat(told).hasSize(4); // bob and cyd, twice
        assertThat(answer).isDone();
    }

    @Test
    void aRecipientThatFailsToBeRefusedIsAnsweredOnceAndKeepsNobodyElseFromIt() throws Exception {
        var ann =
                session(
                        new Listener(_ -> {}) {
                            @Override
                            public void refused(Command command, Refusal refusal) {
                                throw new IllegalStateException("on purpose");
                            }
                        });
        arrive(ann, "ann");
        var told = new ArrayList<Long>();
        var bob = session(round -> told.add(round.position()));
        arrive(bob, "bob");
        told.clear();
        ann.ask(say("hello"));
        var elsewhere = new Command.Say(new ChannelName("#none"), Manner.SPEECH, new Text("hello"));
        var refused = assembly.decide(new Request(ann, elsewhere, Instant.EPOCH, null));
        assertThat(refused.refusals()).hasSize(1);
        delivery.release(List.of(refused));
        assertThat(ann.isSettled()).isTrue();
        var answer = new CompletableFuture<Outcome>();
        release(new Request(bob, say("anybody?"), Instant.EPOCH, answer));
        assertThat(told).hasSize(1);
        assertThat(answer).isDone();
        assertThat(ann.isSettled()).isTrue();
    }

    @Test
    void whoeverTalksWaitsWhenHalfOfManyCannotFollow() throws Exception {
        var ann = session(_ -> {});
        arrive(ann, "ann");
        for (var name : List.of("bob", "cyd", "dan", "eve")) {
            arrive(session(_ -> {}), name);
        }
        var sleepers = List.of(new Sleeper(), new Sleeper(), new Sleeper(), new Sleeper());
        for (var i = 0; i < 3; i++) {
            arrive(session(sleepers.get(i)), "sleeper" + i);
        }
        speak(ann);
        speak(ann);
        assertThat(waits(sleepers)).as("three of eight").isZero();
        arrive(session(sleepers.get(3)), "sleeper3");
        arrive(session(new Sleeper()), "sleeper4");
        speak(ann);
        assertThat(waits(sleepers)).as("not before it is known").isZero();
        speak(ann);
        assertThat(waits(sleepers)).as("five of ten").isEqualTo(1);
        speak(ann);
        assertThat(waits(sleepers)).as("not twice for the same").isEqualTo(1);
    }

    @Test
    void nobodyWaitsForTheOnlyOtherOne() throws Exception {
        var ann = session(_ -> {});
        var sleeper = new Sleeper();
        arrive(ann, "ann");
        arrive(session(sleeper), "bob");
        speak(ann);
        speak(ann);
        assertThat(sleeper.awaited).isZero();
    }

    private static int waits(List<Sleeper> sleepers) {
        return sleepers.stream().mapToInt(sleeper -> sleeper.awaited).sum();
    }

    private void speak(Session speaker) throws InterruptedException {
        speaker.ask(say("hello"));
        release(new Request(speaker, say("hello"), Instant.EPOCH, null));
    }

    private static Command.Say say(String words) {
        return new Command.Say(HALL, Manner.SPEECH, new Text(words));
    }

    private void arrive(Session session, String name) {
        var register = new Command.Register(new Nickname(name), new Credential("secret"));
        release(new Request(session, register, Instant.EPOCH, new CompletableFuture<>()));
    }

    private void release(Request request) {
        var outcome = assembly.decide(request);
        assertThat(outcome.refusals()).isEmpty();
        delivery.release(List.of(outcome));
    }

    /// Of a hub that takes commands and does nothing with them.
    private static Session session(Consumer<Round> listening) throws JournalException {
        return session(new Listener(listening));
    }

    private static Session session(Recipient recipient) throws JournalException {
        var journal = new MemoryJournal();
        var hub = new Hub(RULES, journal, Retention.EVERYTHING, InstantSource.system());
        return hub.open(recipient);
    }
}
