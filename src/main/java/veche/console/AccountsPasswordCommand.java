package veche.console;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import veche.account.PasswordRule;
import veche.account.Passwords;
import veche.chat.Command.ResetPassword;
import veche.chat.Hub;

/// `accounts password`: gives somebody a new password, and revokes their tokens. Sessions that are
/// here go on, but for those that came by a token.
@Command(name = "password")
final class AccountsPasswordCommand implements OperatorCommand {

    private final Hub hub;
    private final Passwords passwords;
    private final Supplier<PasswordRule> rule;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    @Option(names = "--generate")
    private boolean generate;

    AccountsPasswordCommand(Hub hub, Passwords passwords, Supplier<PasswordRule> rule) {
        this.hub = hub;
        this.passwords = passwords;
        this.rule = rule;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var account = NamedAccount.find(hub, name);
        var made = NewPassword.of(account.name(), generate, passwords, rule.get(), operator);
        Deed.perform(hub, new ResetPassword(account.name(), made.credential()), operator);
        operator.say("password.set", account.name());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("account", account.name().text());
        if (generate) {
            operator.say("password.generated", made.password());
            answer.put("password", made.password());
        }
        operator.answer(answer);
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return NamedAccount.names(hub);
    }
}
