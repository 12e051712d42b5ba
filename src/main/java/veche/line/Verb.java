package veche.line;

import java.io.IOException;
import veche.event.Refused;

/// Something that a person can do by a line that begins with a slash. What its arguments are and
/// what it does stand in the phrases, as `verb.NAME.usage` and `verb.NAME.help`.
///
/// @param name as people type it, without the slash
/// @param needsWords whether it makes no sense without arguments; then the usage is shown
/// @param action does it
record Verb(String name, boolean needsWords, Action action) {

    /// Does what was asked for.
    interface Action {

        /// Does it for this client.
        ///
        /// @param words what stood behind the name, without surrounding white space
        void run(Visit visit, String words) throws Refused, IOException, InterruptedException;
    }
}
