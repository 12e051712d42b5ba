package veche.net;

/// What a service tells a client that is let go, in the client's protocol and language.
@FunctionalInterface
public interface LastWords {

    /// The bytes to send; may be none. Called by any thread, and must not wait for anything.
    ///
    /// @param note what the operator adds to the reason; may be empty
    byte[] of(Reason reason, String note);
}
