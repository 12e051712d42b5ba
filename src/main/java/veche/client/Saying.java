package veche.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import veche.wire.Message;
import veche.wire.Pieces;
import veche.wire.Tokens;
import veche.wire.Utf8;

/// How what was typed is said at a server: as one line, as a batch of lines where it takes those
/// (https://ircv3.net/specs/extensions/multiline), or else as several messages. For the thread that
/// owns the state.
final class Saying {

    static final String MULTILINE = "draft/multiline";

    /// Which message is answered: https://ircv3.net/specs/client-tags/reply
    static final String REPLY = "+reply";

    /// How much a batch has room for.
    ///
    /// @param bytes of text, line ends among them
    private record Room(int bytes, int lines) {
        static final Room OF_A_LINE = new Room(0, 1);
    }

    /// A line, or a part of one.
    ///
    /// @param goesOn whether it belongs to the line before
    private record Line(String text, boolean goesOn) {
        int bytesAfter(boolean isFirst) {
            return Utf8.length(text) + (isFirst || goesOn ? 0 : 1);
        }
    }

    private final Visit visit;
    private final Room room;

    Saying(Visit visit) {
        this.visit = visit;
        room = room(visit.value(MULTILINE));
    }

    private static Room room(Optional<String> value) {
        if (value.isEmpty()) {
            return Room.OF_A_LINE;
        }
        var bytes = number(value.get(), "max-bytes");
        // Without a number there is no limit, but for one of ours.
        return new Room(
                bytes.orElse(0), Math.clamp(number(value.get(), "max-lines").orElse(100), 1, 100));
    }

    private static Optional<Integer> number(String value, String name) {
        return Tokens.items(value).stream()
                .filter(item -> item.matches(name + "=[0-9]{1,9}"))
                .map(item -> Integer.parseInt(item.substring(name.length() + 1)))
                .findFirst();
    }

    /// What is said is divided into messages that the server takes. The ids of the parts are always
    /// the same, so that a part that the server has is not said again.
    List<Outgoing> divide(Outgoing outgoing) {
        var texts = outgoing.isAction() ? actions(outgoing) : texts(outgoing);
        if (texts.size() == 1) {
            return List.of(outgoing.part(texts.getFirst(), 0));
        }
        var parts = new ArrayList<Outgoing>();
        for (var text : texts) {
            parts.add(outgoing.part(text, parts.size() + 1));
        }
        return parts;
    }

    private List<String> actions(Outgoing outgoing) {
        var less = Outgoing.action("").length();
        return Pieces.of(outgoing.actionWords(), visit.room(outgoing.target()) - less).stream()
                .map(Outgoing::action)
                .toList();
    }

    private List<String> texts(Outgoing outgoing) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        var bytes = 0;
        var lines = 0;
        for (var line : lines(outgoing)) {
            var more = line.bytesAfter(lines == 0);
            if (lines > 0 && (lines == room.lines || bytes + more > room.bytes)) {
                texts.add(text.toString());
                text.setLength(0);
                bytes = 0;
                lines = 0;
                more = line.bytesAfter(true);
            }
            text.append(lines == 0 || line.goesOn ? "" : "\n").append(line.text);
            bytes += more;
            lines++;
        }
        texts.add(text.toString());
        texts.removeIf(String::isBlank);
        return texts;
    }

    private List<Line> lines(Outgoing outgoing) {
        var lines = new ArrayList<Line>();
        for (var line : outgoing.text().lines().toList()) {
            var goesOn = false;
            for (var piece : Pieces.of(line, visit.room(outgoing.target()))) {
                lines.add(new Line(piece, goesOn));
                goesOn = true;
            }
        }
        return lines;
    }

    /// Says a part.
    void say(Outgoing outgoing) {
        var lines = lines(outgoing);
        if (lines.size() == 1) {
            visit.send(tagged(Message.of("PRIVMSG", outgoing.target(), outgoing.text()), outgoing));
            return;
        }
        var batch = outgoing.id();
        var begin = Message.of("BATCH", "+" + batch, MULTILINE, outgoing.target());
        visit.send(tagged(begin, outgoing));
        for (var line : lines) {
            var message =
                    Message.of("PRIVMSG", outgoing.target(), line.text).withTag("batch", batch);
            visit.send(line.goesOn ? message.withTag("draft/multiline-concat", "") : message);
        }
        visit.send("BATCH", "-" + batch);
    }

    private Message tagged(Message message, Outgoing outgoing) {
        var tagged = message;
        if (visit.has("message-tags")) {
            tagged = tagged.withTag(Outgoing.TAG, outgoing.id());
            if (!outgoing.reply().isEmpty()) {
                tagged = tagged.withTag(REPLY, outgoing.reply());
            }
        }
        return visit.has("labeled-response") ? tagged.withTag("label", outgoing.id()) : tagged;
    }
}
