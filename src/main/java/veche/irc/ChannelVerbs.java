package veche.irc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import veche.chat.Channel;
import veche.chat.Command;
import veche.event.Refused;
import veche.event.Text;
import veche.name.ChannelName;
import veche.wire.Message;

/// Coming into channels and leaving them, who is there, and what they are about.
final class ChannelVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.after("JOIN", 1, ChannelVerbs::join),
                    Verb.after("PART", 1, ChannelVerbs::part),
                    Verb.after("KICK", 2, ChannelVerbs::kick),
                    Verb.after("INVITE", 0, ChannelVerbs::invite),
                    Verb.after("KNOCK", 1, ChannelVerbs::knock),
                    Verb.after("TOPIC", 1, ChannelVerbs::topic),
                    Verb.after("NAMES", 0, ChannelVerbs::names));

    private ChannelVerbs() {}

    private static void join(Client client, Parameters parameters)
            throws Refused, IOException, InterruptedException {
        if (parameters.at(0).equals("0")) {
            for (var channel : client.person().channels()) {
                client.ask(new Command.Part(channel));
            }
            return;
        }
        var keys = parameters.places(1);
        var wanted = parameters.places(0);
        for (var index = 0; index < wanted.size(); index++) {
            var key = index < keys.size() ? keys.get(index) : "";
            join(client, wanted.get(index), Optional.of(key).filter(it -> !it.isEmpty()));
        }
    }

    private static void join(Client client, String wanted, Optional<String> key)
            throws Refused, IOException, InterruptedException {
        var name = client.names().parseChannel(wanted);
        if (name.isEmpty()) {
            client.reply(Numeric.NO_SUCH_CHANNEL, Texts.word(wanted));
            return;
        }
        client.session().settle();
        if (Playback.isFor(client)) {
            client.output().holdAfterDeed();
        }
        try {
            var position = join(client, new Command.Join(name.get(), key));
            client.output().release(client.session(), position);
        } catch (Refused refused) {
            client.output().release(client.session(), 0);
            client.refused(new Command.Join(name.get(), key), refused.refusal());
        }
    }

    /// @return the position up to which the client has been told everything
    private static long join(Client client, Command.Join command)
            throws Refused, IOException, InterruptedException {
        var before = client.person().channels();
        var position = client.perform(command);
        for (var channel : client.person().channels()) {
            if (!before.contains(channel)) {
                describe(client, channel);
                if (Playback.isFor(client)) {
                    new Playback(client).newest(channel, position + 1);
                }
            }
        }
        return position;
    }

    /// Says what a channel is about and who is there, to a client that has come in.
    static void describe(Client client, ChannelName name) throws InterruptedException {
        var channel = client.house().state().channels().find(name);
        if (channel.isPresent()) {
            send(client, new ChannelDescription(client).all(channel.get()));
            client.subscriptions().joined(channel.get());
        }
    }

    private static void send(Client client, List<Message> lines) throws InterruptedException {
        client.session().settle();
        client.output().sendAll(lines);
    }

    private static void part(Client client, Parameters parameters) throws InterruptedException {
        for (var wanted : parameters.items(0)) {
            var name = client.names().parseChannel(wanted);
            if (name.isEmpty() || !exists(client, name.get())) {
                client.reply(Numeric.NO_SUCH_CHANNEL, Texts.word(wanted));
            } else {
                client.ask(new Command.Part(name.get(), words(parameters, 1)));
            }
        }
    }

    private static boolean exists(Client client, ChannelName name) throws InterruptedException {
        client.session().settle();
        return client.house().state().channels().find(name).isPresent();
    }

    /// Words that are optional, cut where they are too long.
    static Optional<Text> words(Parameters parameters, int index) {
        return Text.parse(Texts.cut(parameters.at(index), Support.LONGEST_WORDS));
    }

    /// Several people from one channel, or one from each of as many channels (RFC 2812 section
    /// 3.2.8).
    private static void kick(Client client, Parameters parameters) throws InterruptedException {
        var channels = parameters.places(0);
        var people = parameters.places(1);
        if (channels.size() != 1 && channels.size() != people.size()) {
            client.reply(Numeric.NEED_MORE_PARAMETERS, "KICK");
            return;
        }
        for (var index = 0; index < people.size(); index++) {
            var channel = channels.get(channels.size() == 1 ? 0 : index);
            kick(client, channel, people.get(index), words(parameters, 2));
        }
    }

    private static void kick(Client client, String channel, String person, Optional<Text> why)
            throws InterruptedException {
        var name = client.names().parseChannel(channel);
        var whom = client.names().parseNickname(person);
        if (name.isEmpty() || !exists(client, name.get())) {
            client.reply(Numeric.NO_SUCH_CHANNEL, Texts.word(channel));
        } else if (whom.isEmpty()) {
            client.reply(Numeric.NO_SUCH_NICK, Texts.word(person));
        } else {
            client.ask(new Command.Kick(name.get(), whom.get(), why));
        }
    }

    /// Whoever asks can give no reason: it would be a message past all that keeps messages out.
    private static void knock(Client client, Parameters parameters) throws InterruptedException {
        var name = parameters.channel(0);
        if (name.isEmpty()) {
            client.reply(Numeric.NO_SUCH_CHANNEL, Texts.word(parameters.at(0)));
        } else {
            client.ask(new Command.Knock(name.get()));
        }
    }

    private static void invite(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        if (parameters.size() == 0) {
            client.session().settle();
            for (var channel : client.house().state().invitations(client.person())) {
                client.reply(Numeric.INVITE_LIST, channel.name().text());
            }
            client.reply(Numeric.END_OF_INVITE_LIST);
            return;
        }
        if (parameters.size() < 2) {
            client.reply(Numeric.NEED_MORE_PARAMETERS, "INVITE");
            return;
        }
        var whom = parameters.nickname(0);
        var name = parameters.channel(1);
        if (whom.isEmpty()) {
            client.reply(Numeric.NO_SUCH_NICK, Texts.word(parameters.at(0)));
        } else if (name.isEmpty()) {
            client.reply(Numeric.NO_SUCH_CHANNEL, Texts.word(parameters.at(1)));
        } else {
            client.ask(new Command.Invite(name.get(), whom.get()));
            MessageVerbs.tellIfAway(client, whom.get());
        }
    }

    private static void topic(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        client.session().settle();
        var channel = parameters.channel(0).flatMap(client.house().state().channels()::find);
        if (channel.isEmpty()) {
            client.reply(Numeric.NO_SUCH_CHANNEL, Texts.word(parameters.at(0)));
        } else if (parameters.size() > 1) {
            client.ask(new Command.SetTopic(channel.get().name(), words(parameters, 1)));
        } else {
            tellTopic(client, channel.get());
        }
    }

    private static void tellTopic(Client client, Channel channel) throws InterruptedException {
        if (!new Sight(client).sees(channel)) {
            client.reply(Numeric.NOT_ON_CHANNEL, channel.name().text());
        } else if (channel.topic().isEmpty()) {
            client.reply(Numeric.NO_TOPIC, channel.name().text());
        } else {
            send(client, new ChannelDescription(client).topic(channel));
        }
    }

    /// One list of all channels that are named, and one line at its end, which names them as the
    /// client has (RFC 2812 section 3.2.5).
    private static void names(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        var sight = new Sight(client);
        for (var text : parameters.items(0)) {
            var channel =
                    client.names()
                            .parseChannel(text)
                            .flatMap(client.house().state().channels()::find)
                            .filter(sight::sees);
            if (channel.isPresent()) {
                send(client, new ChannelDescription(client).names(channel.get()));
            }
        }
        client.reply(Numeric.END_OF_NAMES, Texts.parameter(parameters.at(0)));
    }
}
