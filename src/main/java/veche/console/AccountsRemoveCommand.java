package veche.console;

import java.util.Collection;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import veche.chat.Command.RemoveAccount;
import veche.chat.Hub;

/// `accounts remove`: removes one account, and ends its sessions. What it said stays.
@Command(name = "remove")
final class AccountsRemoveCommand implements OperatorCommand {

    private final Hub hub;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    @Option(names = "--yes")
    private boolean yes;

    AccountsRemoveCommand(Hub hub) {
        this.hub = hub;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var account = NamedAccount.find(hub, name);
        if (!yes) {
            operator.requireYes("--yes", "accounts.remove.sure", account.name());
        }
        Deed.perform(hub, new RemoveAccount(account.name()));
        operator.say("accounts.removed", account.name());
        operator.answer(Map.of("removed", account.name().text()));
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return NamedAccount.names(hub);
    }
}
