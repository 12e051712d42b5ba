package veche.irc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import veche.chat.Command;
import veche.chat.Person;
import veche.chat.State;
import veche.config.IrcOperator;
import veche.config.IrcOperators;
import veche.config.Privilege;
import veche.event.PersonFlag;
import veche.name.PersonId;

/// Who has become an operator, and under which name of the settings. What they may do is looked up
/// there each time, so that it can be taken from them. Any thread.
final class Operators {

    private final State state;
    private final Map<PersonId, String> names = new ConcurrentHashMap<>();

    Operators(State state) {
        this.state = state;
    }

    /// Somebody has proved that they are the one of that name.
    void add(PersonId person, IrcOperator operator) {
        names.keySet().removeIf(it -> state.person(it).filter(People::isOperator).isEmpty());
        names.put(person, operator.name());
    }

    /// Whom of the settings somebody is; empty if they are no operator.
    Optional<IrcOperator> of(Person person, IrcOperators settings) {
        return person.is(PersonFlag.OPERATOR)
                ? Optional.ofNullable(names.get(person.id())).flatMap(settings::named)
                : Optional.empty();
    }

    /// Whether whoever uses a client may do something that operators may.
    static boolean may(Client client, Privilege privilege) {
        return client.operator().filter(it -> it.privileges().contains(privilege)).isPresent();
    }

    /// A command as the hub takes it from a client: whoever may do everywhere what founders may is
    /// not stopped.
    static Command.Asked empowered(Client client, Command.Asked command) {
        return command instanceof Command.Keeping deed && may(client, Privilege.MANAGE_CHANNELS)
                ? new Command.Empowered(deed, name(client))
                : command;
    }

    /// Who somebody is in the settings; `-` if they are no operator.
    static String name(Client client) {
        return client.operator().map(IrcOperator::name).orElse("-");
    }

    /// What only operators may have done who may do this; others are told so.
    static Verb.Action only(Privilege privilege, Verb.Action action) {
        return (client, parameters) -> {
            client.session().settle();
            if (may(client, privilege)) {
                action.run(client, parameters);
            } else if (client.operator().isPresent()) {
                client.reply(Numeric.NO_SUCH_PRIVILEGE, privilege.name());
            } else {
                client.reply(Numeric.NO_PRIVILEGES);
            }
        };
    }
}
