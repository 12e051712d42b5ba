package veche.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import veche.account.Account;
import veche.account.Snapshot;
import veche.chat.Command.ClearAccounts;
import veche.chat.Hub;
import veche.chat.Person;

/// `accounts clear`: removes every account, so that everyone must register anew.
@Command(name = "clear")
final class AccountsClearCommand implements OperatorCommand {

    private final Hub hub;
    private final Path snapshots;
    private final InstantSource clock;

    @Option(names = "--yes")
    private boolean yes;

    AccountsClearCommand(Hub hub, Path snapshots, InstantSource clock) {
        this.hub = hub;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /// The snapshot holds exactly what is removed: if an account comes, goes or changes while it is
    /// being written, nothing is removed, and the operator is told to try again.
    @Override
    public void run(Operator operator) throws Failure, IOException, InterruptedException {
        var accounts = hub.accounts().size();
        var sessions = hub.state().people().stream().mapToInt(Person::sessionCount).sum();
        if (accounts == 0) {
            throw new Failure("accounts.none");
        }
        if (!yes) {
            operator.requireYes("--yes", "accounts.clear.sure", accounts, sessions);
        }
        var version = hub.accounts().version();
        var saved = hub.accounts().all().stream().map(this::save).toList();
        var file = new Snapshot(clock.instant(), saved).write(snapshots);
        Deed.perform(hub, new ClearAccounts(version), operator);
        operator.say("accounts.cleared", saved.size(), sessions, file.toString());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("accounts", saved.size());
        answer.put("sessions", sessions);
        answer.put("snapshot", file.toString());
        operator.answer(answer);
    }

    private Snapshot.Saved save(Account account) {
        var person = hub.state().person(account.id()).orElseThrow();
        var seen = person.isHere() ? hub.state().position() : person.seen();
        return new Snapshot.Saved(account, person.channels(), seen);
    }
}
