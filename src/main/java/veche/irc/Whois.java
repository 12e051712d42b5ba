package veche.irc;

import java.util.ArrayList;
import java.util.List;
import veche.chat.Channel;
import veche.chat.Person;
import veche.event.PersonFlag;
import veche.wire.Message;
import veche.wire.Tokens;

/// What a client is told of somebody by WHOIS (https://modern.ircdocs.horse/#whois-message).
final class Whois {

    private final Client client;
    private final House house;
    private final Sight sight;
    private final Person person;
    private final String name;
    private final List<Message> lines = new ArrayList<>();

    Whois(Client client, Person person) {
        this.client = client;
        this.house = client.house();
        this.sight = new Sight(client);
        this.person = person;
        this.name = person.name().text();
    }

    /// All but the line at the end.
    List<Message> lines() {
        add(
                Numeric.WHOIS_USER,
                People.user(person),
                People.host(person),
                "*",
                house.rendering().realname(person.author()));
        addChannels();
        add(Numeric.WHOIS_SERVER, house.server(), house.settings().server().network());
        if (People.isOperator(person)) {
            add(Numeric.WHOIS_OPERATOR, "is an IRC operator");
        }
        if (sight.seesInside(person)) {
            addInside();
        }
        if (People.isSecure(house, person)) {
            add(Numeric.WHOIS_SECURE);
        }
        People.account(person).ifPresent(account -> add(Numeric.WHOIS_ACCOUNT, account));
        if (person.is(PersonFlag.BOT)) {
            add(Numeric.WHOIS_BOT);
        }
        if (client.has(Capability.METADATA)) {
            person.metadata()
                    .all()
                    .forEach((key, value) -> add(Numeric.WHOIS_KEY_VALUE, key.text(), "*", value));
        }
        People.away(person).ifPresent(words -> add(Numeric.AWAY, words));
        if (person.isHere()) {
            add(
                    Numeric.WHOIS_IDLE,
                    Long.toString(People.idle(house, person).toSeconds()),
                    Long.toString(person.since().getEpochSecond()));
        }
        return lines;
    }

    private void add(Numeric numeric, String... parameters) {
        var all = new ArrayList<String>();
        all.add(name);
        all.addAll(List.of(parameters));
        lines.add(client.numeric(numeric, all.toArray(String[]::new)));
    }

    private void addChannels() {
        var channels = sight.channels(person).stream().map(this::written).toList();
        Tokens.lists(channels, ' ', client.room(Numeric.WHOIS_CHANNELS, name))
                .forEach(list -> add(Numeric.WHOIS_CHANNELS, list));
    }

    private String written(Channel channel) {
        var isAll = client.has(Capability.MULTI_PREFIX);
        return Modes.signs(channel.ranks(person.id()), isAll) + channel.name().text();
    }

    /// What only the person and operators see.
    private void addInside() {
        add(Numeric.WHOIS_MODES, "is using modes " + People.modes(house, person));
        for (var one : house.clients().of(person)) {
            var host = Texts.host(one.connection().remote().getAddress());
            var user = one.registration().userName();
            add(Numeric.WHOIS_ACTUALLY, host);
            add(Numeric.WHOIS_HOST, "is connecting from " + user + "@" + host + " " + host);
            one.connection()
                    .certificate()
                    .ifPresent(it ->
                            add(
                                    Numeric.WHOIS_CERTIFICATE,
                                    "has client certificate fingerprint " + it));
        }
    }
}
