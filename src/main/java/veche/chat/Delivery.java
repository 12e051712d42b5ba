package veche.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.Joined;

/// Tells people what is stored. Runs on the journal's thread, after the commit.
///
/// Entries that follow each other and are for the same people go out as one [Round], since what one
/// write costs does not depend on what it carries. Those who come into a channel one after the
/// other share one too, though each of them is told of from then on: thousands may come at once.
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private static final Session[] NOBODY = {};

    /// How many have to be told before anybody waits for them. What is said among few is not what a
    /// server cannot deliver; and among few, one or two could hold up everyone by not reading.
    private static final int MANY = 8;

    /// How many may come in one round. Each of them is told of those after them in a round of their
    /// own.
    private static final int MOST_NEWCOMERS = 64;

    /// Somebody who came into the channel meanwhile.
    ///
    /// @param first which entry of the round is the first of which they are told
    private record Newcomer(Session session, int first) {}

    /// Who is told of the last entry of the round.
    private Session[] audience = NOBODY;

    /// How many of them are told of the whole round; the others are newcomers.
    private int told;

    private final List<Newcomer> newcomers = new ArrayList<>();
    private Round round = new Round();
    private volatile Runnable onAccountsGone = () -> {};
    private final Progress progress = new Progress();

    /// What is in the round with all that it brought, so that its answer is due after the round.
    private final List<Outcome> unanswered = new ArrayList<>();

    /// Tells of everything that one commit has stored, in order, and answers those who wait: first
    /// everyone is told, and then whoever asked learns that it is done.
    void release(List<Outcome> outcomes) {
        var now = System.nanoTime();
        var hasCome = false;
        for (var outcome : outcomes) {
            var isComing = outcome.request().command() instanceof Command.Join;
            if (hasCome && !isComing) {
                // Whoever came learns that they are there before what happens there.
                flush();
            }
            hasCome = isComing;
            for (var telling : outcome.tellings()) {
                add(telling, outcome.request(), now);
            }
            unanswered.add(outcome);
            if (isAwaited(outcome)) {
                flush();
            }
        }
        flush();
    }

    /// @param action called whenever one account is gone, or all of them, and that is stored; must
    ///   not block
    void onAccountsGone(Runnable action) {
        onAccountsGone = action;
    }

    /// Any thread.
    DeliveryFigures figures() {
        return progress.figures();
    }

    /// A refusal comes before what happens after it, and so does what was asked for, but for coming
    /// in: whoever comes may as well be told first of others who came.
    private static boolean isAwaited(Outcome outcome) {
        var request = outcome.request();
        return !outcome.refusals().isEmpty()
                || (request.answer() != null && !(request.command() instanceof Command.Join));
    }

    @SuppressWarnings("ReferenceEquality") // an audience is the same as long as its array is
    private void add(Outcome.Telling telling, Request request, long now) {
        var next = telling.audience();
        if (next != audience) {
            if (isJoined(telling)) {
                for (var index = audience.length; index < next.length; index++) {
                    newcomers.add(new Newcomer(next[index], round.entries().size()));
                }
            } else {
                flush();
                told = next.length;
            }
            audience = next;
        }
        if (audience.length > 0) {
            round.add(telling.entry(), request.by());
        }
        if (telling.entry().event() instanceof AccountRemoved
                || telling.entry().event() instanceof AccountsCleared) {
            tellOfAccountsGone();
        }
        progress.stored(telling, request.received(), now);
    }

    /// Whether only somebody has come to those who are told of the round.
    private boolean isJoined(Outcome.Telling telling) {
        var next = telling.audience();
        return telling.entry().event() instanceof Joined
                && !round.entries().isEmpty()
                && next.length > audience.length
                && next.length <= told + MOST_NEWCOMERS
                && Arrays.mismatch(audience, next) == audience.length;
    }

    /// As when somebody is told: what fails keeps nobody from hearing the rest.
    private void tellOfAccountsGone() {
        try {
            onAccountsGone.run();
        } catch (RuntimeException failure) {
            log.atError().setCause(failure).log("what belongs to accounts could not be put away");
        }
    }

    private void flush() {
        if (!round.entries().isEmpty()) {
            var behind = tellAll();
            for (var newcomer : newcomers) {
                if (!newcomer.session().isOver()) {
                    tell(newcomer.session(), round.from(newcomer.first()));
                }
            }
            round.forEachDoer(session -> session.heardBy(behind));
            round = new Round();
        }
        progress.delivered(audience.length, System.nanoTime());
        audience = NOBODY;
        told = 0;
        newcomers.clear();
        unanswered.forEach(Delivery::answer);
        unanswered.clear();
    }

    /// @return of those who cannot follow the one who is nearest to it, if they are half of many;
    ///   else null
    private @Nullable Recipient tellAll() {
        Recipient nearest = null;
        var least = Integer.MAX_VALUE;
        var count = 0;
        for (var index = 0; index < told; index++) {
            var session = audience[index];
            if (session.isOver()) {
                continue;
            }
            tell(session, round);
            var behind = session.recipient().behind();
            if (behind > 0) {
                count++;
                nearest = behind < least ? session.recipient() : nearest;
                least = Math.min(least, behind);
            }
        }
        return told >= MANY && 2 * count >= told ? nearest : null;
    }

    /// A recipient that fails, which is a bug, keeps nobody else from being told.
    private static void tell(Session session, Round of) {
        try {
            session.recipient().told(of);
        } catch (RuntimeException failure) {
            log.atError().setCause(failure).log("somebody could not be told");
        }
    }

    /// As when somebody is told: one that fails keeps nobody else from being answered.
    private static void answer(Outcome outcome) {
        var request = outcome.request();
        try {
            tellWhoAsked(outcome);
        } catch (RuntimeException failure) {
            log.atError().setCause(failure).log("somebody could not be answered");
        }
        if (request.answer() != null) {
            request.answer().complete(outcome);
        }
    }

    private static void tellWhoAsked(Outcome outcome) {
        var request = outcome.request();
        var by = request.by();
        if (by == null) {
            return;
        }
        if (request.answer() == null) {
            if (request.command() instanceof Command.Asked) {
                by.answered(request.command(), outcome.refusals());
            }
        } else if (!outcome.isRefused()) {
            by.refused(request.command(), outcome.refusals());
        }
    }
}
