package veche.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// A line of IRC, taken to pieces. Printed and parsed again it is the same message.
///
/// @param tags by name, in the order of the line; the value is empty where there is none
/// @param source from whom it is, as it stands in the line; empty if that is not said
/// @param command in upper case
/// @param parameters any number; only the last one may be empty, contain spaces or begin with `:`
public record Message(
        Map<String, String> tags, String source, String command, List<String> parameters)
        implements Parsed {

    /// Upper case is made of the command.
    ///
    /// @throws IllegalArgumentException if a part would not be the same when it is read again,
    ///   which is a bug; [#parse] is for what strangers wrote
    public Message {
        tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        command = upperCase(command);
        parameters = List.copyOf(parameters);
        tags.forEach((name, value) -> {
            require(Syntax.isTagName(name), "name of a tag");
            require(Syntax.isTagValue(value), "value of a tag");
        });
        require(source.isEmpty() || Syntax.isWord(source), "source");
        require(Syntax.isCommand(command), "command");
        for (var i = 0; i < parameters.size(); i++) {
            var isLast = i == parameters.size() - 1;
            var parameter = parameters.get(i);
            require(isLast ? Syntax.isText(parameter) : Syntax.isMiddle(parameter), "parameter");
        }
    }

    private static void require(boolean condition, String part) {
        if (!condition) {
            throw new IllegalArgumentException("not a legal part of a message: " + part);
        }
    }

    /// A message that has neither tags nor a source.
    public static Message of(String command, String... parameters) {
        return new Message(Map.of(), "", command, List.of(parameters));
    }

    /// The same message with one more tag, or with another value of a tag that it has.
    public Message withTag(String name, String value) {
        var more = new LinkedHashMap<>(tags);
        more.put(name, value);
        return new Message(more, source, command, parameters);
    }

    /// The same message from somebody.
    public Message withSource(String text) {
        return new Message(tags, text, command, parameters);
    }

    /// The same message with one more parameter.
    public Message with(String parameter) {
        var more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Message(tags, source, command, more);
    }

    /// Reads a line that a client sent, of the usual length.
    public static Parsed parse(String line) {
        return parse(line, LineLimits.fromClient(LineLimits.CLASSIC));
    }

    /// Reads a line. Never throws.
    ///
    /// It is generous where Modern IRC is: spaces before a part may be many, there may be any
    /// number of parameters, and a tag whose name is not one is left out. Of tags with the same
    /// name the last one counts.
    ///
    /// @param line without its end
    public static Parsed parse(String line, LineLimits limits) {
        return new MessageParser(line, limits).parse();
    }

    /// Writes the line, without its end. The last parameter gets a colon only where it needs one.
    public String print() {
        return new LineWriter().parts(this).text();
    }

    /// The same message with its last parameter cut so that the line is no longer than it may be;
    /// as it is if little or nothing would be left of that parameter. A cut is where a reader sees
    /// one.
    ///
    /// @param bytes how long the line may be in UTF-8, without its tags and with its end
    public Message fitting(int bytes) {
        if (parameters.isEmpty()
                || lengthBeforeLast(Utf8::most) + Utf8.most(parameters.getLast()) <= bytes) {
            return this; // as nearly all that is said
        }
        var room = room(bytes);
        if (room < Pieces.LONGEST_CODE_POINT || !Utf8.isLonger(parameters.getLast(), room)) {
            return this;
        }
        var all = new ArrayList<>(parameters);
        all.set(all.size() - 1, Pieces.of(all.getLast(), room).getFirst());
        return new Message(tags, source, command, all);
    }

    /// How many bytes the last parameter may have for the line to be no longer than it may be; less
    /// than none if the rest is too long by itself.
    ///
    /// @param bytes as [#fitting]
    public int room(int bytes) {
        return bytes - lengthBeforeLast(Utf8::length);
    }

    /// How many bytes a line has beside its tags and its last parameter, for which it has a colon.
    ///
    /// @param measure how many bytes a text becomes
    private int lengthBeforeLast(ToIntFunction<String> measure) {
        var length = command.length() + " :\r\n".length();
        if (!source.isEmpty()) {
            length += measure.applyAsInt(source) + ": ".length();
        }
        for (var i = 0; i < parameters.size() - 1; i++) {
            length += measure.applyAsInt(parameters.get(i)) + 1;
        }
        return length;
    }

    private static String upperCase(String command) {
        var i = 0;
        while (i < command.length() && !isLower(command.charAt(i))) {
            i++;
        }
        if (i == command.length()) {
            return command;
        }
        var upper = new StringBuilder(command);
        for (; i < upper.length(); i++) {
            var c = upper.charAt(i);
            if (isLower(c)) {
                upper.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return upper.toString();
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }
}
