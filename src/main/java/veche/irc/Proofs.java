package veche.irc;

import java.util.Optional;
import veche.account.Account;
import veche.account.PasswordsBusyException;
import veche.account.Proof;
import veche.name.Nickname;

/// Finds out whether a client knows what proves whose it is. Where wrong proofs have come from
/// lately, the answer takes a while. Belongs to the client's own thread.
final class Proofs {

    private final House house;
    private final Client client;
    private int wrong;

    Proofs(House house, Client client) {
        this.house = house;
        this.client = client;
    }

    /// What came of it.
    sealed interface Verdict {

        /// It proves that the client belongs to the owner of an account.
        record Right(Account account, Proof proof) implements Verdict {}

        /// It does not.
        record Wrong() implements Verdict {}

        /// The server has no time to find out.
        record Busy() implements Verdict {}

        /// The client has gone.
        record Gone() implements Verdict {}
    }

    /// Finds out whose account it is.
    interface Test {

        /// Empty if it is nobody's.
        Optional<Verdict.Right> run() throws PasswordsBusyException, InterruptedException;
    }

    /// Finds out whether a password, or the secret of a token in its place, is that of an account.
    ///
    /// @param name empty if it is none that anybody can have
    Verdict password(Optional<Nickname> name, String password) throws InterruptedException {
        var account = name.flatMap(house.hub().accounts()::named);
        return judge(
                name,
                () ->
                        account.isEmpty()
                                ? Optional.empty()
                                : right(
                                        account.get(),
                                        house.proving().prove(account.get(), password)));
    }

    /// The same, of the password alone.
    Verdict passwordAlone(Account account, String password) throws InterruptedException {
        return judge(
                Optional.of(account.name()),
                () -> right(account, house.proving().byPassword(account, password)));
    }

    private static Optional<Verdict.Right> right(Account account, Optional<Proof> proof) {
        return proof.map(it -> new Verdict.Right(account, it));
    }

    /// Waits until it is this client's turn, and finds out.
    ///
    /// @param name whose it is said to be
    Verdict judge(Optional<Nickname> name, Test test) throws InterruptedException {
        var connection = client.connection();
        var from = connection.remote().getAddress();
        try (var attempt = house.wrongPasswords().attempt(from, name, connection::wake)) {
            // Ends when those before it are answered and its delay is over, or when the client is
            // let go.
            if (connection.awaitEnd(attempt::hasTurn) || connection.awaitEnd(attempt.delay())) {
                return new Verdict.Gone();
            }
            var right = test.run();
            if (right.isPresent()) {
                attempt.right(right.get().account().name());
                return right.get();
            }
            if (name.isPresent() && house.hub().accounts().named(name.get()).isEmpty()) {
                attempt.unknown();
            } else {
                attempt.wrong();
            }
            wrong++;
            return new Verdict.Wrong();
        } catch (PasswordsBusyException busy) {
            return new Verdict.Busy();
        }
    }

    /// Whether the client has been wrong as often as anybody may be.
    boolean areExhausted() {
        return wrong >= house.settings().accounts().loginTries();
    }
}
