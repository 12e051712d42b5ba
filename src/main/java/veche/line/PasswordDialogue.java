package veche.line;

import java.io.IOException;
import java.util.Optional;
import veche.account.Account;
import veche.account.PasswordRule;
import veche.account.PasswordRule.Problem;
import veche.account.PasswordsBusyException;
import veche.account.Proof;
import veche.event.Credential;
import veche.line.PasswordDialogue.Answer.Busy;
import veche.line.PasswordDialogue.Answer.Gone;
import veche.line.PasswordDialogue.Answer.Right;
import veche.line.PasswordDialogue.Answer.Wrong;
import veche.name.Nickname;

/// Asks for passwords: for the one that somebody has, or for a new one.
final class PasswordDialogue {

    private final Visit visit;
    private final House house;
    private final Screen screen;

    PasswordDialogue(Visit visit) {
        this.visit = visit;
        this.house = visit.house();
        this.screen = visit.screen();
    }

    /// What came of asking for a password.
    sealed interface Answer {

        /// It was the right one.
        record Right(String password, Proof proof) implements Answer {}

        /// It was not, which the client has been told.
        record Wrong() implements Answer {}

        /// The server has no time to find out, which the client has been told.
        record Busy() implements Answer {}

        /// The client has gone.
        record Gone() implements Answer {}
    }

    /// Asks for the password of an account, or a token in its place, once. Where wrong ones have
    /// come from lately, the answer takes a while.
    Answer askFor(Account account, String prompt) throws IOException, InterruptedException {
        var password = visit.ask(prompt);
        return password.isEmpty()
                ? new Gone()
                : check(account, password.get(), house.proving()::prove);
    }

    /// The same, of the password alone.
    Answer askForPassword(Account account, String prompt) throws IOException, InterruptedException {
        var password = visit.ask(prompt);
        return password.isEmpty()
                ? new Gone()
                : check(account, password.get(), house.proving()::byPassword);
    }

    /// Finds out what a word proves.
    private interface Test {
        Optional<Proof> run(Account account, String word)
                throws PasswordsBusyException, InterruptedException;
    }

    private Answer check(Account account, String password, Test test) throws InterruptedException {
        var connection = visit.connection();
        var from = connection.remote().getAddress();
        var name = Optional.of(account.name());
        try (var attempt = house.wrongPasswords().attempt(from, name, connection::wake)) {
            // Ends when those before it are answered and its delay is over, or when the client is
            // let go.
            if (connection.awaitEnd(attempt::hasTurn) || connection.awaitEnd(attempt.delay())) {
                return new Gone();
            }
            var proof = test.run(account, password);
            if (proof.isPresent()) {
                attempt.right(account.name());
                return new Right(password, proof.get());
            }
            attempt.wrong();
            screen.say("password.wrong");
            return new Wrong();
        } catch (PasswordsBusyException busy) {
            screen.say("login.busy");
            return new Busy();
        }
    }

    /// Asks for a new password until it is a good one.
    ///
    /// @param prompt with the arguments that stand in its places before the shortest length
    /// @return empty if the client has gone, or if the server is too busy, which it is told
    Optional<Credential> choose(Nickname owner, String prompt, Object... arguments)
            throws IOException, InterruptedException {
        while (true) {
            var password = visit.ask(prompt, arguments);
            if (password.isEmpty()) {
                return Optional.empty();
            }
            var problem = house.passwordRule().problem(password.get(), owner);
            if (problem.isEmpty()) {
                return hash(password.get());
            }
            tell(problem.get());
        }
    }

    /// Hashes a good password; empty if the server is too busy, which the client is told.
    Optional<Credential> hash(String password) throws InterruptedException {
        try {
            return Optional.of(house.passwords().hash(password));
        } catch (PasswordsBusyException busy) {
            screen.say("login.busy");
            return Optional.empty();
        }
    }

    private void tell(Problem problem) {
        switch (problem) {
            case TOO_SHORT -> screen.say("password.too_short", house.passwordRule().shortest());
            case TOO_LONG -> screen.say("password.too_long", PasswordRule.LONGEST);
            case FORBIDDEN_CHARACTER -> screen.say("password.forbidden");
            case SAME_AS_NAME -> screen.say("password.same");
            case LIKE_A_TOKEN -> screen.say("password.token");
        }
    }
}
