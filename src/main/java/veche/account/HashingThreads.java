package veche.account;

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

/// A few platform threads of low priority that do what is meant to take long: on the carriers of
/// virtual threads it would hold up everybody's lines. At most [#WAITING] pieces of work for each
/// of these threads wait; one more is refused.
final class HashingThreads implements AutoCloseable {

    /// How many may wait for each thread: some seconds' work at the usual cost.
    static final int WAITING = 64;

    /// How long anyone waits for an answer, whatever the cost.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ThreadPoolExecutor threads;

    /// @param atOnce how many threads; 0 for half of the processors
    HashingThreads(int atOnce, ThreadFactory factory) {
        var count = atOnce > 0 ? atOnce : halfOfTheProcessors();
        this.threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING * count),
                        factory);
    }

    /// A low priority is only a hint, and most systems pay no attention to it. Nothing relies on
    /// it.
    @SuppressWarnings("ThreadPriorityCheck")
    static ThreadFactory ofLowPriority() {
        return Thread.ofPlatform()
                .name("password-", 1)
                .priority(Thread.MIN_PRIORITY)
                .daemon()
                .factory();
    }

    private static int halfOfTheProcessors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /// Has one of the threads do the work, and waits until it is done, or until [#PATIENCE] or the
    /// server ends.
    <T> T await(Callable<T> work) throws PasswordsBusyException, InterruptedException {
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
