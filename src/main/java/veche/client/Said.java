package veche.client;

import java.time.Instant;

/// Something that somebody said, as we were told.
///
/// @param place the conversation: a channel, or whoever else is in it
/// @param by who said it
/// @param text one or more lines, as they came: not yet [Harmless]
/// @param manner how it was said
/// @param time when, by the server's clock
/// @param id the server's id for it; empty if it has none
/// @param reply the id of the message that it answers; empty if it answers none
/// @param quote the beginning of that message, and who said it; empty if it is not known
/// @param own whether we said it ourselves, here or elsewhere
/// @param past whether it was said before we asked
/// @param mention whether it has our name, or is for us alone
record Said(
        String place,
        String by,
        String text,
        Manner manner,
        Instant time,
        String id,
        String reply,
        String quote,
        boolean own,
        boolean past,
        boolean mention) {

    enum Manner {
        SAY,
        ACTION,
        NOTICE
    }

    /// The same, with the beginning of the message that it answers.
    Said quoting(String words) {
        return words.isEmpty()
                ? this
                : new Said(place, by, text, manner, time, id, reply, words, own, past, mention);
    }
}
