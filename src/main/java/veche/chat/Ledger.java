package veche.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Refusal;

/// What comes of a request while it is decided: entries in the one order, each with those who are
/// to be told. Whatever is recorded changes the state at once. Runs on the hub's thread.
final class Ledger {

    static final Session[] NOBODY = {};

    private final State state;
    private long position;
    private Instant time = Instant.EPOCH;
    private final List<Outcome.Telling> tellings = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Ledger(State state) {
        this.state = state;
    }

    /// Begins with a request.
    ///
    /// @param asked when; times do not fall, whatever the clock does
    void begin(Instant asked) {
        tellings.clear();
        refusals.clear();
        time = asked.isAfter(time) ? asked : time;
    }

    /// Positions go on after this one, and times not before this one.
    void continueAfter(long last, Instant lastTime) {
        position = Math.max(position, last);
        time = lastTime.isAfter(time) ? lastTime : time;
    }

    /// The position of the last entry.
    long position() {
        return position;
    }

    Instant time() {
        return time;
    }

    List<Outcome.Telling> tellings() {
        return List.copyOf(tellings);
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// Records something that happened, and whom to tell.
    Entry record(Event event, Session[] audience) {
        return record(event, () -> audience);
    }

    /// Records something that happened.
    ///
    /// @param audience whom to tell; asked when the state has changed
    Entry record(Event event, Supplier<Session[]> audience) {
        var entry = new Entry(++position, time, event);
        state.apply(entry);
        tellings.add(new Outcome.Telling(entry, audience.get()));
        return entry;
    }

    /// Records something of which nobody is told.
    Entry record(Event event) {
        return record(event, NOBODY);
    }

    /// A part of what was asked for may not be; the rest goes on.
    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }
}
