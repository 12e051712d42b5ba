package veche.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Parameters;
import veche.name.CaseMapping;
import veche.net.Connection;
import veche.net.Connections;
import veche.net.Reason;

/// `kick`: sends somebody away. They may come back.
@Command(name = "kick")
public final class KickCommand implements OperatorCommand {

    private final Connections connections;
    private final CaseMapping names;

    @Parameters(index = "0", paramLabel = "WHO", descriptionKey = "WHO")
    private String who = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "REASON", descriptionKey = "REASON")
    private List<String> reason = new ArrayList<>();

    /// @param names by which those who are meant are read
    public KickCommand(Connections connections, CaseMapping names) {
        this.connections = connections;
        this.names = names;
    }

    @Override
    public void run(Operator operator) throws Failure {
        var meant = connections.all().stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            throw new Failure("kick.nobody", who);
        }
        meant.forEach(connection -> connection.letGo(Reason.KICKED, String.join(" ", reason)));
        operator.say("kick.done", who, meant.size());
        operator.answer(Map.of("kicked", meant.stream().map(Connection::id).toList()));
    }

    /// Somebody is meant by a name, with all of their connections, or one connection by `#` and its
    /// number.
    private boolean isMeant(Connection connection) {
        return who.equals("#" + connection.id())
                || connection
                        .name()
                        .flatMap(names::parseNickname)
                        .filter(name -> names.parseNickname(who).filter(name::equals).isPresent())
                        .isPresent();
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return argument.paramLabel().equals("WHO")
                ? connections.all().stream()
                        .map(it -> it.name().orElse("#" + it.id()))
                        .distinct()
                        .toList()
                : List.of();
    }
}
