package veche.account;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import veche.name.Nickname;

/// Somebody's attempt to prove who they are, by a password or anything else that could be guessed,
/// from when they made it until they are answered:
///
/// 1. wait until it [has its turn][#hasTurn], then for its [delay][#delay];
/// 2. find out, and say whether it was [right][#right] or [wrong][#wrong], or the account
///    [unknown][#unknown]; whoever answers before that tells a guesser too soon;
/// 3. [close][#close] it, whatever has happened.
///
/// Any thread may call; nothing blocks. The first that is said of it counts.
public final class PasswordAttempt implements AutoCloseable {

    private final WrongPasswords all;
    private final InetAddress from;
    private final Optional<Nickname> account;
    private final Runnable onTurn;

    /// Null until it has its turn.
    private volatile @Nullable Duration delay;

    PasswordAttempt(
            WrongPasswords all, InetAddress from, Optional<Nickname> account, Runnable onTurn) {
        this.all = all;
        this.from = from;
        this.account = account;
        this.onTurn = onTurn;
    }

    InetAddress from() {
        return from;
    }

    Optional<Nickname> account() {
        return account;
    }

    /// Whether it may be tried when its delay is over. What it waits for are the attempts before it
    /// from the same address: each ends when it is answered, or its client is gone.
    public boolean hasTurn() {
        return delay != null;
    }

    /// How long its answer has to wait from when it has its turn. That a password is right is not
    /// told any sooner, or a guesser would not wait for the others. Zero before its turn.
    public Duration delay() {
        var known = delay;
        return known == null ? Duration.ZERO : known;
    }

    /// Gives it its turn. Called with the lock of [WrongPasswords].
    void begin(Duration delay) {
        this.delay = delay;
    }

    /// Called without that lock.
    void wake() {
        onTurn.run();
    }

    /// It was right, and is forgotten together with what its owner had mistyped before.
    ///
    /// @param owner whose it turned out to be
    public void right(Nickname owner) {
        all.right(this, owner);
    }

    /// It was wrong, and those after it wait longer. Logs it.
    public void wrong() {
        all.wrong(this);
    }

    /// Nobody has that name, and nobody waits for it. Logs it.
    public void unknown() {
        all.unknown(this);
    }

    /// Gives its place back, unless it was wrong: nobody has learnt anything by it.
    @Override
    public void close() {
        all.giveBack(this);
    }
}
