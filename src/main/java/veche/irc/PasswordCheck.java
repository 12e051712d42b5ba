package veche.irc;

import java.util.Optional;
import veche.account.Account;
import veche.account.PasswordRule;
import veche.account.PasswordsBusyException;
import veche.event.Credential;
import veche.name.Nickname;

/// Compares and hashes the passwords that people write to a service, and tells them if that cannot
/// be done. Runs on the client's own thread.
final class PasswordCheck {

    private PasswordCheck() {}

    /// Whether a password is that of an account. Where wrong ones have come from lately, the answer
    /// takes a while, [veche.account.WrongPasswords] says how long; it ends when the client is let
    /// go.
    static boolean isRight(Query query, Account account, String password)
            throws InterruptedException {
        var house = query.house();
        var connection = query.client().connection();
        var from = connection.remote().getAddress();
        try (var attempt =
                house.wrongPasswords()
                        .attempt(from, Optional.of(account.name()), connection::wake)) {
            if (connection.awaitEnd(attempt::hasTurn) || connection.awaitEnd(attempt.delay())) {
                return false;
            }
            if (house.passwords().matches(password, account.credential())) {
                attempt.right(account.name());
                return true;
            }
            attempt.wrong();
            query.say("password.wrong");
        } catch (PasswordsBusyException busy) {
            query.say("password.busy");
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
