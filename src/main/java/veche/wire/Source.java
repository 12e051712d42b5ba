package veche.wire;

import java.util.Optional;

/// From whom a message is: a person as `nick!user@host`, or a server by its name alone.
///
/// @param nick what somebody is called, or the name of a server; a word without `!` and `@`
/// @param user a word without `@`; empty if it is not said
/// @param host a word; empty if it is not said
public record Source(String nick, String user, String host) {

    /// @throws IllegalArgumentException if a part cannot be told from the others, which is a bug;
    ///   [#parse] is for what strangers wrote
    public Source {
        if (!isLegal(nick, user, host)) {
            throw new IllegalArgumentException("not a source: " + nick + "!" + user + "@" + host);
        }
    }

    /// Reads a source; empty if there is no nick in it, or what may not be in a word. The host
    /// begins after the first `@`, and the user after the first `!` before that.
    public static Optional<Source> parse(String text) {
        var at = text.indexOf('@');
        var person = at < 0 ? text : text.substring(0, at);
        var host = at < 0 ? "" : text.substring(at + 1);
        var mark = person.indexOf('!');
        var nick = mark < 0 ? person : person.substring(0, mark);
        var user = mark < 0 ? "" : person.substring(mark + 1);
        return isLegal(nick, user, host)
                ? Optional.of(new Source(nick, user, host))
                : Optional.empty();
    }

    private static boolean isLegal(String nick, String user, String host) {
        return Syntax.isWord(nick)
                && nick.indexOf('!') < 0
                && nick.indexOf('@') < 0
                && (user.isEmpty() || (Syntax.isWord(user) && user.indexOf('@') < 0))
                && (host.isEmpty() || Syntax.isWord(host));
    }

    /// Writes it as it stands in a line, without the colon.
    public String print() {
        return nick + (user.isEmpty() ? "" : "!" + user) + (host.isEmpty() ? "" : "@" + host);
    }
}
