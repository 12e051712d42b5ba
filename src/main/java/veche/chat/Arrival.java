package veche.chat;

import java.time.Instant;
import java.util.Optional;

/// How somebody came here.
///
/// @param newcomer whether the account has never been here before
/// @param newDevice whether the owner of the account, who has been here before, has said on which
///   device they come, and it has never been here, or not for so long that it is forgotten
/// @param seen the position of the last entry that the person has seen, or, if it is known, the
///   device on which they came; what was said after it, and before they came, they have missed
/// @param lastHere until when they were here; empty for a newcomer, and while another session of
///   theirs is here
/// @param position that of the last entry before they came; what has a higher one, and is for them,
///   the session is told
public record Arrival(
        boolean newcomer, boolean newDevice, long seen, Optional<Instant> lastHere, long position) {

    static final Arrival BEFORE_LOGIN = ofNewcomer(0);

    /// Of somebody who has never been here.
    static Arrival ofNewcomer(long position) {
        return new Arrival(true, false, 0, Optional.empty(), position);
    }
}
