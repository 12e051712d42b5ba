package veche.console;

import java.time.Clock;
import picocli.CommandLine.Command;
import veche.chat.Hub;

/// `ban list`: everyone who may not be here.
@Command(name = "list")
final class BanListCommand implements OperatorCommand.Inquiry {

    private final Hub hub;
    private final Clock clock;

    BanListCommand(Hub hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    @Override
    public void run(Operator operator) {
        var all = hub.state().bans().all(clock.instant());
        if (all.isEmpty()) {
            operator.say("ban.none");
        }
        try (var rows = operator.rows()) {
            for (var ban : all) {
                rows.add(NamedExile.line(ban, operator, clock.getZone()), NamedExile.value(ban));
            }
        }
    }
}
