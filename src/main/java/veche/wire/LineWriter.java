package veche.wire;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Writes lines one after the other, each with its end, for a client or for many at once.
///
/// A line is written from left to right: [#tag] as often as needed, [#source], [#command] or
/// [#numeric], [#parameter] as often as needed, at most one [#last] or [#trailing], and [#end].
/// Only the command is needed. What is out of order throws IllegalStateException, and what would
/// not be the same when it is read again throws IllegalArgumentException: both are bugs. The line
/// that was begun is then gone, and those before it are not.
///
/// How long a line becomes is not looked at. Used by one thread at a time.
public final class LineWriter {

    private static final String END = "\r\n";

    /// How long most lines are at most.
    private static final int USUAL = 128;

    /// Commands and replies whose last parameter is for people to read: it always gets a colon,
    /// since some clients look for it there.
    private static final Set<String> READ_BY_PEOPLE =
            Set.of(
                    "PRIVMSG", "NOTICE", "TOPIC", "QUIT", "KICK", "AWAY", "ERROR", "WALLOPS",
                    "SETNAME", "319", "332", "353");

    /// What has been written of a line.
    private enum Part {
        NOTHING,
        TAGS,
        SOURCE,
        COMMAND,
        LAST_PARAMETER
    }

    private final StringBuilder lines;

    private Part written = Part.NOTHING;
    private int beginning;

    /// For one line, or a few.
    public LineWriter() {
        this(1);
    }

    /// @param expected how many lines there will be, at a guess: room is made for so many of the
    ///   usual length, and more when it is needed
    public LineWriter(int expected) {
        lines = new StringBuilder(expected * USUAL);
    }

    /// Writes a tag. Those that the server adds come before those of a client (`+`), and no name
    /// comes twice.
    ///
    /// @param value empty for a tag without one
    public LineWriter tag(String name, String value) {
        requireBefore(Part.SOURCE);
        require(Syntax.isTagName(name) && Syntax.isTagValue(value), "tag");
        write(name, value);
        return this;
    }

    private void write(String name, String value) {
        lines.append(written == Part.TAGS ? ';' : '@').append(name);
        if (!value.isEmpty()) {
            lines.append('=');
            TagValue.escape(value, lines);
        }
        written = Part.TAGS;
    }

    /// Writes from whom the line is.
    public LineWriter source(String source) {
        requireBefore(Part.SOURCE);
        require(Syntax.isWord(source), "source");
        separate();
        lines.append(':').append(source);
        written = Part.SOURCE;
        return this;
    }

    /// Writes from whom the line is: `nickname!user@host`.
    ///
    /// @param address `user@host`
    public LineWriter source(String nickname, String address) {
        requireBefore(Part.SOURCE);
        require(Syntax.isWord(nickname) && Syntax.isWord(address), "source");
        separate();
        lines.append(':').append(nickname).append('!').append(address);
        written = Part.SOURCE;
        return this;
    }

    /// Writes the command as it is, which should be in upper case.
    public LineWriter command(String command) {
        requireBefore(Part.COMMAND);
        require(Syntax.isCommand(command), "command");
        separate();
        lines.append(command);
        written = Part.COMMAND;
        return this;
    }

    /// Writes the number of a reply as the command.
    ///
    /// @param numeric 1 to 999, written with three digits
    public LineWriter numeric(int numeric) {
        require(numeric >= 1 && numeric <= 999, "numeric");
        var digits = Integer.toString(numeric);
        return command("0".repeat(3 - digits.length()) + digits);
    }

    /// Writes a parameter that needs no colon: it is not empty, has no space, and does not begin
    /// with a colon.
    public LineWriter parameter(String parameter) {
        requireAtParameters();
        require(Syntax.isMiddle(parameter), "parameter");
        lines.append(' ').append(parameter);
        return this;
    }

    /// Writes the last parameter, with a colon before it if it needs one.
    public LineWriter last(String parameter) {
        return Syntax.isMiddle(parameter) ? parameter(parameter).close() : trailing(parameter);
    }

    /// Writes the last parameter with a colon before it. To be used for what people say and read,
    /// since some clients expect it there.
    public LineWriter trailing(String text) {
        requireAtParameters();
        require(Syntax.isText(text), "parameter");
        lines.append(" :").append(text);
        return close();
    }

    /// Ends the line.
    public LineWriter end() {
        if (written != Part.COMMAND && written != Part.LAST_PARAMETER) {
            throw outOfOrder();
        }
        lines.append(END);
        written = Part.NOTHING;
        beginning = lines.length();
        return this;
    }

    /// Writes a whole line.
    public LineWriter message(Message message) {
        return parts(message).end();
    }

    /// Writes a whole line, with a tag more, which the message does not have.
    public LineWriter message(Message message, String tag, String value) {
        requireBefore(Part.TAGS);
        message.tags().forEach(this::write);
        tag(tag, value);
        return afterTags(message).end();
    }

    /// Its parts are legal, or it would not exist: they are not looked at again.
    LineWriter parts(Message message) {
        requireBefore(Part.TAGS);
        message.tags().forEach(this::write);
        return afterTags(message);
    }

    private LineWriter afterTags(Message message) {
        if (!message.source().isEmpty()) {
            separate();
            lines.append(':').append(message.source());
            written = Part.SOURCE;
        }
        separate();
        lines.append(message.command());
        var parameters = message.parameters();
        var last = parameters.size() - 1;
        for (var i = 0; i < last; i++) {
            lines.append(' ').append(parameters.get(i));
        }
        if (last >= 0) {
            var parameter = parameters.get(last);
            var isBare = Syntax.isMiddle(parameter) && !READ_BY_PEOPLE.contains(message.command());
            lines.append(isBare ? " " : " :").append(parameter);
        }
        return close();
    }

    /// Whether nothing has been written.
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /// How long the [#text] is that was written.
    public int length() {
        return lines.length();
    }

    /// All that was written.
    public String text() {
        return lines.toString();
    }

    /// All that was written, in UTF-8.
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    private LineWriter close() {
        written = Part.LAST_PARAMETER;
        return this;
    }

    private void separate() {
        if (written != Part.NOTHING) {
            lines.append(' ');
        }
    }

    private void requireBefore(Part part) {
        if (written.compareTo(part) >= 0) {
            throw outOfOrder();
        }
    }

    private void requireAtParameters() {
        if (written != Part.COMMAND) {
            throw outOfOrder();
        }
    }

    private IllegalStateException outOfOrder() {
        var after = written;
        forgetBegun();
        return new IllegalStateException("a line is written from left to right; after " + after);
    }

    private void require(boolean condition, String part) {
        if (!condition) {
            forgetBegun();
            throw new IllegalArgumentException("not a legal part of a message: " + part);
        }
    }

    private void forgetBegun() {
        lines.setLength(beginning);
        written = Part.NOTHING;
    }
}
