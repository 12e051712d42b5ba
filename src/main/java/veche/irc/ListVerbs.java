package veche.irc;

import java.util.ArrayList;
import java.util.List;
import veche.chat.Channel;
import veche.irc.ListQuery.Listed;
import veche.wire.Message;

/// Which channels there are: LIST (https://modern.ircdocs.horse/#list-message).
final class ListVerbs {

    static final List<Verb> ALL = List.of(Verb.after("LIST", 0, ListVerbs::list).reading());

    private ListVerbs() {}

    private static void list(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        var parts = new ArrayList<>(parameters.items(0));
        parts.addAll(parameters.items(1));
        var query = ListQuery.parse(parts, client.house().clock().instant(), client.names());
        var sight = new Sight(client);
        var lines =
                client.house().state().channels().all().stream()
                        .filter(channel -> sight.sees(channel) && query.matches(Listed.of(channel)))
                        .map(channel -> line(client, channel))
                        .toList();
        client.reply(Numeric.LIST_START, "Channel");
        client.output().sendAll(lines);
        client.reply(Numeric.LIST_END);
    }

    private static Message line(Client client, Channel channel) {
        return client.numeric(
                Numeric.LIST,
                channel.name().text(),
                Integer.toString(channel.members().size()),
                channel.topic().map(topic -> Rendering.oneLine(topic.text())).orElse(""));
    }
}
