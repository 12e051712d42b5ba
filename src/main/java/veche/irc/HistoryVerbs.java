package veche.irc;

import java.util.List;
import veche.event.Conversation;
import veche.name.ChannelName;

/// What was said.
final class HistoryVerbs {

    static final List<Verb> ALL = List.of();

    private HistoryVerbs() {}

    /// How far the client's owner has read a channel.
    static void tellReadMarker(Client client, ChannelName channel) throws InterruptedException {
        var account = client.session().account();
        var conversation = new Conversation.InChannel(channel);
        var read =
                account.flatMap(
                        it -> client.house().state().preferences().read(it.id(), conversation));
        var line = ReadMarkers.line(client.house(), client, conversation, read.orElse(0L));
        if (line.isPresent()) {
            client.send(line.get());
        }
    }
}
