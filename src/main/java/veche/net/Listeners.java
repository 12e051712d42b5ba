package veche.net;

import java.io.IOException;
import java.util.List;

/// All listeners of a server: they open, pause and resume together. Safe for use by many threads.
public final class Listeners implements AutoCloseable {

    private final List<Listener> listeners;
    private volatile Runnable changed = () -> {};
    private boolean closed;

    public Listeners(List<Listener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    public List<Listener> all() {
        return listeners;
    }

    /// Whether none of them listens.
    public boolean isPaused() {
        return listeners.stream().noneMatch(Listener::isListening);
    }

    /// Has something done whenever they have begun or ceased to listen.
    public void onChange(Runnable then) {
        changed = then;
    }

    /// All of them listen afterwards, or none does; none ever does after [#close].
    ///
    /// @throws IOException as [Listener#open]
    public synchronized void open() throws IOException {
        if (closed) {
            throw new IOException("the server is stopping");
        }
        try {
            for (var listener : listeners) {
                listener.open();
            }
        } catch (IOException e) {
            pause();
            throw e;
        }
        changed.run();
    }

    /// None of them listens when this returns: as [Listener#pause].
    public synchronized void pause() {
        listeners.forEach(Listener::pause);
        changed.run();
    }

    /// Pauses for good.
    @Override
    public synchronized void close() {
        closed = true;
        pause();
    }
}
