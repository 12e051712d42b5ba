package veche.irc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import veche.chat.Command;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Tags;
import veche.wire.Message;

/// Answers a message that was sent, and stored, before under the same id of its sender's: with an
/// echo like the first one, which has the first one's id and time.
final class SentAgain {

    private final Client client;

    SentAgain(Client client) {
        this.client = client;
    }

    List<Message> lines(Command command, long position, Instant time) {
        var person = client.session().person();
        if (person.isEmpty() || !client.has(Capability.ECHO_MESSAGE)) {
            return List.of();
        }
        return event(command, person.get().author())
                .map(event -> new Entry(position, time, event))
                .map(entry -> client.house().rendering().messages(entry, client.output().style()))
                .orElse(List.of());
    }

    private Optional<Event> event(Command command, Author by) {
        return switch (command) {
            case Command.Say(var channel, var manner, var text, var tags) ->
                    Optional.of(new Event.Said(channel, by, manner, text, tags));
            case Command.Relay(var channel, var speaker, var manner, var text, var tags, _) ->
                    Optional.of(
                            new Event.Said(
                                    channel, by, manner, text, tags.with(Tags.RELAYED, speaker)));
            case Command.SayToRank(var channel, var least, var manner, var text, var tags) ->
                    Optional.of(new Event.SaidToRank(channel, least, by, manner, text, tags));
            case Command.Tell(var name, var manner, var text, var tags) ->
                    client.house()
                            .state()
                            .named(name)
                            .map(to -> new Event.Told(by, to.author(), manner, text, tags));
            default -> Optional.empty();
        };
    }
}
