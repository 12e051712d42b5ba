package veche.irc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Manner;
import veche.event.Tags;
import veche.event.Text;
import veche.wire.LineLimits;
import veche.wire.Message;
import veche.wire.Pieces;
import veche.wire.Tokens;
import veche.wire.Utf8;

/// Puts what people say into lines that are not too long: one, usually; several if there are
/// several lines, or if one is longer than a line of IRC may be. Clients that know how get them as
/// one message (https://ircv3.net/specs/extensions/multiline), others one after the other.
final class Speech {

    static final String CONCAT = "draft/multiline-concat";

    private static final String MULTILINE = "draft/multiline";

    /// What a line has at most beside its source, its target and what people say: the command, what
    /// makes an [action][#wrapped] of words, and what separates all that, in bytes.
    private static final int FRAME = 40;

    private final Rendering rendering;

    Speech(Rendering rendering) {
        this.rendering = rendering;
    }

    /// A piece of a message that fits into a line.
    ///
    /// @param goesOn whether it goes on the line of the piece before it
    private record Piece(String text, boolean goesOn) {}

    List<Message> lines(
            Entry entry,
            Author by,
            String target,
            Manner manner,
            Text text,
            Tags own,
            Style style) {
        var source =
                own.value(Tags.RELAYED)
                        .map(nickname -> nickname + "!" + by.address())
                        .orElseGet(() -> Rendering.source(by));
        var command = Rendering.command(manner);
        var tags = rendering.tags(entry, by, style, own);
        if (isShort(text, source.length(), target, own)) {
            return single(tags, source, command, target, wrapped(text.value(), manner));
        }
        var pieces = pieces(text, manner, own, room(source, command, target, manner));
        if (pieces.size() == 1) {
            var words = wrapped(pieces.getFirst().text(), manner);
            return single(tags, source, command, target, words);
        }
        return style.has(Capability.MULTILINE) && style.has(Capability.BATCH)
                ? batch(entry, tags, source, command, target, manner, pieces)
                : apart(tags, source, command, target, manner, pieces);
    }

    /// Whether it is clear, without counting bytes, that all of it is one line whose source is its
    /// author: as of nearly everything that is said.
    static boolean isOneLine(Author by, String target, Text text, Tags own) {
        var source = by.name().text().length() + 1 + by.address().length();
        return own.value(Tags.RELAYED).isEmpty() && isShort(text, source, target, own);
    }

    /// Whether it is clear, without counting bytes, that all of it is one line.
    ///
    /// @param source the length of the source
    private static boolean isShort(Text text, int source, String target, Tags own) {
        var words = text.value();
        return own.value(Tags.BREAKS).isEmpty()
                && Utf8.most(words.length() + source + target.length()) + FRAME
                        <= LineLimits.CLASSIC
                && words.indexOf('\n') < 0;
    }

    private static List<Message> single(
            Map<String, String> tags, String source, String command, String target, String words) {
        return List.of(new Message(tags, source, command, List.of(target, words)));
    }

    /// How many bytes of words fit into a line.
    private static int room(String source, String command, String target, Manner manner) {
        var frame = ": " + source + command + target + "  :\r\n";
        return LineLimits.CLASSIC - Utf8.length(frame) - Utf8.length(wrapped("", manner));
    }

    /// An action is a command to the programs of those who read it (CTCP).
    static String wrapped(String words, Manner manner) {
        return manner == Manner.ACTION ? "\u0001ACTION " + words + "\u0001" : words;
    }

    private static List<Piece> pieces(Text text, Manner manner, Tags own, int room) {
        var pieces = new ArrayList<Piece>();
        var breaks = breaks(own);
        var lines = manner == Manner.ACTION ? List.of(Rendering.oneLine(text)) : text.lines();
        var start = 0;
        for (var line : lines) {
            var goesOn = false;
            for (var part : parts(line, start, breaks)) {
                for (var piece : part.isEmpty() ? List.of("") : Pieces.of(part, room)) {
                    pieces.add(new Piece(piece, goesOn));
                    goesOn = true;
                }
            }
            start += line.length() + 1;
        }
        return pieces;
    }

    /// Where whoever wrote the text broke its lines.
    private static SortedSet<Integer> breaks(Tags own) {
        var breaks = new TreeSet<Integer>();
        own.value(Tags.BREAKS)
                .ifPresent(indices ->
                        Tokens.items(indices).forEach(index -> breaks.add(Integer.valueOf(index))));
        return breaks;
    }

    /// The parts of a line as they were written.
    ///
    /// @param start where the line begins in the text
    private static List<String> parts(String line, int start, SortedSet<Integer> breaks) {
        var parts = new ArrayList<String>();
        var from = 0;
        for (var at : breaks.subSet(start + 1, start + Math.max(1, line.length()))) {
            parts.add(line.substring(from, at - start));
            from = at - start;
        }
        parts.add(line.substring(from));
        return parts;
    }

    private static List<Message> batch(
            Entry entry,
            Map<String, String> tags,
            String source,
            String command,
            String target,
            Manner manner,
            List<Piece> pieces) {
        var id = "m" + Long.toString(entry.position(), 36);
        var lines = new ArrayList<Message>();
        lines.add(new Message(tags, source, "BATCH", List.of("+" + id, MULTILINE, target)));
        for (var piece : pieces) {
            var inner = new LinkedHashMap<String, String>();
            inner.put(Rendered.BATCH, id);
            if (piece.goesOn()) {
                inner.put(CONCAT, "");
            }
            var words = wrapped(piece.text(), manner);
            lines.add(new Message(inner, source, command, List.of(target, words)));
        }
        lines.add(Message.of("BATCH", "-" + id));
        return lines;
    }

    /// The first has the id of the message, and no line is empty.
    private static List<Message> apart(
            Map<String, String> tags,
            String source,
            String command,
            String target,
            Manner manner,
            List<Piece> pieces) {
        var lines = new ArrayList<Message>();
        var later = new LinkedHashMap<>(tags);
        later.remove("msgid");
        for (var piece : pieces) {
            if (!piece.text().isEmpty()) {
                var words = wrapped(piece.text(), manner);
                lines.add(
                        new Message(
                                lines.isEmpty() ? tags : later,
                                source,
                                command,
                                List.of(target, words)));
            }
        }
        return lines;
    }

    /// What the operator says to everyone.
    List<Message> announcement(Entry entry, String server, Text text, Style style) {
        var tags =
                style.has(Capability.SERVER_TIME)
                        ? Map.of("time", ServerTime.text(entry.time()))
                        : Map.<String, String>of();
        return text.lines().stream()
                .map(line -> new Message(tags, server, "NOTICE", List.of("$*", line)))
                .toList();
    }
}
