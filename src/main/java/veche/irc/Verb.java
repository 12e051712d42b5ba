package veche.irc;

import java.io.IOException;
import veche.event.Refused;

/// Something that a client can send.
///
/// @param name in upper case
/// @param least how many parameters it makes no sense without
/// @param when whether it may come before the client has said who it is, or only then, or only
///   later
/// @param action does it
/// @param reads whether it only reads, as programs do many times when they start
record Verb(String name, int least, When when, Action action, boolean reads) {

    private Verb(String name, int least, When when, Action action) {
        this(name, least, when, action, false);
    }

    /// The same, as one that only reads.
    Verb reading() {
        return new Verb(name, least, when, action, true);
    }

    /// When something may be sent.
    enum When {
        /// Before the client has said who it is.
        BEFORE,
        /// At any time.
        ALWAYS,
        /// After the client has said who it is.
        AFTER
    }

    /// Does what was asked for.
    interface Action {

        /// Does it for this client. Runs on the client's own thread.
        ///
        /// @throws Refused if it may not be, which the client is told
        void run(Client client, Parameters parameters)
                throws Refused, IOException, InterruptedException;
    }

    /// Only for those who have said who they are.
    static Verb after(String name, int least, Action action) {
        return new Verb(name, least, When.AFTER, action);
    }

    static Verb always(String name, int least, Action action) {
        return new Verb(name, least, When.ALWAYS, action);
    }

    static Verb before(String name, int least, Action action) {
        return new Verb(name, least, When.BEFORE, action);
    }
}
