package veche.irc;

import java.util.List;
import java.util.stream.Stream;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.Text;

/// What was said, as a service repeats it: with the time and the name of whoever said it before
/// each line.
final class SpokenLines {

    private final Query query;

    SpokenLines(Query query) {
        this.query = query;
    }

    /// None if it is nothing that people read.
    List<String> lines(Entry entry) {
        return lines(entry, "").toList();
    }

    /// With the place where it was said before it and the message's id behind it.
    List<String> found(Entry entry) {
        var place =
                switch (entry.event()) {
                    case Event.Said said -> said.channel() + " ";
                    case Event.TopicSet set -> set.channel() + " ";
                    case Event.Told told -> "-> " + told.to().name() + " ";
                    default -> "";
                };
        return lines(entry, place)
                .map(line -> line + " (" + MessageId.of(entry.position()) + ")")
                .toList();
    }

    private Stream<String> lines(Entry entry, String place) {
        var start = "[" + query.house().phrases().time(entry.time()) + "] " + place;
        return words(entry.event()).map(line -> start + line);
    }

    private Stream<String> words(Event event) {
        return switch (event) {
            case Event.Said said -> spoken(said.speaker(), said.manner(), said.text());
            case Event.Told(var by, _, var manner, var text, _) ->
                    spoken(by.name().text(), manner, text);
            case Event.TopicSet(_, var by, var topic) ->
                    Stream.of(
                            topic.isPresent()
                                    ? query.phrase("histserv.topic", by.name(), topic.get())
                                    : query.phrase("histserv.no_topic", by.name()));
            case Event.Withdrawn(_, var by) ->
                    Stream.of(query.phrase("histserv.withdrawn", by.name()));
            default -> Stream.empty();
        };
    }

    private static Stream<String> spoken(String who, Manner manner, Text text) {
        return text.isCommand()
                ? Stream.empty()
                : text.lines().stream()
                        .map(line ->
                                switch (manner) {
                                    case SPEECH -> "<" + who + "> " + line;
                                    case ACTION -> "* " + who + " " + line;
                                    case NOTICE -> "-" + who + "- " + line;
                                });
    }
}
