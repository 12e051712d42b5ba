package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.account.Proof;
import veche.account.Scram;
import veche.irc.Proofs.Verdict;

/// A way to prove whose a client is (RFC 4422 section 3), under way.
sealed interface Mechanism permits PlainMechanism, ScramMechanism, ExternalMechanism {

    /// What comes of what the client says.
    sealed interface Step {

        /// The server says something, and the client goes on.
        record Challenge(String message) implements Step {}

        /// The client belongs to the owner of an account.
        ///
        /// @param device on which it is, as it says
        /// @param password if it has told it
        record Proven(
                Account account, Proof proof, Optional<String> device, @Nullable String password)
                implements Step {}

        /// It has proved nothing.
        record Failed() implements Step {}

        /// The server has no time to find out.
        record Busy() implements Step {}

        /// The client has gone.
        record Gone() implements Step {}
    }

    /// Hears what the client says, and waits until it is known what comes of it.
    Step hear(String said) throws InterruptedException;

    /// The names of those that a client can use.
    static List<String> names(Client client, Settings settings) {
        var names = new ArrayList<String>();
        if (client.connection().certificate().isPresent()) {
            names.add(ExternalMechanism.NAME);
        }
        names.add(PlainMechanism.NAME);
        if (settings.accounts().scram()) {
            names.add(Scram.MECHANISM);
        }
        return names;
    }

    /// Begins one of them; empty if there is none of that name.
    static Optional<Mechanism> begin(Client client, String name) {
        var known = name.toUpperCase(Locale.ROOT);
        if (!names(client, client.house().settings()).contains(known)) {
            return Optional.empty();
        }
        return switch (known) {
            case ExternalMechanism.NAME -> Optional.of(new ExternalMechanism(client));
            case Scram.MECHANISM -> Optional.of(new ScramMechanism(client));
            default -> Optional.of(new PlainMechanism(client));
        };
    }

    /// What follows from a proof that has been looked at.
    static Step step(Verdict verdict, Optional<String> device, @Nullable String password) {
        return switch (verdict) {
            case Verdict.Right(var account, var proof) ->
                    new Step.Proven(account, proof, device, password);
            case Verdict.Wrong() -> new Step.Failed();
            case Verdict.Busy() -> new Step.Busy();
            case Verdict.Gone() -> new Step.Gone();
        };
    }
}
