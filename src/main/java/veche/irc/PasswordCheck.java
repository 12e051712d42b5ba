package veche.irc;

import java.util.Optional;
import veche.account.Account;
import veche.account.PasswordRule;
import veche.account.PasswordsBusyException;
import veche.account.Proof;
import veche.event.Credential;
import veche.name.Nickname;
import veche.net.Reason;

/// Compares and hashes the passwords that people write to a service, and tells them if that cannot
/// be done. Runs on the client's own thread.
final class PasswordCheck {

    private PasswordCheck() {}

    /// Whether a password is that of an account; a token does not stand for it. Where wrong ones
    /// have come from lately, the answer [takes a while][Proofs]; whoever is wrong too often is let
    /// go.
    static boolean isRight(Query query, Account account, String password)
            throws InterruptedException {
        return proof(query, query.client().proofs().passwordAlone(account, password)).isPresent();
    }

    /// What a password, or the secret of a token in its place, proves; empty if nothing, of which
    /// the client is told. Otherwise as [#isRight].
    static Optional<Proof> proof(Query query, Account account, String word)
            throws InterruptedException {
        return proof(query, query.client().proofs().password(Optional.of(account.name()), word));
    }

    private static Optional<Proof> proof(Query query, Proofs.Verdict verdict)
            throws InterruptedException {
        var client = query.client();
        switch (verdict) {
            case Proofs.Verdict.Right(_, var proof) -> {
                return Optional.of(proof);
            }
            case Proofs.Verdict.Wrong _ -> {
                query.say("password.wrong");
                if (client.proofs().areExhausted()) {
                    client.connection().letGo(Reason.LOGIN_FAILED, "");
                }
            }
            case Proofs.Verdict.Busy _ -> query.say("password.busy");
            case Proofs.Verdict.Gone _ -> {}
        }
        return Optional.empty();
    }

    /// Hashes a new password; empty if it is not a good one or the server is too busy, which the
    /// client is told.
    static Optional<Credential> hash(Query query, Nickname owner, String password)
            throws InterruptedException {
        var rule = query.house().passwordRule();
        var problem = rule.problem(password, owner);
        if (problem.isEmpty()) {
            try {
                return Optional.of(query.house().passwords().hash(password));
            } catch (PasswordsBusyException busy) {
                query.say("password.busy");
                return Optional.empty();
            }
        }
        switch (problem.get()) {
            case TOO_SHORT -> query.say("password.too_short", rule.shortest());
            case TOO_LONG -> query.say("password.too_long", PasswordRule.LONGEST);
            case FORBIDDEN_CHARACTER -> query.say("password.forbidden");
            case SAME_AS_NAME -> query.say("password.same");
            case LIKE_A_TOKEN -> query.say("password.token");
        }
        return Optional.empty();
    }
}
