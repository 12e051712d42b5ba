package veche.client;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// Reads what somebody says out of a line from the server.
final class Talk {

    private static final char CTCP = '\u0001';
    private static final String ACTION = CTCP + "ACTION";
    private static final Pattern WORD_BREAK =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}_\\-\\[\\]\\\\`^{|}]+");

    private Talk() {}

    /// What was said; empty if it is for programs (CTCP, https://modern.ircdocs.horse/ctcp).
    ///
    /// @param me what we are called
    /// @param same compares names
    static Optional<Said> of(
            Incoming line, String me, BiPredicate<String, String> same, Instant now, boolean past) {
        var text = line.text();
        var manner = line.command().equals("NOTICE") ? Said.Manner.NOTICE : Said.Manner.SAY;
        if (!text.isEmpty() && text.charAt(0) == CTCP) {
            if (!text.startsWith(ACTION)) {
                return Optional.empty();
            }
            var end =
                    text.charAt(text.length() - 1) == CTCP && text.length() > ACTION.length()
                            ? 1
                            : 0;
            text = text.substring(ACTION.length(), text.length() - end).strip();
            manner = Said.Manner.ACTION;
        }
        var target = line.at(0);
        var by = line.by();
        var own = same.test(by, me);
        var channel = target.replaceFirst("^[~&@%+]+(?=[#])", "");
        var isChannel = Conversations.isChannel(channel);
        var place = isChannel ? channel : own ? target : by;
        var mention = !own && (!isChannel || mentions(text, me, same));
        return Optional.of(
                new Said(
                        place,
                        by,
                        text,
                        manner,
                        line.time(now),
                        line.tag("msgid"),
                        line.tags().getOrDefault(Saying.REPLY, line.tag("+draft/reply")),
                        "",
                        own,
                        past,
                        mention));
    }

    /// Whether a name is one of the words.
    static boolean mentions(String text, String name, BiPredicate<String, String> same) {
        return WORD_BREAK.splitAsStream(text).anyMatch(word -> same.test(word, name));
    }
}
