package veche.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Parameters;
import veche.account.Snapshot;
import veche.account.SnapshotException;
import veche.chat.Command.RestoreAccounts;
import veche.chat.Hub;

/// `accounts restore`: brings back what `accounts clear` removed.
@Command(name = "restore")
final class AccountsRestoreCommand implements OperatorCommand {

    private final Hub hub;
    private final Path snapshots;

    @Parameters(index = "0", paramLabel = "SNAPSHOT", descriptionKey = "SNAPSHOT")
    private String snapshot = "";

    AccountsRestoreCommand(Hub hub, Path snapshots) {
        this.hub = hub;
        this.snapshots = snapshots;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var missing = read().accounts().stream().filter(saved -> !exists(saved)).toList();
        Deed.perform(hub, new RestoreAccounts(missing), operator);
        var leftOut =
                missing.stream()
                        .filter(saved -> !exists(saved))
                        .map(saved -> saved.account().name().text())
                        .toList();
        var restored = missing.size() - leftOut.size();
        operator.say("accounts.restored", restored);
        if (!leftOut.isEmpty()) {
            operator.say("accounts.left_out", String.join(", ", leftOut));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("restored", restored);
        answer.put("left_out", leftOut);
        operator.answer(answer);
    }

    private boolean exists(Snapshot.Saved saved) {
        return hub.accounts().find(saved.account().id()).isPresent();
    }

    /// A snapshot is named by its file, which is looked for in the folder for snapshots too.
    private Snapshot read() throws Failure {
        var here = Path.of(snapshot);
        try {
            var file = Files.exists(here) ? here : snapshots.resolve(snapshot);
            return Snapshot.read(file, hub.names());
        } catch (SnapshotException e) {
            throw new Failure("accounts.unreadable", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        try {
            return Snapshot.list(snapshots).stream()
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
