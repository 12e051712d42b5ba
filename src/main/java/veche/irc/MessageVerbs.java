package veche.irc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import veche.chat.Command;
import veche.event.Manner;
import veche.event.Rank;
import veche.event.Refused;
import veche.event.Tags;
import veche.event.Text;
import veche.name.Nickname;

/// What people say: PRIVMSG, NOTICE, TAGMSG, and messages of several lines.
final class MessageVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.after("PRIVMSG", 0, (client, p) -> say(client, p, Manner.SPEECH)),
                    Verb.after("NOTICE", 0, (client, p) -> say(client, p, Manner.NOTICE)),
                    Verb.after("TAGMSG", 0, MessageVerbs::signal),
                    Verb.after("BATCH", 1, (client, p) -> client.incoming().batch(client, p)));

    private static final String ACTION = "\u0001ACTION ";
    private static final String END = "\u0001";

    private static final Set<String> LASTING =
            Set.of("+draft/react", "+draft/unreact", "+draft/persist");

    private MessageVerbs() {}

    private static void say(Client client, Parameters parameters, Manner manner)
            throws Refused, IOException, InterruptedException {
        var text = parameters.text(1);
        if (parameters.at(0).isEmpty() || text.isEmpty()) {
            if (manner != Manner.NOTICE) {
                explain(client, parameters);
            }
            return;
        }
        for (var target : targets(client, parameters)) {
            send(client, target, manner, text.get(), parameters.clientTags());
        }
    }

    /// A notice is never answered (RFC 2812, section 3.3.2), anything else is.
    private static void explain(Client client, Parameters parameters) throws InterruptedException {
        if (parameters.at(0).isEmpty()) {
            noRecipient(client, "PRIVMSG");
        } else {
            client.reply(Numeric.NO_TEXT_TO_SEND);
        }
    }

    private static void noRecipient(Client client, String command) throws InterruptedException {
        client.reply(Numeric.NO_RECIPIENT, "No recipient given (" + command + ")");
    }

    private static List<String> targets(Client client, Parameters parameters)
            throws InterruptedException {
        return atMost(client, parameters.items(0));
    }

    /// As many targets as one command may have; the client is told if it has named more.
    static List<String> atMost(Client client, List<String> targets) throws InterruptedException {
        if (targets.size() > Support.TARGETS) {
            client.reply(Numeric.TOO_MANY_TARGETS, Texts.word(targets.get(Support.TARGETS)));
            return targets.subList(0, Support.TARGETS);
        }
        return targets;
    }

    /// Sends words to a channel, to those of a rank in it, or to a person.
    static void send(Client client, String target, Manner manner, Text text, Tags tags)
            throws Refused, IOException, InterruptedException {
        var to = target(client, target);
        if (!(to instanceof Command.Target.Everyone)
                && (ZncPlayback.takes(client, target, text)
                        || Services.takes(client, target, text, manner))) {
            return;
        }
        var deed = manner == Manner.SPEECH ? action(text) : Optional.<Text>empty();
        var how = deed.isPresent() ? Manner.ACTION : manner;
        var words = deed.orElse(text);
        switch (to) {
            case Command.Target.Everyone(var channel) ->
                    client.ask(new Command.Say(channel, how, words, tags));
            case Command.Target.Ranking(var channel, var least) ->
                    client.ask(new Command.SayToRank(channel, least, how, words, tags));
            case Command.Target.One(var name) -> {
                client.ask(new Command.Tell(name, how, words, tags));
                if (manner == Manner.SPEECH) {
                    tellIfAway(client, name);
                }
            }
            case null -> {
                if (manner != Manner.NOTICE) {
                    client.reply(Numeric.NO_SUCH_NICK, Texts.word(target));
                }
            }
        }
    }

    static void tellIfAway(Client client, Nickname name) throws InterruptedException {
        var words = client.house().state().named(name).flatMap(person -> People.away(person));
        if (words.isPresent()) {
            client.reply(Numeric.AWAY, name.text(), words.get());
        }
    }

    /// What somebody says that they do; empty if it is something else.
    static Optional<Text> action(Text text) {
        if (!text.value().startsWith(ACTION)) {
            return Optional.empty();
        }
        var words = text.value().substring(ACTION.length());
        return Text.parse(words.endsWith(END) ? words.substring(0, words.length() - 1) : words);
    }

    /// To whom something goes; null if nobody can be called so.
    static Command.@Nullable Target target(Client client, String written) {
        var channel = client.channel(written);
        if (channel.isPresent()) {
            return new Command.Target.Everyone(channel.get());
        }
        var rank = written.isEmpty() ? Optional.<Rank>empty() : Modes.ranked(written.charAt(0));
        if (rank.isPresent()) {
            var name = client.names().parseChannel(written.substring(1));
            if (name.isPresent()) {
                return new Command.Target.Ranking(name.get(), rank.get());
            }
        }
        return client.names().parseNickname(written).map(Command.Target.One::new).orElse(null);
    }

    private static void signal(Client client, Parameters parameters) throws InterruptedException {
        if (!client.has(Capability.MESSAGE_TAGS)) {
            client.reply(Numeric.UNKNOWN_COMMAND, "TAGMSG");
            return;
        }
        if (parameters.at(0).isEmpty()) {
            noRecipient(client, "TAGMSG");
            return;
        }
        var tags = parameters.clientTags();
        for (var written : targets(client, parameters)) {
            var target = target(client, written);
            if (Services.named(written, client.names()).isPresent()) {
                continue;
            }
            if (target == null) {
                client.reply(Numeric.NO_SUCH_NICK, Texts.word(written));
            } else if (!tags.isEmpty()) {
                client.ask(new Command.Signal(target, tags, isLasting(tags)));
            }
        }
    }

    /// Reactions belong to the history (https://ircv3.net/specs/client-tags/react), and what its
    /// sender wants to be there.
    private static boolean isLasting(Tags tags) {
        return tags.values().keySet().stream().anyMatch(LASTING::contains);
    }
}
