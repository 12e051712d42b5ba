package veche.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import veche.config.Hashing;
import veche.event.Credential;

/// Hashes passwords with Argon2id (RFC 9106), which is meant to take long.
///
/// Whoever asks waits, so the hub never does. The work is done by a few platform threads of low
/// priority: on the carriers of virtual threads it would hold up everybody's lines. At most
/// [#WAITING] passwords for each of these threads wait; one more is refused.
public final class Passwords implements AutoCloseable {

    /// How many may wait for each thread: some seconds' work at the usual cost.
    static final int WAITING = 64;

    /// How long anyone waits for an answer, whatever the cost.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// In bytes, as RFC 9106 section 3.1 recommends.
    private static final int SALT = 16;

    /// In bytes.
    private static final int HASH = 32;

    private final Hashing cost;
    private final SecureRandom random;
    private final ThreadPoolExecutor threads;

    /// Starts the threads that hash.
    ///
    /// @param random where salts come from
    public Passwords(Hashing cost, SecureRandom random) {
        this(cost, random, ofLowPriority());
    }

    Passwords(Hashing cost, SecureRandom random, ThreadFactory factory) {
        this.cost = cost;
        this.random = random;
        var atOnce = cost.atOnce() > 0 ? cost.atOnce() : halfOfTheProcessors();
        this.threads =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING * atOnce),
                        factory);
    }

    /// A low priority is only a hint, and most systems pay no attention to it. Nothing relies on
    /// it.
    @SuppressWarnings("ThreadPriorityCheck")
    private static ThreadFactory ofLowPriority() {
        return Thread.ofPlatform()
                .name("password-", 1)
                .priority(Thread.MIN_PRIORITY)
                .daemon()
                .factory();
    }

    private static int halfOfTheProcessors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /// What proves a password from now on. Blocks while it is hashed, a tenth of a second at the
    /// usual cost, and while others wait before it, half a minute at most.
    ///
    /// @param password one with which the [rule][PasswordRule] found no problem
    /// @throws PasswordsBusyException if too many wait, or the wait was too long
    public Credential hash(String password) throws PasswordsBusyException, InterruptedException {
        var bytes =
                bytes(
                        PasswordRule.prepared(password)
                                .orElseThrow(() -> new IllegalArgumentException("no password")));
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return new Credential(await(() -> usual().hash(bytes, salt).getResult()));
    }

    /// Whether a password is the one that a credential was made from. Blocks as [#hash] does.
    ///
    /// @param password anything that anybody may type
    /// @throws PasswordsBusyException if too many wait, or the wait was too long
    public boolean matches(String password, Credential credential)
            throws PasswordsBusyException, InterruptedException {
        var prepared = PasswordRule.prepared(password);
        if (prepared.isEmpty() || Argon2Cost.of(credential).isEmpty()) {
            return false;
        }
        var bytes = bytes(prepared.get());
        // The library finds an instance of its own for the cost that stands in the hash.
        return await(() ->
                Argon2Function.getInstanceFromHash(credential.secret())
                        .check(bytes, bytes(credential.secret())));
    }

    /// Whether a credential was made at another cost than is asked for now. When the password is
    /// next at hand it can be hashed anew.
    public boolean isStale(Credential credential) {
        return Argon2Cost.of(credential).filter(made -> !made.is(cost)).isPresent();
    }

    /// Kept by the library, with its memory, from its first use on.
    private Argon2Function usual() {
        return Argon2Function.getInstance(
                cost.memoryKib(), cost.iterations(), cost.parallelism(), HASH, Argon2.ID);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Has one of the threads do the work, and waits until it is done, or until [#PATIENCE] or the
    /// server ends.
    private <T> T await(Callable<T> work) throws PasswordsBusyException, InterruptedException {
        var result = submit(work);
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | CancellationException notInTime) {
            throw new PasswordsBusyException();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a password could not be hashed", failed.getCause());
        } finally {
            // Nobody waits for it any longer.
            result.cancel(true);
        }
    }

    private <T> Future<T> submit(Callable<T> work) throws PasswordsBusyException {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException fullOrClosed) {
            throw new PasswordsBusyException();
        }
    }

    /// Sends away everyone who waits, as if the server were busy. What is being hashed ends soon,
    /// and this does not wait for it.
    @Override
    public void close() {
        for (var waiting : threads.shutdownNow()) {
            if (waiting instanceof Future<?> result) {
                result.cancel(false);
            }
        }
    }
}
