package veche.irc;

import java.time.Instant;
import java.util.Optional;
import veche.event.Conversation;
import veche.wire.Message;

/// How far somebody has read, in the words of https://ircv3.net/specs/extensions/read-marker
final class ReadMarkers {

    private ReadMarkers() {}

    /// The line that says how far somebody has read a conversation.
    ///
    /// @param time of the last message they have read, in milliseconds since 1970; 0 for none
    static Optional<Message> line(
            House house, Client client, Conversation conversation, long time) {
        var when = time == 0 ? "*" : "timestamp=" + Rendering.time(Instant.ofEpochMilli(time));
        return target(house, client, conversation)
                .map(target -> Message.of("MARKREAD", target, when).withSource(house.server()));
    }

    /// What the client calls a conversation; empty if the other has no account any more.
    private static Optional<String> target(House house, Client client, Conversation conversation) {
        return switch (conversation) {
            case Conversation.InChannel(var channel) -> Optional.of(channel.text());
            case Conversation.Between(var first, var second) -> {
                var me = client.session().account().map(account -> account.id());
                var other = me.filter(first::equals).isPresent() ? second : first;
                yield house.state().person(other).map(person -> person.name().text());
            }
        };
    }
}
