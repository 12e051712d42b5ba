package veche.account;

import java.io.IOException;

/// A snapshot could not be read. The message is for the operator: which file, and what is wrong.
public final class SnapshotException extends IOException {

    private static final long serialVersionUID = 1L;

    SnapshotException(String what) {
        super(what);
    }

    SnapshotException(String what, Throwable cause) {
        super(what, cause);
    }
}
