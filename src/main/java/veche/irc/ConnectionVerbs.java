package veche.irc;

import java.util.List;
import veche.chat.Command;
import veche.event.Refused;
import veche.event.Text;
import veche.wire.Message;

/// Who a client is, and whether it is there: PASS, NICK, USER, PING, PONG, QUIT.
final class ConnectionVerbs {

    static final List<Verb> ALL =
            List.of(
                    Verb.before("PASS", 1, (client, p) -> client.registration().password(p.at(0))),
                    Verb.always("NICK", 0, ConnectionVerbs::nick),
                    Verb.before("USER", 4, (client, p) -> client.registration().user(p)),
                    Verb.always("PING", 0, ConnectionVerbs::ping),
                    Verb.always("PONG", 0, (client, p) -> {}),
                    Verb.always("QUIT", 0, ConnectionVerbs::quit));

    private ConnectionVerbs() {}

    private static void nick(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        if (!client.isWelcome()) {
            client.registration().nick(parameters);
            return;
        }
        var wanted = client.names().parseNickname(parameters.at(0));
        if (parameters.at(0).isEmpty()) {
            client.reply(Numeric.NO_NICKNAME_GIVEN);
        } else if (wanted.isEmpty()) {
            client.send(client.refusals().erroneous(parameters.at(0)));
        } else {
            client.ask(new Command.Rename(wanted.get()));
            client.session().settle();
            client.connection().name(client.nick());
        }
    }

    private static void ping(Client client, Parameters parameters) throws InterruptedException {
        if (parameters.at(0).isEmpty()) {
            client.reply(Numeric.NEED_MORE_PARAMETERS, "PING");
            return;
        }
        var server = client.house().server();
        client.send(Message.of("PONG", server, parameters.at(0)).withSource(server));
    }

    private static void quit(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        client.leave(Text.parse(Texts.cut(parameters.at(0), Support.LONGEST_WORDS)));
    }
}
