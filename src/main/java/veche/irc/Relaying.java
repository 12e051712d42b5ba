package veche.irc;

import java.util.List;
import veche.chat.Command;
import veche.config.Privilege;
import veche.config.Relay;
import veche.event.Manner;
import veche.name.CaseMapping;

/// Passes on what people say elsewhere: RELAYMSG
/// (https://github.com/ircv3/ircv3-specifications/pull/417).
final class Relaying {

    static final List<Verb> ALL = List.of(Verb.after(Relaying.NAME, 3, Relaying::relay));

    private static final String NAME = "RELAYMSG";

    private Relaying() {}

    private static void relay(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        var settings = client.house().settings().irc().relay();
        var channel = parameters.channel(0).filter(client.house().state().channels()::exists);
        var speaker = parameters.at(1);
        var text = parameters.text(2).filter(it -> !it.value().isBlank());
        if (!settings.enabled()) {
            client.fail(NAME, "NOT_ENABLED", "Nobody relays messages here");
        } else if (channel.isEmpty()) {
            client.reply(Numeric.NO_SUCH_CHANNEL, Texts.word(parameters.at(0)));
        } else if (!isElsewhere(client.names(), speaker, settings)) {
            client.fail(
                    NAME,
                    "INVALID_NICK",
                    "The nickname has to be one with a separator in it: " + settings.separators());
        } else if (text.isEmpty()) {
            client.fail(NAME, "BLANK_MSG", "The message must not be blank");
        } else {
            var deed = MessageVerbs.action(text.get());
            var anyway = Operators.may(client, Privilege.RELAY);
            if (!anyway && !settings.channelOperators()) {
                client.fail(NAME, "PRIVS_NEEDED", "You cannot relay messages");
                return;
            }
            client.ask(
                    new Command.Relay(
                            channel.get(),
                            speaker,
                            deed.isPresent() ? Manner.ACTION : Manner.SPEECH,
                            deed.orElse(text.get()),
                            parameters.clientTags(),
                            anyway));
        }
    }

    /// Whether it is a name that nobody can have here: a nickname, but for the separators in it.
    private static boolean isElsewhere(CaseMapping names, String name, Relay settings) {
        var rest = new StringBuilder();
        name.codePoints()
                .map(letter -> settings.separators().indexOf(letter) >= 0 ? '_' : letter)
                .forEach(rest::appendCodePoint);
        return !rest.toString().equals(name) && names.parseNickname(rest.toString()).isPresent();
    }
}
