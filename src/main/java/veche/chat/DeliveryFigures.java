package veche.chat;

import veche.journal.Histogram;

/// How messages got through since the start.
///
/// @param messages how many were stored
/// @param deliveries how many times one was put into the outbox of a session, its sender's included
/// @param untilStored how long each took from when it was received until it was stored
/// @param untilDelivered how long each that somebody was told took from when it was received until
///   it was in all outboxes
public record DeliveryFigures(
        long messages,
        long deliveries,
        Histogram.Counted untilStored,
        Histogram.Counted untilDelivered) {}
