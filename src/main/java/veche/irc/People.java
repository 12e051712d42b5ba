package veche.irc;

import java.time.Duration;
import java.util.Optional;
import veche.chat.Person;
import veche.event.PersonFlag;
import veche.event.Text;

/// How people look to IRC clients.
final class People {

    private static final String NOT_CONNECTED = "Not connected";

    /// What somebody says to being away who has not said anything.
    private static final String NO_WORDS = "*";

    private People() {}

    /// What somebody says to being away; empty if they are here and look at their screen. Whoever
    /// stays in their channels without a client is away.
    static Optional<String> away(Person person) {
        return person.isHere() ? person.away().map(People::awayWords) : Optional.of(NOT_CONNECTED);
    }

    /// What somebody says to being away, as others read it.
    static String awayWords(Text words) {
        return words.value().equals(NO_WORDS) ? NOT_CONNECTED : Rendering.oneLine(words);
    }

    static String user(Person person) {
        var address = person.author().address();
        return address.substring(0, address.indexOf('@'));
    }

    static String host(Person person) {
        var address = person.author().address();
        return address.substring(address.indexOf('@') + 1);
    }

    /// The account that somebody is logged in to.
    static Optional<String> account(Person person) {
        return person.author().login().map(login -> login.name().text());
    }

    static boolean isOperator(Person person) {
        return person.is(PersonFlag.OPERATOR);
    }

    /// Whether IRC clients can see somebody: those who are here, and those who stay in their
    /// channels.
    static boolean isPresent(Person person) {
        return person.isHere() || !person.channels().isEmpty();
    }

    /// For how long somebody has said nothing; nothing at all if they are not here.
    static Duration idle(House house, Person person) {
        var idle = Duration.between(person.active(), house.clock().instant());
        return person.isHere() && !idle.isNegative() ? idle : Duration.ZERO;
    }

    /// Whether nobody can listen to what somebody is sent, wherever they are here.
    static boolean isSecure(House house, Person person) {
        var clients = house.clients().of(person);
        return !clients.isEmpty()
                && clients.size() == person.sessionCount()
                && clients.stream().allMatch(client -> client.connection().isSecure());
    }

    /// What somebody is, in letters.
    static String modes(House house, Person person) {
        var letters = new StringBuilder("+");
        for (var flag : PersonFlag.values()) {
            if (person.is(flag)) {
                letters.append(Modes.letter(flag));
            }
        }
        if (isSecure(house, person)) {
            letters.append(Modes.SECURE);
        }
        return letters.toString();
    }
}
