package veche.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells people what is stored. Runs on the journal's thread, after the commit.
///
/// Entries that follow each other and are for the same people go out as one [Round], since what one
/// write costs does not depend on what it carries.
final class Delivery {

    private static final Session[] NOBODY = {};

    private Session[] audience = NOBODY;
    private Round round = new Round();

    /// Tells of everything that one commit has stored, in order, and answers those who wait.
    void release(List<Outcome> outcomes) {
        for (var outcome : outcomes) {
            for (var telling : outcome.tellings()) {
                add(telling, outcome.request().by());
            }
            answer(outcome);
        }
        flush();
    }

    @SuppressWarnings("ReferenceEquality") // an audience is the same as long as its array is
    private void add(Outcome.Telling telling, @Nullable Session origin) {
        if (telling.audience() != audience) {
            flush();
            audience = telling.audience();
        }
        if (audience.length > 0) {
            round.add(telling.entry(), origin);
        }
    }

    private void answer(Outcome outcome) {
        var request = outcome.request();
        if (request.answer() != null) {
            flush(); // whoever waits finds that everyone has been told
            request.answer().complete(outcome);
        } else if (request.by() != null) {
            if (outcome.refusal().isPresent()) {
                flush(); // a refusal comes after what happened before it
            }
            request.by().answered(request.command(), outcome.refusal());
        }
    }

    private void flush() {
        if (!round.entries().isEmpty()) {
            for (var session : audience) {
                session.recipient().told(round);
            }
            round = new Round();
        }
        audience = NOBODY;
    }
}
