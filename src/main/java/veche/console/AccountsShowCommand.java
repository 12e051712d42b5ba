package veche.console;

import java.time.ZoneId;
import java.util.Collection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Parameters;
import veche.chat.Hub;
import veche.language.Language;

/// `accounts show`: all about one account that is no secret.
@Command(name = "show")
final class AccountsShowCommand implements OperatorCommand.Inquiry {

    private final Hub hub;
    private final ZoneId zone;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    AccountsShowCommand(Hub hub, ZoneId zone) {
        this.hub = hub;
        this.zone = zone;
    }

    @Override
    public void run(Operator operator) throws Failure {
        var account = NamedAccount.find(hub, name);
        var person =
                hub.state()
                        .person(account.id())
                        .orElseThrow(() -> new Failure("refused.no_such_account", name));
        var channels = person.channels().stream().map(Object::toString).toList();
        operator.print(account.name().text());
        operator.say("accounts.show.id", account.id().value());
        operator.say("accounts.show.registered", Moment.text(account.registered(), zone));
        operator.print("  " + AccountsListCommand.presence(person, operator, zone));
        operator.say(
                "accounts.show.language", account.language().map(Language::ownName).orElse("-"));
        operator.say("accounts.show.channels", String.join(", ", channels));
        var tokens = hub.state().tokens().of(account.id()).size();
        operator.say("accounts.show.tokens", tokens);
        var value = AccountsListCommand.value(account, person);
        value.put("tokens", tokens);
        operator.answer(value);
    }

    @Override
    public Collection<String> candidates(ArgSpec argument) {
        return NamedAccount.names(hub);
    }
}
