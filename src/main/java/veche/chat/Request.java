package veche.chat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A command on its way through the hub. Everything that deciding it depends on, beside the state,
/// comes in with it: the same requests give the same events.
///
/// @param by the session that asks; null if the operator does
/// @param time when it was asked, in whole milliseconds
/// @param answer completed on the journal's thread with what came of it, when that is stored; null
///   if nobody waits
/// @param received when it was asked, by [System#nanoTime]: for measuring, and nothing depends on
///   it
record Request(
        @Nullable Session by,
        Command command,
        Instant time,
        @Nullable CompletableFuture<Outcome> answer,
        long received) {

    /// Received now.
    Request(
            @Nullable Session by,
            Command command,
            Instant time,
            @Nullable CompletableFuture<Outcome> answer) {
        this(by, command, time, answer, System.nanoTime());
    }
}
