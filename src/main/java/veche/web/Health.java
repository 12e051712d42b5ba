package veche.web;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import veche.journal.JournalException;

/// Whether the server does its work, for whatever watches over it. Any thread may ask; nothing
/// blocks.
public final class Health {

    private final Supplier<Phase> phase;
    private final Supplier<Optional<JournalException>> trouble;

    /// @param trouble why nothing can be stored now; empty if all is well
    public Health(Supplier<Phase> phase, Supplier<Optional<JournalException>> trouble) {
        this.phase = phase;
        this.trouble = trouble;
    }

    /// `/healthz`: whether it is well. If not, a restart or somebody's hand may be needed.
    Answer health() {
        return trouble.get()
                .map(why ->
                        Answer.unavailable(
                                "journal: " + why.trouble().name().toLowerCase(Locale.ROOT)))
                .orElse(Answer.ok("ok"));
    }

    /// `/readyz`: whether it is well and lets people in.
    Answer readiness() {
        var now = phase.get();
        return now == Phase.SERVING ? health() : Answer.unavailable(now.word());
    }
}
