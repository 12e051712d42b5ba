package veche.irc;

import java.time.Instant;
import java.util.Optional;
import veche.journal.Journal;
import veche.journal.JournalException;

/// Which entries a client means when it asks for what was before or after them: the one that has an
/// id, or all of a moment. It may be that there are none.
///
/// @param first nothing before this position is meant
/// @param last nothing after this position is meant; less than `first` if nothing is
record Selector(long first, long last) {

    private static final String ID = "msgid=";

    /// Reads `msgid=ID` or `timestamp=TIME`
    /// (https://ircv3.net/specs/extensions/chathistory#chathistory-command); empty if it is
    /// neither.
    static Optional<Selector> parse(String written, Journal journal) throws JournalException {
        if (written.startsWith(ID)) {
            return MessageId.parse(written.substring(ID.length()))
                    .map(position -> new Selector(position, position));
        }
        var time = Timestamps.parseReference(written);
        return time.isPresent() ? Optional.of(at(time.get(), journal)) : Optional.empty();
    }

    /// All entries of a moment.
    static Selector at(Instant time, Journal journal) throws JournalException {
        // Times are in whole milliseconds.
        return new Selector(journal.positionAt(time.minusMillis(1)) + 1, journal.positionAt(time));
    }

    /// Whether it is written as one, of whatever kind.
    static boolean isKnown(String written) {
        return written.startsWith(ID) || written.startsWith("timestamp=");
    }
}
