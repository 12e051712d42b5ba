package veche.irc;

import java.util.List;

/// What was said before, how far it was read, and what of it is deleted.
final class HistoryVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.after("CHATHISTORY", 0, ChatHistory::ask).reading(),
                    Verb.after("SEARCH", 0, Searching::ask),
                    Verb.after("MARKREAD", 0, ReadMarkers::ask).reading(),
                    Verb.after("REDACT", 2, Redaction::ask),
                    Verb.after("PERSISTENCE", 0, Persistence::ask).reading());

    private HistoryVerbs() {}
}
