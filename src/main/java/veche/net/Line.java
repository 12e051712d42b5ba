package veche.net;

/// A line that a client sent.
public sealed interface Line {

    /// A good one.
    ///
    /// @param text without its end; it may be empty, and may contain any character but a line feed
    record Of(String text) implements Line {}

    /// One with more bytes than a line may have. They are gone.
    record TooLong() implements Line {}

    /// One that is not valid UTF-8.
    record NotUtf8() implements Line {}
}
