package veche.bench;

import java.time.Duration;

/// How long the benchmark waits, and for how many at once.
///
/// @param inflight how many clients may be between connecting and being registered
/// @param stall how long nothing may happen before we give up
/// @param timeout how long a run may take
record Limits(int inflight, Duration stall, Duration timeout) {}
