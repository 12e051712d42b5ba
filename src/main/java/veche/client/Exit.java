package veche.client;

/// How the program ended, for scripts. These numbers are documented, and stay.
public enum Exit {
    /// Everything was sent and acknowledged, or somebody left.
    DONE(0),
    /// No server could be reached.
    NO_SERVER(1),
    /// The arguments make no sense, or what they name cannot be read; picocli ends with the same.
    MISUSED(2),
    /// The server refused the name or the password.
    NO_LOGIN(3),
    /// The server refused the channel, or to say something there.
    REFUSED(4),
    /// Something was not acknowledged in time.
    NOT_ACKNOWLEDGED(5),
    /// The server's certificate is not the one that it should be, or nobody vouches for it.
    NO_TRUST(6);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
