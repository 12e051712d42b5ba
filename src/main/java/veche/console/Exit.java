package veche.console;

/// How a command ended, as scripts see it.
public enum Exit {
    DONE(0),
    FAILED(1),
    /// The command was written wrongly.
    MISUSED(2),
    /// No server answers, so that nobody has seen the command.
    UNREACHABLE(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /// The exit status of the process.
    public int code() {
        return code;
    }
}
