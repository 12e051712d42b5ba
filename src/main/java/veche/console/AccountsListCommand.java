package veche.console;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import veche.account.Account;
import veche.chat.Hub;
import veche.chat.Person;

/// `accounts list`: every account.
@Command(name = "list")
final class AccountsListCommand implements OperatorCommand.Inquiry {

    private final Hub hub;
    private final ZoneId zone;

    AccountsListCommand(Hub hub, ZoneId zone) {
        this.hub = hub;
        this.zone = zone;
    }

    @Override
    public void run(Operator operator) {
        var all = hub.accounts().all();
        if (all.isEmpty()) {
            operator.say("accounts.none");
        }
        try (var rows = operator.rows()) {
            for (var account : all) {
                hub.state()
                        .person(account.id())
                        .ifPresent(it -> rows.add(line(account, it, operator), value(account, it)));
            }
        }
    }

    private String line(Account account, Person person, Operator operator) {
        return "%-32s %s".formatted(account.name(), presence(person, operator, zone));
    }

    /// Whether somebody is here, or since when they are not.
    static String presence(Person person, Operator operator, ZoneId zone) {
        var phrases = operator.phrases();
        if (person.isHere()) {
            return phrases.text("accounts.here", person.sessionCount());
        }
        return person.lastHere()
                .map(last -> phrases.text("accounts.away", Moment.text(last, zone)))
                .orElseGet(() -> phrases.text("accounts.never"));
    }

    static Map<String, Object> value(Account account, Person person) {
        var value = new LinkedHashMap<String, Object>();
        value.put("name", account.name().text());
        value.put("id", account.id().value());
        value.put("registered", account.registered().toString());
        value.put("sessions", person.sessionCount());
        person.lastHere().ifPresent(last -> value.put("last_here", last.toString()));
        account.language().ifPresent(language -> value.put("language", language.tag()));
        value.put("channels", person.channels().stream().map(Object::toString).toList());
        return value;
    }
}
