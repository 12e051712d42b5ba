package veche.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;

/// Somebody at a console: types, and waits for what the screen shows.
public final class Typist {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PipedOutputStream keys = new PipedOutputStream();
    private final PipedInputStream typed;
    private final StringBuilder shown = new StringBuilder();

    public Typist() throws IOException {
        typed = new PipedInputStream(keys, 64 * 1024);
    }

    /// What the console reads.
    public InputStream keyboard() {
        return typed;
    }

    /// What the console writes to.
    public OutputStream screen() {
        return new OutputStream() {
            private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

            @Override
            public synchronized void write(int character) {
                pending.write(character);
            }

            @Override
            public synchronized void flush() {
                show(pending.toString(UTF_8));
                pending.reset();
            }
        };
    }

    private void show(String text) {
        synchronized (shown) {
            shown.append(text);
            shown.notifyAll();
        }
    }

    public void type(String text) throws IOException {
        keys.write(text.getBytes(UTF_8));
        keys.flush();
    }

    public void leave() throws IOException {
        keys.close();
    }

    /// Waits until something is shown, and takes it and what is before it off the screen. Escape
    /// sequences do not count.
    public void sees(String text) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (shown) {
            for (var at = plain().indexOf(text); at < 0; at = plain().indexOf(text)) {
                var left = (end - System.nanoTime()) / 1_000_000;
                assertThat(left).as("no »%s« in »%s«", text, plain()).isPositive();
                shown.wait(left);
            }
            var rest = plain().substring(plain().indexOf(text) + text.length());
            shown.setLength(0);
            shown.append(rest);
        }
    }

    private String plain() {
        return shown.toString()
                .replaceAll(
                        "\u001b\\[[0-9;?>=]*[A-Za-z]|\u001b[=>78]|\u001b\\][^\u0007]*\u0007", "");
    }
}
