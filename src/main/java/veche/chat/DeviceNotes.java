package veche.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import veche.event.Event.DeviceSeen;

/// Notes how far the devices of people have come, for those who have said what theirs are called:
/// what was said while a device was away is missed there, whatever other devices have seen. Runs on
/// the hub's thread.
final class DeviceNotes {

    private final State state;
    private final Ledger ledger;

    DeviceNotes(State state, Ledger ledger) {
        this.state = state;
        this.ledger = ledger;
    }

    /// How the owner of an account comes who is not noted here yet.
    Arrival arrival(Session by, Person owner) {
        var newcomer = !owner.isHere() && owner.lastHere().isEmpty();
        var lastHere = owner.isHere() ? Optional.<Instant>empty() : owner.lastHere();
        var onDevice = seen(by, owner);
        var newDevice = !newcomer && by.device().isPresent() && onDevice.isEmpty();
        var seen = onDevice.orElse(owner.surelySeen());
        return new Arrival(newcomer, newDevice, seen, lastHere, ledger.position());
    }

    /// The position up to which the device of a session has got everything, wherever it is
    /// connected; empty if it is not known.
    private Optional<Long> seen(Session by, Person owner) {
        return by.device().flatMap(device -> seen(owner, device));
    }

    private Optional<Long> seen(Person owner, String device) {
        var here = sessionsOn(owner, device).mapToLong(Session::seen).min();
        return state.devices().seen(owner.id(), device).map(seen -> Math.max(seen, here.orElse(0)));
    }

    private static Stream<Session> sessionsOn(Person owner, String device) {
        return owner.sessions().stream()
                .filter(session -> session.device().filter(device::equals).isPresent());
    }

    /// A session has come in.
    void came(Session by, Person owner, Arrival arrival) {
        if (by.device().isEmpty()) {
            return;
        }
        var device = by.device().get();
        if (state.devices().seen(owner.id(), device).isEmpty()) {
            state.devices()
                    .leastRecent(owner.id())
                    .ifPresent(
                            oldest -> ledger.record(new DeviceSeen(owner.id(), oldest, 0, false)));
        }
        // What was before a newcomer came nobody misses.
        var seen = arrival.newcomer() ? arrival.position() : arrival.seen();
        ledger.record(new DeviceSeen(owner.id(), device, seen, true));
    }

    /// A session has ended.
    ///
    /// @param seen the position of the last entry that it has surely seen
    void left(Session by, Person person, long seen) {
        if (by.device().isEmpty() || !person.author().isOwner()) {
            return;
        }
        var device = by.device().get();
        var before = state.devices().seen(person.id(), device).orElse(0L);
        var here = sessionsOn(person, device).findAny().isPresent();
        ledger.record(new DeviceSeen(person.id(), device, Math.max(before, seen), here));
    }

    /// Those that were here when the server went down without a word are not.
    ///
    /// @param shown what has surely reached those that were here for a while
    void recover(long shown) {
        state.devices().afterCrash(shown).forEach(ledger::record);
    }
}
