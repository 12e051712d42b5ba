package veche.irc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.event.Level;

/// Where what operators of IRC want is done, if it is more than IRC: the console of the server. Any
/// thread.
public interface Office {

    /// Runs a command of the console, to its end. Never throws because of what is in the line.
    ///
    /// @param operator who asks, by their name in the settings
    /// @param answer takes each line of what they are told
    /// @return how it ended, as the exit status of a process: 0 if it was done
    int run(String operator, String line, Consumer<String> answer);

    /// What may come next in a line, as far as it is written.
    List<Completion> complete(String line);

    /// A way to go on with a line.
    ///
    /// @param start where in the line, in characters (UTF-16), what it begins with is to be
    ///   replaced
    /// @param text by what
    record Completion(int start, String text) {}

    /// How the server is doing, as JSON objects that belong together: what is in them is to be
    /// merged, also one level down.
    ///
    /// @param bytes how long each may be, in UTF-8
    List<String> figures(int bytes);

    /// Follows the log of the server from now on. Whoever is slow to read misses records, and holds
    /// up nobody.
    ///
    /// @param level only what is at least so grave
    /// @param text only what has this in it, in upper or lower case
    Log follow(Level level, String text);

    /// The log of the server, while it is written.
    interface Log extends AutoCloseable {

        /// Waits for the next record; empty after [#close].
        Optional<Heard> next() throws InterruptedException;

        @Override
        void close();
    }

    /// A record of the log.
    ///
    /// @param source the class that logged it, without its package
    /// @param text may have several lines
    /// @param missed how many records before this one were missed
    record Heard(Instant time, Level level, String source, String text, long missed) {}
}
