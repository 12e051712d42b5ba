package veche.console;

import java.util.Optional;

/// Where an operator sits: at the console's terminal, behind a pipe, or far away at the other end
/// of the control socket. Used by the one thread that runs the command.
interface Desk {

    /// Shows a line, or several.
    void out(String text);

    /// Shows what went wrong.
    void err(String text);

    /// Whether there is somebody who can be asked.
    boolean asks();

    /// Asks, and waits until the operator has answered or is gone.
    ///
    /// @param hidden whether the answer must not be seen on the screen
    /// @return empty if the operator would not answer
    Optional<String> ask(String question, boolean hidden);

    /// Begins an answer that goes on until the operator interrupts it.
    ///
    /// @param interruption is then run, by another thread, and not only once perhaps
    /// @throws Failure if nobody could interrupt it here
    Stream stream(Runnable interruption) throws Failure;

    /// How wide the operator's screen is, in columns.
    int width();

    /// How commands are called here: with these words in front, if any.
    String prefix();

    /// The name under which the log knows this place.
    String name();

    /// An answer that goes on.
    interface Stream extends AutoCloseable {
        @Override
        void close();
    }
}
