package veche.console;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Parameters;
import veche.account.Token;
import veche.chat.Command.RevokeTokens;
import veche.chat.Hub;

/// `accounts revoke`: revokes all tokens of one account. Whoever came by them is let go; the
/// password stays as it is.
@Command(name = "revoke")
final class AccountsRevokeCommand implements OperatorCommand {

    private final Hub hub;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    AccountsRevokeCommand(Hub hub) {
        this.hub = hub;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var account = NamedAccount.find(hub, name);
        var tokens =
                hub.state().tokens().of(account.id()).stream()
                        .map(Token::id)
                        .collect(Collectors.toSet());
        Deed.perform(hub, new RevokeTokens(account.name(), tokens));
        operator.say("accounts.revoked", account.name(), tokens.size());
        operator.answer(Map.of("account", account.name().text(), "tokens", tokens.size()));
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return NamedAccount.names(hub);
    }
}
