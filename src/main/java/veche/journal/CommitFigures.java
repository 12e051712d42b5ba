package veche.journal;

import java.time.Duration;
import java.util.Optional;

/// How the [GroupCommit] fares, for the operator.
///
/// @param commits how many batches were stored since the start
/// @param entries how many entries they had
/// @param p50 what half of the last thousand commits took at most
/// @param p99 what 99 of a hundred of them took at most
/// @param max what the slowest of them took
/// @param waiting how many pieces of work are not released yet
/// @param trouble why nothing can be stored now; empty if all is well
public record CommitFigures(
        long commits,
        long entries,
        Duration p50,
        Duration p99,
        Duration max,
        long waiting,
        Optional<JournalException> trouble) {}
