package veche.client;

import java.io.IOException;

/// What the thread that owns the state is told.
sealed interface Mail {

    /// A server was reached.
    record Opened(Wire wire) implements Mail {}

    /// A server could not be reached.
    record Failed(Exception cause) implements Mail {}

    /// A line came.
    record Received(Wire wire, String line) implements Mail {}

    /// A connection has ended.
    record Lost(Wire wire) implements Mail {}

    /// Somebody typed a line, or answered a question.
    ///
    /// @param taken called when more can be taken
    record Typed(String line, Runnable taken) implements Mail {}

    /// What is typed cannot be read.
    record Unreadable(IOException cause) implements Mail {}

    /// What is typed cannot be kept for the next time.
    record Unkept() implements Mail {}

    /// Nothing more will be typed.
    record NoMore() implements Mail {}

    /// Whoever looks on is gone, or wants to go.
    record Leave() implements Mail {}
}
