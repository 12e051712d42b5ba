package veche.app;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that is made on a thread of its own, while something else is being made.
///
/// @param <T> what
final class Meanwhile<T> implements AutoCloseable {

    /// How it is made.
    @FunctionalInterface
    interface Making<T> {
        T make() throws CannotStart;
    }

    private final FutureTask<T> task;
    private final Thread thread;

    private Meanwhile(String name, Making<T> making) {
        task = new FutureTask<>(making::make);
        thread = Thread.ofPlatform().daemon().name(name).start(task);
    }

    /// Begins to make it.
    ///
    /// @param name of the thread
    static <T> Meanwhile<T> begin(String name, Making<T> making) {
        return new Meanwhile<>(name, making);
    }

    /// What has been made. Waits until it is.
    ///
    /// @throws CannotStart if it could not be made
    T result() throws CannotStart {
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CannotStart why -> throw why;
                case RuntimeException accident -> throw accident;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /// Waits until it is over, so that nothing goes on behind the back of who has given up.
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
