package veche.irc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import veche.config.Privilege;
import veche.event.Manner;
import veche.event.Text;
import veche.name.CaseMapping;
import veche.name.ServiceName;
import veche.wire.Tokens;

/// The services that one can talk to as if they were people, for clients that know nothing else.
final class Services {

    private static final List<NetworkService> SERVICES =
            List.of(NickServ.SERVICE, ChanServ.SERVICE, HistServ.SERVICE);

    /// The commands of IRC that speak to services.
    static final List<Verb> ALL = SERVICES.stream().flatMap(Services::verbs).toList();

    private Services() {}

    private static Stream<Verb> verbs(NetworkService service) {
        return service.verbs().stream()
                .map(name -> Verb.after(name, 0, (client, p) -> service.run(client, words(p))));
    }

    /// One parameter has all words; several have one each.
    private static List<String> words(Parameters parameters) {
        return parameters.size() == 1
                ? Tokens.words(parameters.at(0))
                : parameters.from(0).stream().filter(word -> !word.isBlank()).toList();
    }

    /// All of them.
    static List<NetworkService> all() {
        return SERVICES;
    }

    /// The service of that name, if it is one.
    ///
    /// @param names how it is read
    static Optional<NetworkService> named(String name, CaseMapping names) {
        var wanted = names.parseNickname(name).flatMap(ServiceName::of);
        return SERVICES.stream()
                .filter(service -> wanted.filter(service.name()::equals).isPresent())
                .findFirst();
    }

    /// A service as the source of a line.
    static String source(ServiceName service, String server) {
        return service.nickname() + "!" + service.nickname() + "@" + server;
    }

    /// Does what somebody asks a service for. A notice asks for nothing, as nor does a command to
    /// its program (CTCP).
    ///
    /// @return whether the target was a service
    static boolean takes(Client client, String target, Text text, Manner manner)
            throws IOException, InterruptedException {
        var isRequest = manner == Manner.SPEECH && !text.isCommand();
        if (isConsole(client, target)) {
            if (isRequest) {
                operate(client, text);
            }
            return true;
        }
        var service = named(target, client.names());
        if (service.isPresent() && isRequest) {
            service.get().run(client, Tokens.words(text.lines().getFirst()));
        }
        return service.isPresent();
    }

    private static boolean isConsole(Client client, String target) {
        return client.names()
                .parseNickname(target)
                .filter(ServiceName.OPER_SERV.nickname()::equals)
                .isPresent();
    }

    private static void operate(Client client, Text text) {
        if (Operators.may(client, Privilege.CONSOLE)) {
            ConsoleVerbs.command(client, Rendering.oneLine(text));
        } else {
            client.output().send(client.numeric(Numeric.NO_PRIVILEGES));
        }
    }
}
