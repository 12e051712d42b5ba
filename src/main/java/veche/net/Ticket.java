package veche.net;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.net.Turnstile.Answer.Admitted;
import veche.net.Turnstile.Answer.TooFast;
import veche.net.Turnstile.Answer.TooMany;

/// By which network a connection counts at the [Turnstile]. Belongs to one thread at a time: that
/// of the listener, and then the client's own.
final class Ticket {

    private final Turnstile turnstile;
    private final InstantSource clock;
    private @Nullable InetAddress from;

    /// It counts nowhere yet.
    Ticket(Turnstile turnstile, InstantSource clock) {
        this.turnstile = turnstile;
        this.clock = clock;
    }

    /// Counts the connection as one from an address, and no longer from where it did before.
    ///
    /// @return why it may not come in; then it counts nowhere
    Optional<Reason> use(InetAddress address) {
        giveBack();
        return switch (turnstile.admit(address, clock.instant())) {
            case Admitted() -> {
                from = address;
                yield Optional.empty();
            }
            case TooMany _ -> Optional.of(Reason.TOO_MANY);
            case TooFast _ -> Optional.of(Reason.TOO_FAST);
        };
    }

    /// The connection counts nowhere any more.
    void giveBack() {
        if (from != null) {
            turnstile.leave(from);
            from = null;
        }
    }
}
