package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import veche.chat.Channel;
import veche.chat.Command;
import veche.chat.Command.Wish;
import veche.chat.PersonMask;
import veche.chat.Rules;
import veche.event.ChannelList;
import veche.event.PersonFlag;
import veche.event.Refused;

/// What channels and people are like: MODE.
final class ModeVerbs {

    static final List<Verb> ALL = List.of(Verb.after("MODE", 1, ModeVerbs::mode));

    private ModeVerbs() {}

    private static void mode(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        var channel = parameters.channel(0);
        client.session().settle();
        if (channel.isPresent()) {
            var known = client.house().state().channels().find(channel.get());
            if (known.isEmpty()) {
                client.reply(Numeric.NO_SUCH_CHANNEL, channel.get().text());
            } else if (parameters.size() == 1) {
                show(client, known.get());
            } else {
                change(client, known.get(), parameters);
            }
        } else {
            ofPerson(client, parameters);
        }
    }

    private static void show(Client client, Channel channel) throws InterruptedException {
        var isMember = client.personId().filter(channel::isMember).isPresent();
        var letters = new StringBuilder("+");
        var values = new ArrayList<String>();
        var flags = new TreeSet<Character>();
        channel.flags().forEach(flag -> flags.add(Modes.letter(flag)));
        flags.forEach(letters::append);
        channel.key().ifPresent(key -> add(letters, values, Modes.KEY, isMember ? key : "*"));
        channel.limit()
                .ifPresent(limit -> add(letters, values, Modes.LIMIT, Integer.toString(limit)));
        channel.forward().ifPresent(to -> add(letters, values, Modes.FORWARD, to.text()));
        values.addFirst(letters.toString());
        values.addFirst(channel.name().text());
        client.reply(Numeric.CHANNEL_MODE_IS, values.toArray(String[]::new));
        client.reply(
                Numeric.CREATION_TIME,
                channel.name().text(),
                Long.toString(channel.made().getEpochSecond()));
    }

    private static void add(StringBuilder letters, List<String> values, char letter, String value) {
        letters.append(letter);
        values.add(value);
    }

    /// Reads the letters from left to right; each takes its parameter from those that are left.
    private static void change(Client client, Channel channel, Parameters parameters)
            throws Refused, InterruptedException {
        var left = new ArrayList<>(parameters.from(2));
        var wishes = new ArrayList<Wish>();
        var set = true;
        var letters = parameters.at(1);
        for (var index = 0; index < letters.length(); index++) {
            var letter = letters.charAt(index);
            switch (letter) {
                case '+' -> set = true;
                case '-' -> set = false;
                default -> {
                    var isTooMuch = wishes.size() >= Modes.AT_ONCE;
                    if (!isTooMuch) {
                        read(client, channel, letter, set, left).ifPresent(wishes::add);
                    }
                }
            }
        }
        if (!wishes.isEmpty()) {
            client.ask(new Command.ChangeModes(channel.name(), wishes));
        }
    }

    private static Optional<Wish> read(
            Client client, Channel channel, char letter, boolean set, List<String> left)
            throws Refused, InterruptedException {
        var flag = Modes.flag(letter);
        if (flag.isPresent()) {
            return Optional.of(new Wish.Flag(flag.get(), set));
        }
        var rank = Modes.rank(letter);
        if (rank.isPresent()) {
            var who = next(left);
            if (who.isEmpty()) {
                return missing(client, channel, letter);
            }
            var name = client.names().parseNickname(who.get());
            if (name.isEmpty()) {
                client.reply(Numeric.NO_SUCH_NICK, Texts.word(who.get()));
            }
            return name.map(it -> new Wish.Ranking(it, rank.get(), set));
        }
        var list = Modes.list(letter);
        if (list.isPresent()) {
            var mask = next(left);
            if (mask.isEmpty()) {
                showList(client, channel, list.get());
            }
            if (mask.isPresent() && PersonMask.parse(mask.get(), client.names()).isEmpty()) {
                return invalid(client, channel, letter, mask.get(), "That is no mask");
            }
            return mask.map(it -> new Wish.Listing(list.get(), it, set));
        }
        return switch (letter) {
            case Modes.KEY -> key(client, channel, set, left);
            case Modes.LIMIT -> limit(client, channel, set, left);
            case Modes.FORWARD -> forward(client, channel, set, left);
            default -> {
                client.reply(Numeric.UNKNOWN_MODE, Texts.word(String.valueOf(letter)));
                yield Optional.empty();
            }
        };
    }

    private static Optional<String> next(List<String> left) {
        return left.isEmpty() ? Optional.empty() : Optional.of(left.removeFirst());
    }

    private static Optional<Wish> missing(Client client, Channel channel, char letter)
            throws InterruptedException {
        return invalid(client, channel, letter, "*", "You must specify a parameter");
    }

    private static Optional<Wish> invalid(
            Client client, Channel channel, char letter, String value, String why)
            throws InterruptedException {
        client.reply(
                Numeric.INVALID_MODE_PARAMETER,
                channel.name().text(),
                String.valueOf(letter),
                value.contains(" ") ? "*" : Texts.word(value),
                why);
        return Optional.empty();
    }

    private static Optional<Wish> key(
            Client client, Channel channel, boolean set, List<String> left)
            throws InterruptedException {
        var key = next(left);
        if (!set) {
            return Optional.of(new Wish.Key(Optional.empty()));
        }
        if (key.isEmpty()) {
            return missing(client, channel, Modes.KEY);
        }
        return Rules.isKey(key.get())
                ? Optional.of(new Wish.Key(key))
                : invalid(client, channel, Modes.KEY, "*", "A key is one word, not too long");
    }

    private static Optional<Wish> limit(
            Client client, Channel channel, boolean set, List<String> left)
            throws InterruptedException {
        if (!set) {
            return Optional.of(new Wish.Limit(OptionalInt.empty()));
        }
        var written = next(left);
        if (written.isEmpty()) {
            return missing(client, channel, Modes.LIMIT);
        }
        return written.get().matches("[1-9][0-9]{0,8}")
                ? Optional.of(new Wish.Limit(OptionalInt.of(Integer.parseInt(written.get()))))
                : invalid(client, channel, Modes.LIMIT, written.get(), "A limit is a number");
    }

    private static Optional<Wish> forward(
            Client client, Channel channel, boolean set, List<String> left)
            throws InterruptedException {
        if (!set) {
            return Optional.of(new Wish.Forward(Optional.empty()));
        }
        var written = next(left);
        if (written.isEmpty()) {
            return missing(client, channel, Modes.FORWARD);
        }
        var other = client.names().parseChannel(written.get());
        return other.flatMap(client.house().state().channels()::find).isPresent()
                ? Optional.of(new Wish.Forward(other))
                : invalid(
                        client, channel, Modes.FORWARD, written.get(), "There is no such channel");
    }

    /// Of a secret channel it would tell outsiders who is kept out, and who may come.
    private static void showList(Client client, Channel channel, ChannelList list)
            throws InterruptedException {
        if (!new Sight(client).sees(channel)) {
            client.reply(Numeric.NOT_ON_CHANNEL, channel.name().text());
            return;
        }
        var numerics =
                switch (list) {
                    case BAN -> List.of(Numeric.BAN_LIST, Numeric.END_OF_BAN_LIST);
                    case BAN_EXCEPTION ->
                            List.of(Numeric.BAN_EXCEPTION_LIST, Numeric.END_OF_BAN_EXCEPTION_LIST);
                    case INVITE_EXCEPTION ->
                            List.of(
                                    Numeric.INVITE_EXCEPTION_LIST,
                                    Numeric.END_OF_INVITE_EXCEPTION_LIST);
                };
        for (var item : channel.list(list).items()) {
            client.reply(
                    numerics.getFirst(),
                    channel.name().text(),
                    item.mask().text(),
                    Rendering.source(item.by()),
                    Long.toString(item.since().getEpochSecond()));
        }
        client.reply(numerics.getLast(), channel.name().text());
    }

    private static void ofPerson(Client client, Parameters parameters)
            throws Refused, InterruptedException {
        var person = client.person();
        var named = parameters.nickname(0).flatMap(client.house().state()::named);
        if (named.isEmpty() || !People.isPresent(named.get())) {
            client.reply(Numeric.NO_SUCH_NICK, Texts.word(parameters.at(0)));
        } else if (named.get() != person) {
            client.reply(Numeric.USERS_DO_NOT_MATCH);
        } else if (parameters.size() == 1) {
            client.reply(Numeric.USER_MODE_IS, People.modes(client.house(), person));
        } else {
            change(client, parameters.at(1));
        }
    }

    private static void change(Client client, String letters) throws Refused, InterruptedException {
        var set = true;
        for (var index = 0; index < letters.length(); index++) {
            var letter = letters.charAt(index);
            switch (letter) {
                case '+' -> set = true;
                case '-' -> set = false;
                default -> change(client, letter, set);
            }
        }
    }

    private static void change(Client client, char letter, boolean set)
            throws Refused, InterruptedException {
        var flag = Modes.personFlag(letter);
        if (flag.isEmpty()) {
            if (letter != Modes.SECURE) {
                client.reply(Numeric.UNKNOWN_USER_MODE);
            }
        } else if ((flag.get() != PersonFlag.OPERATOR || !set)
                && client.person().is(flag.get()) != set) {
            client.ask(new Command.SetFlag(flag.get(), set));
            client.session().settle();
        }
    }
}
