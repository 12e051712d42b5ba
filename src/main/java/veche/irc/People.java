package veche.irc;

import java.util.Optional;
import veche.chat.Person;
import veche.event.PersonFlag;

/// How people look to IRC clients.
final class People {

    private People() {}

    /// What somebody says to being away; empty if they are here and look at their screen. Whoever
    /// stays in their channels without a client is away.
    static Optional<String> away(Person person) {
        return person.isHere()
                ? person.away().map(Rendering::oneLine)
                : Optional.of("Not connected");
    }

    static String user(Person person) {
        var address = person.author().address();
        return address.substring(0, address.indexOf('@'));
    }

    static String host(Person person) {
        var address = person.author().address();
        return address.substring(address.indexOf('@') + 1);
    }

    static boolean isOperator(Person person) {
        return person.is(PersonFlag.OPERATOR);
    }

    /// Whether IRC clients can see somebody: those who are here, and those who stay in their
    /// channels.
    static boolean isPresent(Person person) {
        return person.isHere() || !person.channels().isEmpty();
    }
}
