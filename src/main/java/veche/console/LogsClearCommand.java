package veche.console;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `logs clear`: empties the log, and keeps or destroys what was in it.
@Command(name = "clear")
final class LogsClearCommand implements OperatorCommand {

    private final ServiceLog serviceLog;

    @Option(names = "--shred")
    private boolean shred;

    LogsClearCommand(ServiceLog serviceLog) {
        this.serviceLog = serviceLog;
    }

    @Override
    public void run(Operator operator) throws IOException {
        if (shred) {
            serviceLog.shred();
            operator.say("logs.shredded");
            operator.answer(Map.of("cleared", true, "shredded", true));
            return;
        }
        var archive = serviceLog.archive();
        if (archive.isPresent()) {
            operator.say("logs.archived", archive.get().toString());
            operator.answer(Map.of("cleared", true, "archive", archive.get().toString()));
        } else {
            operator.say("logs.empty");
            operator.answer(Map.of("cleared", true));
        }
    }
}
