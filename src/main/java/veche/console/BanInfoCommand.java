package veche.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Parameters;
import veche.chat.Ban;
import veche.chat.Hub;
import veche.event.Author;
import veche.event.Exile;
import veche.net.Connection;
import veche.net.Connections;

/// `ban info`: which bans are about somebody, and who is here whom one would be about.
@Command(name = "info")
final class BanInfoCommand implements OperatorCommand.Inquiry {

    private final Hub hub;
    private final Connections connections;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "WHOM", descriptionKey = "WHOM")
    private String whom = "";

    BanInfoCommand(Hub hub, Connections connections, Clock clock) {
        this.hub = hub;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void run(Operator operator) throws Failure {
        var exile = NamedExile.read(whom, hub);
        var bans = bans(exile);
        var here = connections.all().stream().filter(it -> isMeant(it, exile)).toList();
        if (bans.isEmpty()) {
            operator.say("ban.unknown", exile.text());
        }
        bans.forEach(ban -> operator.print(NamedExile.line(ban, operator, clock.getZone())));
        var names = here.stream().map(it -> it.name().orElse("#" + it.id())).distinct().toList();
        if (!names.isEmpty()) {
            operator.say("ban.here", here.size(), String.join(", ", names));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("bans", bans.stream().map(NamedExile::value).toList());
        answer.put("here", here.stream().map(Connection::id).toList());
        operator.answer(answer);
    }

    /// The one that is written so, and those that are about the same address.
    private List<Ban> bans(Exile exile) {
        var now = clock.instant();
        var all = new ArrayList<>(hub.state().bans().find(exile, now).stream().toList());
        if (exile instanceof Exile.From(var network)) {
            hub.state().bans().all(now).stream()
                    .filter(ban -> ban.whom().means(network.first()) && !all.contains(ban))
                    .forEach(all::add);
        }
        return all;
    }

    private boolean isMeant(Connection connection, Exile exile) {
        var address = connection.remote().getAddress();
        return exile.means(address)
                || author(connection)
                        .filter(who -> exile.means(who, Optional.of(address)))
                        .isPresent();
    }

    private Optional<Author> author(Connection connection) {
        return connection
                .name()
                .flatMap(hub.names()::parseNickname)
                .flatMap(hub.state()::named)
                .map(person -> person.author());
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return NamedExile.all(hub, clock);
    }
}
