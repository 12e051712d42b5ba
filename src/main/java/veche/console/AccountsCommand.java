package veche.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import veche.account.PasswordRule;
import veche.account.Passwords;
import veche.chat.Hub;

/// `accounts`: who is registered, and everything that the operator can do about it.
@Command(name = "accounts")
public final class AccountsCommand implements OperatorCommand.Group {

    private final Hub hub;
    private final Passwords passwords;
    private final Supplier<PasswordRule> rule;
    private final Path snapshots;
    private final Clock clock;

    /// @param snapshots the folder for what `clear` writes first and `restore` reads
    public AccountsCommand(
            Hub hub,
            Passwords passwords,
            Supplier<PasswordRule> rule,
            Path snapshots,
            Clock clock) {
        this.hub = hub;
        this.passwords = passwords;
        this.rule = rule;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public List<OperatorCommand> commands() {
        return List.of(
                new AccountsListCommand(hub, clock.getZone()),
                new AccountsShowCommand(hub, clock.getZone()),
                new AccountsAddCommand(hub, passwords, rule),
                new AccountsPasswordCommand(hub, passwords, rule),
                new AccountsRevokeCommand(hub),
                new AccountsRemoveCommand(hub),
                new AccountsClearCommand(hub, snapshots, clock),
                new AccountsRestoreCommand(hub, snapshots));
    }
}
