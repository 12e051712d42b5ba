package veche.irc;

import java.io.IOException;
import java.util.Collection;
import veche.event.Refused;
import veche.name.ChannelName;
import veche.wire.Message;

/// Brings the client of somebody who has an account to where its owner is: into their channels,
/// and, if it cannot fetch for itself what it missed, to the end of the history. Runs on the
/// client's own thread.
final class Arriving {

    private final Client client;

    Arriving(Client client) {
        this.client = client;
    }

    /// @param known the channels that the client is in already, as it sees it
    void arrive(Collection<ChannelName> known) throws Refused, IOException, InterruptedException {
        var person = client.person();
        var arrival = client.session().arrival();
        var playback = new Playback(client);
        var plays = Playback.isFor(client) && person.author().isOwner();
        for (var name : person.channels()) {
            if (known.contains(name)) {
                continue;
            }
            client.output().send(joined(name.text()));
            ChannelVerbs.describe(client, name);
            if (plays) {
                playback.missed(name, arrival);
            }
        }
        if (plays) {
            playback.missedInPrivate(person, arrival);
        }
    }

    private Message joined(String channel) throws Refused {
        var author = client.person().author();
        var source = Rendering.source(author);
        if (!client.has(Capability.EXTENDED_JOIN)) {
            return Message.of("JOIN", channel).withSource(source);
        }
        var account = author.login().map(login -> login.name().text()).orElse("*");
        var realname = client.house().rendering().realname(author);
        return Message.of("JOIN", channel, account, realname).withSource(source);
    }
}
