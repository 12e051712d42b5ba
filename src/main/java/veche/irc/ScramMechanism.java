package veche.irc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.account.Account;
import veche.account.Proof;
import veche.account.Scram;
import veche.account.ScramError;
import veche.account.ScramExchange;

/// The client proves that it knows a password, without telling it (RFC 7677).
final class ScramMechanism implements Mechanism {

    private final Client client;
    private @Nullable ScramExchange exchange;
    private @Nullable Step outcome;

    ScramMechanism(Client client) {
        this.client = client;
    }

    @Override
    public Step hear(String said) throws InterruptedException {
        if (outcome != null) {
            // The client has seen that the server knows the password, too.
            return said.isEmpty() ? outcome : new Step.Failed();
        }
        if (exchange != null) {
            return finish(exchange, said);
        }
        return switch (client.house().scram().begin(said)) {
            case Scram.Challenge(var message, var next) -> {
                exchange = next;
                yield new Step.Challenge(message);
            }
            case ScramError _ -> new Step.Failed();
        };
    }

    private static Proofs.Verdict.Right right(Account account) {
        return new Proofs.Verdict.Right(account, new Proof.ByCredential(account.credential()));
    }

    private Step finish(ScramExchange exchange, String said) throws InterruptedException {
        var ending = exchange.finish(said);
        if (ending instanceof ScramError error && error != ScramError.INVALID_PROOF) {
            return new Step.Failed();
        }
        var verdict =
                client.proofs()
                        .judge(
                                Optional.of(exchange.name()),
                                () ->
                                        ending instanceof Scram.Proven(_, var account)
                                                ? Optional.of(right(account))
                                                : Optional.empty());
        var step = Mechanism.step(verdict, exchange.device(), null);
        if (!(step instanceof Step.Proven)) {
            return step;
        }
        outcome = step;
        return new Step.Challenge(ending.message());
    }
}
