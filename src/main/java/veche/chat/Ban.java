package veche.chat;

import java.time.Instant;
import java.util.Optional;
import veche.event.Exile;
import veche.event.Text;

/// That somebody may not be on this server.
///
/// @param sparesAccounts whether those who are logged in to an account may, as one wants where many
///   come from the same network
/// @param until when it ends by itself; empty if never
/// @param by who set it
/// @param since when it was set
/// @param why what those are told whom it is about
public record Ban(
        Exile whom,
        boolean sparesAccounts,
        Optional<Instant> until,
        String by,
        Instant since,
        Optional<Text> why) {

    /// Whether it has not ended by itself.
    public boolean holds(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }
}
