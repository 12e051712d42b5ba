package veche.chat;

import java.time.Instant;
import java.util.Optional;

/// How somebody came here.
///
/// @param newcomer whether the account has never been here before
/// @param seen the position of the last entry that the person has seen, or, if it is known, the
///   device on which they came; what was said after it, and before they came, they have missed
/// @param lastHere until when they were here; empty for a newcomer, and while another session of
///   theirs is here
/// @param position that of the last entry before they came; what has a higher one, and is for them,
///   the session is told
public record Arrival(boolean newcomer, long seen, Optional<Instant> lastHere, long position) {

    static final Arrival BEFORE_LOGIN = new Arrival(true, 0, Optional.empty(), 0);
}
