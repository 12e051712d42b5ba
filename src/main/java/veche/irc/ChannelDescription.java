package veche.irc;

import java.util.ArrayList;
import java.util.List;
import veche.chat.Channel;
import veche.chat.Person;
import veche.event.ChannelFlag;
import veche.wire.Message;
import veche.wire.Tokens;

/// What a client is told of a channel: what it is about, how far its owner has read it, and who is
/// there. Any thread.
final class ChannelDescription {

    /// How a client is told who is there.
    ///
    /// @param hasSeveral whether it is told all ranks of somebody
    /// @param hasHost whether it is told where they are, too
    /// @param room how many bytes of names one line has
    private record NameStyle(boolean hasSeveral, boolean hasHost, int room) {

        /// Clients whose names are about as long as each other have the same room, and are told the
        /// same.
        private static final int STEP = 32;

        static NameStyle of(Client client, int room) {
            return new NameStyle(
                    client.has(Capability.MULTI_PREFIX),
                    client.has(Capability.USERHOST_IN_NAMES),
                    room - room % STEP);
        }
    }

    private final Client client;

    ChannelDescription(Client client) {
        this.client = client;
    }

    /// What a client is told that has come in.
    List<Message> all(Channel channel) {
        var lines = new ArrayList<>(topic(channel));
        if (client.has(Capability.READ_MARKER)) {
            lines.add(client.readMarkers().line(channel.name()));
        }
        if (!client.has(Capability.NO_IMPLICIT_NAMES)
                && !client.has(Capability.NO_IMPLICIT_NAMES_FINAL)) {
            lines.addAll(names(channel));
            lines.add(client.numeric(Numeric.END_OF_NAMES, channel.name().text()));
        }
        return lines;
    }

    /// What a channel is about; nothing if it has no topic.
    List<Message> topic(Channel channel) {
        if (channel.topic().isEmpty()) {
            return List.of();
        }
        var topic = channel.topic().get();
        var name = channel.name().text();
        return List.of(
                client.numeric(Numeric.TOPIC, name, Rendering.oneLine(topic.text())),
                client.numeric(
                        Numeric.TOPIC_WHO_TIME,
                        name,
                        Rendering.source(topic.by()),
                        Long.toString(topic.since().getEpochSecond())));
    }

    /// Who is there, without the line that ends it.
    List<Message> names(Channel channel) {
        var name = channel.name().text();
        var sign = channel.is(ChannelFlag.SECRET) ? "@" : "=";
        var style = NameStyle.of(client, client.room(Numeric.NAMES, sign, name));
        var sight = new Sight(client);
        var lists =
                sight.seesAll(channel)
                        ? client.house()
                                .state()
                                .roster(channel)
                                .rendered(style, people -> lists(channel, people, style))
                        : lists(channel, sight.members(channel), style);
        return lists.stream().map(list -> client.numeric(Numeric.NAMES, sign, name, list)).toList();
    }

    private static List<String> lists(Channel channel, List<Person> people, NameStyle style) {
        var names = new ArrayList<String>();
        for (var person : people) {
            var name = style.hasHost ? Rendering.source(person.author()) : person.name().text();
            var ranks = channel.ranks(person.id());
            names.add(ranks.isEmpty() ? name : Modes.signs(ranks, style.hasSeveral) + name);
        }
        return Tokens.lists(names, ' ', style.room);
    }
}
