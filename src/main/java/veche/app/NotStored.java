package veche.app;

import java.io.IOException;
import java.util.Optional;
import veche.journal.JournalException;

/// The server has stopped, and the disk has not taken all that happened before, as one clear
/// sentence for the operator.
final class NotStored extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param lost how much was not stored, in changes: messages, arrivals and the like
    NotStored(long lost, Optional<JournalException> why) {
        super(
                CannotStart.words(
                        "stopped.not_stored",
                        lost,
                        why.map(JournalException::getMessage).orElse("?")));
    }

    /// As others of its kind: it is an answer, not an accident.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
