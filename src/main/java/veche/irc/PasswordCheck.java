package veche.irc;

import java.util.Optional;
import veche.account.Account;
import veche.account.PasswordRule;
import veche.account.PasswordsBusyException;
import veche.event.Credential;
import veche.name.Nickname;
import veche.net.Reason;

/// Compares and hashes the passwords that people write to a service, and tells them if that cannot
/// be done. Runs on the client's own thread.
final class PasswordCheck {

    private PasswordCheck() {}

    /// Whether a password is that of an account. Where wrong ones have come from lately, the answer
    /// [takes a while][Proofs]; whoever is wrong too often is let go.
    static boolean isRight(Query query, Account account, String password)
            throws InterruptedException {
        var client = query.client();
        switch (client.proofs().password(Optional.of(account.name()), password)) {
            case Proofs.Verdict.Right _ -> {
                return true;
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
        return false;
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
        }
        return Optional.empty();
    }
}
