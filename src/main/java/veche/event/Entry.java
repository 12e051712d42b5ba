package veche.event;

import java.time.Instant;

/// An event in its place.
///
/// @param position its place in the one order of the server: from 1, ever higher, with gaps where a
///   secret is kept elsewhere
/// @param time when it happened, in whole milliseconds; never earlier than that of the entry before
///   it
public record Entry(long position, Instant time, Event event) {}
