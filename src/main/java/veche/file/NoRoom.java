package veche.file;

/// A file cannot be taken now. An answer, not an accident: it has no stack trace.
public final class NoRoom extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Cause {
        /// The account has as much as it may have.
        ACCOUNT,
        /// The server has as much as it may have, or its disk is almost full.
        SERVER,
        /// The account is sending as many files as it may send at once.
        ACCOUNT_IS_BUSY,
        /// So are all accounts together.
        SERVER_IS_BUSY
    }

    private final Cause why;

    NoRoom(Cause why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Cause why() {
        return why;
    }
}
