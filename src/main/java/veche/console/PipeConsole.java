package veche.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.language.Language;

/// A console without a terminal: commands come line by line, answers and log lines go out.
///
/// Reading cannot be interrupted, so a thread of its own does it. It hands over one line at a time.
final class PipeConsole implements Console {

    private static final Logger log = LoggerFactory.getLogger(PipeConsole.class);

    private final Commands commands;
    private final Language language;
    private final InputStream in;
    private final PrintStream out;
    private final Desk desk = new LineDesk("console", this::print, "stream.endless");
    private final LogDisplay display;

    /// The next line, or empty to wake up the main thread when the console has stopped.
    private final BlockingQueue<Optional<String>> lines = new ArrayBlockingQueue<>(1);

    private volatile boolean stopped;

    PipeConsole(
            Commands commands,
            ServiceLog serviceLog,
            Language language,
            InputStream in,
            PrintStream out) {
        this.commands = commands;
        this.language = language;
        this.in = in;
        this.out = out;
        display = serviceLog.show(Failure.phrases(language), this::print);
    }

    @Override
    public void run() {
        Thread.ofPlatform().daemon().name("console input").start(this::read);
        try {
            while (!stopped) {
                var line = lines.take();
                if (line.isPresent() && !stopped) {
                    obey(line.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void obey(String line) {
        if (!line.isBlank()) {
            commands.run(line, language, desk);
        }
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.put(Optional.of(line));
            }
        } catch (IOException e) {
            log.atWarn().setCause(e).log("commands can no longer be read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void refresh() {}

    @Override
    public void stop() {
        stopped = true;
        lines.offer(Optional.empty());
    }

    @Override
    public void close() {
        display.close();
    }

    /// Texts of several lines stay together, whatever is logged meanwhile.
    private void print(String text) {
        synchronized (out) {
            out.println(text);
            out.flush();
        }
    }
}
