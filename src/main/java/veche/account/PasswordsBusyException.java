package veche.account;

/// More passwords wait to be hashed than the server can hash in good time, or it is about to stop.
/// The client may try again in a moment. An answer, not an accident: it has no stack trace.
public final class PasswordsBusyException extends Exception {

    private static final long serialVersionUID = 1L;

    PasswordsBusyException() {
        super("too many passwords are waiting to be hashed", null, false, false);
    }
}
