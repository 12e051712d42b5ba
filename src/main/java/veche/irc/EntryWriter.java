package veche.irc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Tags;
import veche.event.Text;
import veche.wire.LineWriter;

/// Puts entries into bytes, one after the other, for all clients of a style: the lines that
/// [Rendering#messages] makes of them. What people say is most of it by far, nearly always one
/// short line, and is written at once: no [veche.wire.Message] is made of it, which costs more than
/// the line.
final class EntryWriter {

    private final Rendering rendering;
    private final Style style;
    private final @Nullable String batch;
    private final LineWriter lines;

    /// @param batch the one in which the lines are that do not say that they are in another; null
    ///   for none
    /// @param expected how many lines there will be, at a guess
    EntryWriter(Rendering rendering, Style style, @Nullable String batch, int expected) {
        this.rendering = rendering;
        this.style = style;
        this.batch = batch;
        // Tags are as long as all the rest.
        this.lines = new LineWriter(style.equals(Style.PLAIN) ? expected : 2 * expected);
    }

    /// Writes an entry, and those after it that share a line with it.
    ///
    /// @param index which one
    /// @return the index of the first after those that are written
    int write(List<Entry> entries, int index) {
        var end = Rendering.endOfShared(entries, index);
        if (end - index == 1) {
            write(entries.get(index));
        } else {
            Rendered.write(rendering.messages(entries.subList(index, end), style), batch, lines);
        }
        return end;
    }

    /// Writes one entry by itself.
    void write(Entry entry) {
        switch (entry.event()) {
            case Event.Said(var channel, var by, var manner, var text, var tags)
                    when Speech.isOneLine(by, channel.text(), text, tags) ->
                    write(entry, by, channel.text(), manner, text, tags);
            case Event.Told(var by, var to, var manner, var text, var tags)
                    when Speech.isOneLine(by, to.name().text(), text, tags) ->
                    write(entry, by, to.name().text(), manner, text, tags);
            default -> Rendered.write(rendering.messages(entry, style), batch, lines);
        }
    }

    private void write(Entry entry, Author by, String target, Manner manner, Text text, Tags tags) {
        rendering.tags(entry, by, style, tags, lines::tag);
        if (batch != null) {
            lines.tag(Rendered.BATCH, batch);
        }
        lines.source(by.name().text(), by.address())
                .command(Rendering.command(manner))
                .parameter(target)
                .trailing(Speech.wrapped(text.value(), manner))
                .end();
    }

    /// How long the [#text] is that is written.
    int length() {
        return lines.length();
    }

    String text() {
        return lines.text();
    }

    byte[] bytes() {
        return lines.bytes();
    }
}
