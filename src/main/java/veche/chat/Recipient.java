package veche.chat;

import veche.event.Refusal;

/// The side of a session that a protocol provides: it puts into words what the session is told.
/// Both methods run on the journal's thread, in the order of the server, and must not block.
public interface Recipient {

    /// What has happened, and is stored.
    void told(Round round);

    /// A command that was [asked for][Session#ask] and did not happen.
    void refused(Command command, Refusal refusal);
}
