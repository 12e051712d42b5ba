package veche.irc;

import java.util.ArrayList;
import java.util.List;
import veche.chat.Channel;
import veche.event.ChannelFlag;
import veche.wire.Message;
import veche.wire.Tokens;

/// What a client is told of a channel: what it is about, how far its owner has read it, and who is
/// there. Any thread.
final class ChannelDescription {

    /// How many bytes of names one line has.
    private static final int ROOM = 380;

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
        var hasSeveral = client.has(Capability.MULTI_PREFIX);
        var hasHost = client.has(Capability.USERHOST_IN_NAMES);
        var names = new ArrayList<String>();
        for (var person : new Sight(client).members(channel)) {
            var name = hasHost ? Rendering.source(person.author()) : person.name().text();
            var ranks = channel.ranks(person.id());
            names.add(ranks.isEmpty() ? name : Modes.signs(ranks, hasSeveral) + name);
        }
        var sign = channel.is(ChannelFlag.SECRET) ? "@" : "=";
        return Tokens.lists(names, ' ', ROOM).stream()
                .map(line -> client.numeric(Numeric.NAMES, sign, channel.name().text(), line))
                .toList();
    }
}
