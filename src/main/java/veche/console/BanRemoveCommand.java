package veche.console;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Parameters;
import veche.chat.Command.LiftBan;
import veche.chat.Hub;

/// `ban del`: lets somebody in again.
@Command(
        name = "del",
        aliases = {"remove", "rm"})
final class BanRemoveCommand implements OperatorCommand {

    private final Hub hub;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "WHOM", descriptionKey = "WHOM")
    private String whom = "";

    BanRemoveCommand(Hub hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var exile = NamedExile.read(whom, hub);
        Deed.perform(hub, new LiftBan(exile));
        operator.say("ban.removed", exile.text());
        operator.answer(Map.of("removed", exile.text()));
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return NamedExile.all(hub, clock);
    }
}
