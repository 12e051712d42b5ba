package veche.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Accounts;
import veche.config.Retention;
import veche.event.Refusal;
import veche.event.Refused;
import veche.journal.CommitFigures;
import veche.journal.GroupCommit;
import veche.journal.Histogram;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.name.CaseMapping;

/// The one writer of chat state, a thread. It takes everything that is waiting, decides each
/// command, and hands what came of it to the journal's thread, which stores it and then tells
/// everyone.
///
/// It never waits for a client or a disk. How much can be on its way through it is bounded by [what
/// each session may ask][Rules#pipeline].
public final class Hub implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Hub.class);

    /// What was stored this shortly before the server went down may not have reached everyone.
    private static final Duration UNSURE = Duration.ofSeconds(5);

    /// How long an operator waits for the disk. A commit takes some milliseconds, and a disk that
    /// fails is asked again each second.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// By how many positions a start goes on behind the last that is stored. What passes, such as
    /// that somebody is typing, has been seen with its position and is stored nowhere: whoever goes
    /// on after that, when the server has crashed, would miss what has the same position now.
    private static final long GAP = 1L << 20;

    private final Rules rules;
    private final CaseMapping names;
    private final InstantSource clock;
    private final State state = new State();
    private final Assembly assembly;
    private final Inbox<Request> inbox = new Inbox<>();
    private final Delivery delivery = new Delivery();
    private final GroupCommit<Outcome> commits;

    /// Those whom somebody waits for, so that nobody waits for what can no longer be stored.
    private final Set<CompletableFuture<Outcome>> waiting = ConcurrentHashMap.newKeySet();

    /// How many sessions there have been.
    private final AtomicLong sessions = new AtomicLong();

    /// When something was asked last, as [#now] says it.
    private volatile Instant latest = Instant.EPOCH;

    private volatile boolean closed;
    private final Thread thread = Thread.ofPlatform().name("hub").unstarted(this::run);

    /// Brings the state to where the journal ends. Nothing runs before [#start].
    ///
    /// @throws JournalException if the journal cannot be read
    public Hub(Rules rules, Journal journal, Retention retention, InstantSource clock)
            throws JournalException {
        this.rules = rules;
        this.names = journal.names();
        this.clock = clock;
        this.assembly = new Assembly(rules, state);
        this.commits =
                new GroupCommit<>(journal, retention, clock, Outcome::entries, delivery::release);
        journal.replay(assembly::replay);
        var last = journal.last();
        assembly.continueAfter(last == 0 ? last : last + GAP, journal.lastTime());
        var surelySeen = journal.positionAt(journal.lastTime().minus(UNSURE));
        // Whoever was here was here until the journal ends, not until now.
        inbox.put(new Request(null, new Command.Recover(surelySeen), journal.lastTime(), null));
    }

    /// Begins to decide.
    public void start() {
        commits.start();
        thread.start();
    }

    /// Has something done whenever one account is gone, or all of them, and that is stored.
    ///
    /// @param action runs on the journal's thread; must not block
    public void onAccountsGone(Runnable action) {
        delivery.onAccountsGone(action);
    }

    /// Opens a session for a client.
    public Session open(Recipient recipient) {
        return new Session(this, sessions.incrementAndGet(), recipient, rules.most().pipeline());
    }

    /// Does something for the operator, and waits until it is stored.
    ///
    /// @throws Refused with [Refusal.NotStoredYet] if it is decided, and the disk does not take it
    ///   within 5 seconds: whoever could repair that must not be the one who waits for it
    public void perform(Command.Operating command) throws Refused, InterruptedException {
        perform(null, command, answer -> answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// Does something of which nobody need know when, or whether, it is stored.
    public void note(Command.NoteToken command) {
        submit(null, command, null);
    }

    /// How names are read and compared here.
    public CaseMapping names() {
        return names;
    }

    public Accounts accounts() {
        return state.accounts();
    }

    /// Who is where; for reading.
    public State state() {
        return state;
    }

    /// How the journal's thread is doing.
    public CommitFigures commits() {
        return commits.figures();
    }

    /// How long each commit took.
    public Histogram.Counted commitTimes() {
        return commits.times();
    }

    /// How messages get through.
    public DeliveryFigures deliveries() {
        return delivery.figures();
    }

    long perform(Session by, Command command) throws Refused, InterruptedException {
        return perform(by, command, CompletableFuture::get);
    }

    /// How long somebody waits for what came of a request.
    @FunctionalInterface
    private interface Patience {
        Outcome await(CompletableFuture<Outcome> answer)
                throws InterruptedException, ExecutionException, TimeoutException;
    }

    @SuppressWarnings("UndefinedEquals") // an answer is equal to itself, which is what is meant
    private long perform(@Nullable Session by, Command command, Patience patience)
            throws Refused, InterruptedException {
        var answer = new CompletableFuture<Outcome>();
        waiting.add(answer);
        try {
            submit(by, command, answer);
            // Ends when the journal has stored it, or when the hub is closed.
            var outcome = patience.await(answer);
            if (outcome.isRefused()) {
                throw new Refused(outcome.refusals().getFirst());
            }
            return outcome.position();
        } catch (TimeoutException late) {
            throw new Refused(new Refusal.NotStoredYet());
        } catch (ExecutionException notStored) {
            throw new Refused(new Refusal.Failed());
        } finally {
            waiting.remove(answer);
        }
    }

    void submit(
            @Nullable Session by, Command command, @Nullable CompletableFuture<Outcome> answer) {
        inbox.put(new Request(by, command, now(), answer));
        if (closed) {
            refuseTheRest();
        }
    }

    /// In whole milliseconds. What comes in the same one shares it, since much may be under way.
    private Instant now() {
        var millis = clock.millis();
        var last = latest;
        if (millis == last.toEpochMilli()) {
            return last;
        }
        var time = Instant.ofEpochMilli(millis);
        latest = time;
        return time;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            decideAllThatWaits();
        }
        decideAllThatWaits();
    }

    private void decideAllThatWaits() {
        var requests = inbox.take();
        var outcomes = new ArrayList<Outcome>(requests.size());
        for (var request : requests) {
            var outcome = decide(request);
            outcomes.add(outcome);
            if (request.by() == null && request.answer() != null && outcome.isRefused()) {
                // Nothing of it is to be stored, so that an operator need not wait for the disk.
                request.answer().complete(outcome);
            }
        }
        if (!outcomes.isEmpty()) {
            commits.submitAll(outcomes);
        }
    }

    private Outcome decide(Request request) {
        try {
            return assembly.decide(request);
        } catch (RuntimeException failure) {
            log.atError()
                    .setCause(failure)
                    .addKeyValue("command", request.command().getClass().getSimpleName())
                    .log("command failed");
            return failed(request);
        }
    }

    private static Outcome failed(Request request) {
        return new Outcome(request, List.of(), List.of(new Refusal.Failed()), 0);
    }

    /// Ends the thread, after everything that was asked for before this call is decided, stored and
    /// told. What is asked for later is refused, and so is what cannot be stored in good time: see
    /// [GroupCommit#close].
    @Override
    public void close() {
        thread.interrupt();
        try {
            // Ends, since the thread waits for nobody.
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        closed = true;
        refuseTheRest();
        commits.close();
        waiting.forEach(answer -> answer.completeExceptionally(new TimeoutException()));
    }

    private void refuseTheRest() {
        for (var request : inbox.takeNow()) {
            if (request.answer() != null) {
                request.answer().complete(failed(request));
            }
        }
    }
}
