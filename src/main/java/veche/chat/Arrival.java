package veche.chat;

import java.time.Instant;
import java.util.Optional;

/// How somebody came here.
///
/// @param newcomer whether the account has never been here before
/// @param seen the position of the last entry that the person has seen; what was said after it, and
///   before they came, they have missed
/// @param lastHere until when they were here; empty for a newcomer, and while another session of
///   theirs is here
public record Arrival(boolean newcomer, long seen, Optional<Instant> lastHere) {

    static final Arrival BEFORE_LOGIN = new Arrival(true, 0, Optional.empty());
}
