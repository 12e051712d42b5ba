package veche.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import veche.config.Hashing;
import veche.event.Credential;

/// Hashes passwords with Argon2id (RFC 9106), which is meant to take long, and makes what SCRAM
/// needs to know of them.
///
/// Whoever asks waits, so the hub never does. The work is done by a few [threads][HashingThreads]
/// of its own.
public final class Passwords implements AutoCloseable {

    /// In bytes, as RFC 9106 section 3.1 recommends.
    private static final int SALT = 16;

    /// In bytes.
    private static final int HASH = 32;

    private final Hashing cost;
    private volatile boolean scram;
    private final SecureRandom random;
    private final HashingThreads threads;

    /// Starts the threads that hash.
    ///
    /// @param scram whether credentials from now on are good for SCRAM-SHA-256, too
    /// @param random where salts come from
    public Passwords(Hashing cost, boolean scram, SecureRandom random) {
        this(cost, scram, random, HashingThreads.ofLowPriority());
    }

    Passwords(Hashing cost, boolean scram, SecureRandom random, ThreadFactory factory) {
        this.cost = cost;
        this.scram = scram;
        this.random = random;
        this.threads = new HashingThreads(cost.atOnce(), factory);
    }

    /// Makes credentials from now on that are good for SCRAM-SHA-256, too, or are not. Any thread.
    public void keepForScram(boolean kept) {
        scram = kept;
    }

    /// What proves a password from now on. Blocks while it is hashed, a tenth of a second at the
    /// usual cost, and while others wait before it, half a minute at most.
    ///
    /// @param password one with which the [rule][PasswordRule] found no problem
    /// @throws PasswordsBusyException if too many wait, or the wait was too long
    public Credential hash(String password) throws PasswordsBusyException, InterruptedException {
        var prepared =
                PasswordRule.prepared(password)
                        .orElseThrow(() -> new IllegalArgumentException("no password"));
        return threads.await(() -> secret(prepared).credential());
    }

    private Secret secret(String prepared) {
        var hash = usual().hash(bytes(prepared), salt()).getResult();
        return new Secret(hash, scram ? Optional.of(verifier(prepared)) : Optional.empty());
    }

    /// Kept by the library, with its memory, from its first use on.
    private Argon2Function usual() {
        return Argon2Function.getInstance(
                cost.memoryKib(), cost.iterations(), cost.parallelism(), HASH, Argon2.ID);
    }

    private ScramVerifier verifier(String prepared) {
        return ScramVerifier.of(prepared, salt(), cost.scramIterations());
    }

    private byte[] salt() {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    /// Whether a password is the one that a credential was made from. Blocks as [#hash] does.
    ///
    /// @param password anything that anybody may type
    /// @throws PasswordsBusyException if too many wait, or the wait was too long
    public boolean matches(String password, Credential credential)
            throws PasswordsBusyException, InterruptedException {
        var prepared = PasswordRule.prepared(password);
        var secret = Secret.of(credential);
        if (prepared.isEmpty() || secret.isEmpty()) {
            return false;
        }
        var bytes = bytes(prepared.get());
        var hash = secret.get().hash();
        // The library finds an instance of its own for the cost that stands in the hash.
        return threads.await(
                () -> Argon2Function.getInstanceFromHash(hash).check(bytes, bytes(hash)));
    }

    /// Whether a credential was made at another cost than is asked for now, or is good for SCRAM
    /// and should not be, or the other way round. When the password is next at hand it can be
    /// hashed anew.
    public boolean isStale(Credential credential) {
        return Secret.of(credential).filter(made -> !isAsAskedFor(made)).isPresent();
    }

    private boolean isAsAskedFor(Secret made) {
        var iterations = made.verifier().map(ScramVerifier::iterations);
        return made.cost().is(cost)
                && iterations.equals(
                        scram ? Optional.of(cost.scramIterations()) : Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Sends away everyone who waits, as if the server were busy. What is being hashed ends soon,
    /// and this does not wait for it.
    @Override
    public void close() {
        threads.close();
    }
}
