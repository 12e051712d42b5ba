package veche.console;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import veche.account.PasswordRule;
import veche.account.Passwords;
import veche.chat.Command.AddAccount;
import veche.chat.Hub;
import veche.name.Nickname;

/// `accounts add`: makes an account for somebody.
@Command(name = "add")
final class AccountsAddCommand implements OperatorCommand {

    private final Hub hub;
    private final Passwords passwords;
    private final Supplier<PasswordRule> rule;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    @Option(names = "--generate")
    private boolean generate;

    AccountsAddCommand(Hub hub, Passwords passwords, Supplier<PasswordRule> rule) {
        this.hub = hub;
        this.passwords = passwords;
        this.rule = rule;
    }

    @Override
    public void run(Operator operator) throws Failure, InterruptedException {
        var owner =
                hub.names()
                        .parseNickname(name)
                        .orElseThrow(() ->
                                Failure.misuse(
                                        "accounts.bad",
                                        name,
                                        Nickname.LONGEST,
                                        hub.names().isAnyScript()));
        var made = NewPassword.of(owner, generate, passwords, rule.get(), operator);
        Deed.perform(hub, new AddAccount(owner, made.credential()), operator);
        operator.say("accounts.added", owner);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("added", owner.text());
        if (generate) {
            operator.say("password.generated", made.password());
            answer.put("password", made.password());
        }
        operator.answer(answer);
    }
}
