package veche.irc;

import java.util.ArrayList;
import java.util.Optional;
import veche.chat.Channel;
import veche.chat.Person;
import veche.event.PersonFlag;
import veche.wire.Message;

/// What a client is told of somebody by WHO (https://modern.ircdocs.horse/#rplwhoreply-352).
final class WhoReply {

    /// What stands for an address that is not shown.
    private static final String HIDDEN = "255.255.255.255";

    private final Client client;
    private final WhoQuery query;
    private final Sight sight;

    WhoReply(Client client, WhoQuery query) {
        this.client = client;
        this.query = query;
        this.sight = new Sight(client);
    }

    /// @param channel in which the client sees them; empty if in none
    Message of(Person person, Optional<Channel> channel) {
        return query.extended() ? extended(person, channel) : plain(person, channel);
    }

    private Message plain(Person person, Optional<Channel> channel) {
        return client.numeric(
                Numeric.WHO_REPLY,
                name(channel),
                People.user(person),
                People.host(person),
                client.house().server(),
                person.name().text(),
                flags(person, channel),
                "0 " + realname(person));
    }

    private Message extended(Person person, Optional<Channel> channel) {
        var values = new ArrayList<String>();
        for (var field : "tcuihsnfdlaor".toCharArray()) {
            if (query.has(field)) {
                values.add(value(field, person, channel));
            }
        }
        return client.numeric(Numeric.WHO_SPECIAL_REPLY, values.toArray(String[]::new));
    }

    private String value(char field, Person person, Optional<Channel> channel) {
        return switch (field) {
            case 't' -> query.token();
            case 'c' -> name(channel);
            case 'u' -> People.user(person);
            case 'i' -> address(person);
            case 'h' -> People.host(person);
            case 's' -> client.house().server();
            case 'n' -> person.name().text();
            case 'f' -> flags(person, channel);
            case 'd' -> "0";
            case 'l' -> Long.toString(People.idle(client.house(), person).toSeconds());
            case 'a' -> People.account(person).orElse("0");
            case 'o' -> "n/a";
            default -> realname(person);
        };
    }

    private static String name(Optional<Channel> channel) {
        return channel.map(it -> it.name().text()).orElse("*");
    }

    private String realname(Person person) {
        return client.house().rendering().realname(person.author());
    }

    private String address(Person person) {
        return client.house().clients().of(person).stream()
                .filter(_ -> sight.seesInside(person))
                .map(it -> Texts.host(it.connection().remote().getAddress()))
                .findFirst()
                .orElse(HIDDEN);
    }

    /// Here or gone, `*` for an operator of the server, the signs of ranks, and whether it is a
    /// bot.
    private String flags(Person person, Optional<Channel> channel) {
        var isAll = client.has(Capability.MULTI_PREFIX);
        return (People.away(person).isPresent() ? "G" : "H")
                + (People.isOperator(person) ? "*" : "")
                + channel.map(it -> Modes.signs(it.ranks(person.id()), isAll)).orElse("")
                + (person.is(PersonFlag.BOT) ? Modes.letter(PersonFlag.BOT) : "");
    }
}
