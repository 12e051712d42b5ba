package veche.app;

import java.io.IOException;
import java.util.Optional;
import veche.journal.JournalException;

/// The server has stopped, and the disk has not taken all that happened before, as one clear
/// sentence for the operator.
final class NotStored extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param lost how many requests were not answered: messages, arrivals and the like
    /// @param why empty if the disk has not answered at all
    NotStored(long lost, Optional<JournalException> why) {
        super(
                CannotStart.words(
                        "stopped.not_stored",
                        lost,
                        why.map(JournalException::getMessage)
                                .orElseGet(() -> CannotStart.words("stopped.no_answer"))));
    }

    /// As others of its kind: it is an answer, not an accident.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
