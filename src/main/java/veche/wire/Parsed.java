package veche.wire;

/// What a line turned out to be: a [Message], or [Malformed] and why.
public sealed interface Parsed permits Message, Malformed {}
