package veche.journal;

import java.io.IOException;

/// A journal could not store or read something: the disk is full, gone or broken.
public final class JournalException extends IOException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
