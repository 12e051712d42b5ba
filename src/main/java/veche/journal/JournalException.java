package veche.journal;

import java.io.IOException;
import java.time.Duration;

/// A journal could not store or read something: the disk is full, gone or broken. The message is
/// for developers; [#trouble] is for those who put it into words.
public final class JournalException extends IOException {

    private static final long serialVersionUID = 1L;

    /// What a person can do something about.
    public enum Trouble {
        /// Nothing more fits on the disk.
        DISK_FULL,
        /// The file or its folder cannot be written or is not there.
        NOT_WRITABLE,
        /// The file is damaged, or is not a journal at all.
        DAMAGED,
        /// A newer Veche has written the file.
        TOO_NEW,
        /// Another program holds the file.
        IN_USE,
        /// What was asked is not ready in time, and will be later.
        NOT_READY,
        /// Something else, which the message and the cause tell.
        FAILED
    }

    private final Trouble trouble;

    /// The disk does not answer.
    ///
    /// @param taken how long it has been waited for
    static JournalException hanging(Duration taken) {
        return new JournalException(
                Trouble.FAILED, "the disk has not answered for " + taken.toSeconds() + " s");
    }

    public JournalException(String message, Throwable cause) {
        this(Trouble.FAILED, message, cause);
    }

    JournalException(Trouble trouble, String message) {
        super(message);
        this.trouble = trouble;
    }

    JournalException(Trouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
