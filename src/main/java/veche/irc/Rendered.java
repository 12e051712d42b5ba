package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import veche.event.Entry;
import veche.event.Event;
import veche.wire.LineLimits;
import veche.wire.LineWriter;
import veche.wire.Message;
import veche.wire.Utf8;

/// Entries that follow each other, as bytes for all clients of a style. It is known where each
/// entry ends, so that whoever said some of it gets the rest without that being rendered again.
final class Rendered {

    /// The tag of a line that is in a batch (https://ircv3.net/specs/extensions/batch).
    static final String BATCH = "batch";

    private final byte[] bytes;
    private final int[] ends;

    private Rendered(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    static Rendered of(Rendering rendering, List<Entry> entries, Style style) {
        // Changes of modes that follow each other share a line.
        return hasModes(entries)
                ? new Rendered(bytes(rendering.messages(entries, style), null), new int[0])
                : apart(rendering, entries, style);
    }

    private static boolean hasModes(List<Entry> entries) {
        for (var entry : entries) {
            if (entry.event() instanceof Event.ModeChanged) {
                return true;
            }
        }
        return false;
    }

    private static Rendered apart(Rendering rendering, List<Entry> entries, Style style) {
        var ends = new int[entries.size()];
        var lines = new EntryWriter(rendering, style, null, ends.length);
        for (var index = 0; index < ends.length; index++) {
            lines.write(entries.get(index));
            ends[index] = lines.length();
        }
        var text = lines.text();
        var bytes = text.getBytes(UTF_8);
        if (bytes.length > text.length()) {
            inBytes(ends, text);
        }
        return new Rendered(bytes, ends);
    }

    /// Turns places in a text into those in its bytes.
    private static void inBytes(int[] ends, String text) {
        var from = 0;
        var length = 0;
        for (var index = 0; index < ends.length; index++) {
            length += Utf8.length(text.substring(from, ends[index]));
            from = ends[index];
            ends[index] = length;
        }
    }

    /// Everything. Shared, and never to be changed.
    byte[] bytes() {
        return bytes;
    }

    /// Everything but some entries; only if no entry is a change of modes.
    ///
    /// @param leftOut which entries, by their index
    byte[] without(IntPredicate leftOut) {
        var length = 0;
        for (var index = 0; index < ends.length; index++) {
            length += leftOut.test(index) ? 0 : ends[index] - start(index);
        }
        var some = new byte[length];
        var written = 0;
        for (var index = 0; written < length; index++) {
            if (!leftOut.test(index)) {
                var size = ends[index] - start(index);
                System.arraycopy(bytes, start(index), some, written, size);
                written += size;
            }
        }
        return some;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /// Lines with their ends.
    ///
    /// @param batch as [#write]
    static byte[] bytes(List<Message> messages, @Nullable String batch) {
        var lines = new LineWriter(messages.size());
        write(messages, batch, lines);
        return lines.bytes();
    }

    /// Writes lines. Names and words that are as long as they may be can be too long together: what
    /// people read is cut then.
    ///
    /// @param batch the one in which the lines are that do not say that they are in another; null
    ///   for none
    static void write(List<Message> messages, @Nullable String batch, LineWriter lines) {
        for (var message : messages) {
            var line = message.fitting(LineLimits.CLASSIC);
            if (batch == null || line.tags().containsKey(BATCH)) {
                lines.message(line);
            } else {
                lines.message(line, BATCH, batch);
            }
        }
    }
}
