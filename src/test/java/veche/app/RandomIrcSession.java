package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A few IRC clients who do what comes to their minds, one step after the other. After each step
/// everyone has read exactly what the [IrcModel] says, and somebody asks the server about a
/// channel.
final class RandomIrcSession implements AutoCloseable {

    private static final int PEOPLE = 4;
    private static final int STEPS = 10;
    private static final List<String> NAMES = List.of("ann", "bob", "eve", "joe", "kim");
    private static final List<String> ROOMS = List.of("tea", "milk");
    private static final List<String> WORDS = List.of("one", "two", "three");

    private final InetSocketAddress address;
    private final String suffix;
    private final List<IrcClient> clients = new ArrayList<>();
    private IrcModel model;
    private Random random = new Random(0);

    /// Of the session. Channels with a topic stay when it is over, so each has channels of its own.
    private long number;

    /// Everyone comes.
    ///
    /// @param suffix of the names of these people, of whom there may be more
    RandomIrcSession(InetSocketAddress address, String suffix) throws IOException {
        this.address = address;
        this.suffix = suffix;
        this.model = new IrcModel(names());
        for (var who = 0; who < PEOPLE; who++) {
            clients.add(come(model.nick(who)));
        }
    }

    private List<String> names() {
        return NAMES.subList(0, PEOPLE).stream().map(name -> name + suffix).toList();
    }

    private IrcClient come(String nick) throws IOException {
        var client = IrcClient.connect(address);
        client.register(nick, "");
        return client;
    }

    /// Acts out a session from the beginning to its end.
    ///
    /// @param seed the same one gives the same session
    void run(long seed) throws IOException {
        random = new Random(seed);
        number = seed;
        var names = names();
        model = new IrcModel(names);
        var steps = new ArrayList<String>();
        try {
            for (var step = 0; step < STEPS; step++) {
                var who = random.nextInt(PEOPLE);
                steps.add(act(who));
                compare(who);
                ask(random.nextInt(PEOPLE), room());
            }
            goHome(names);
        } catch (AssertionError | IOException e) {
            throw new AssertionError(
                    "seed " + seed + "\n" + String.join("\n", steps) + "\n" + e.getMessage(), e);
        }
    }

    /// Everyone reads what the model says, and nothing more: first whoever asked for something, who
    /// is answered when everyone else has been told.
    private void compare(int first) throws IOException {
        for (var next = 0; next < PEOPLE; next++) {
            var who = (first + next) % PEOPLE;
            for (var line : model.told(who)) {
                expect(who, line);
            }
            clients.get(who).assertToldNothingMore();
        }
    }

    private void expect(int who, String expected) throws IOException {
        var line = clients.get(who).readLine();
        assertThat(IrcChat.isLine(expected, line))
                .as("%s expects %s and reads %s", model.nick(who), expected, line)
                .isTrue();
    }

    private void ask(int who, String room) throws IOException {
        for (var verb : List.of("NAMES ", "MODE ", "TOPIC ")) {
            clients.get(who).send(verb + room);
        }
        var answers = new ArrayList<String>();
        answers.addAll(model.names(who, room));
        answers.addAll(model.modes(who, room));
        answers.addAll(model.topic(who, room));
        for (var answer : answers) {
            expect(who, answer);
        }
    }

    /// Everyone leaves their channels and takes back their own name, for the next session.
    private void goHome(List<String> names) throws IOException {
        for (var who = 0; who < PEOPLE; who++) {
            clients.get(who).send("JOIN 0");
            clients.get(who).send("NICK " + names.get(who) + "-");
            clients.get(who).readUntil(":… NICK " + names.get(who) + "-");
        }
        for (var who = 0; who < PEOPLE; who++) {
            clients.get(who).send("NICK " + names.get(who));
        }
        for (var client : clients) {
            client.settle();
            client.forget();
        }
    }

    private String room() {
        return "#" + ROOMS.get(random.nextInt(ROOMS.size())) + number;
    }

    private String nick() {
        var name = NAMES.get(random.nextInt(NAMES.size())) + suffix;
        return random.nextInt(4) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /// @return what was sent
    private String act(int who) throws IOException {
        var room = room();
        var whom = random.nextInt(PEOPLE);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> {
                var key = word();
                model.join(who, room, key);
                yield send(who, "JOIN " + room + " " + key);
            }
            case 5 -> {
                model.part(who, room);
                yield send(who, "PART " + room);
            }
            case 6, 7 -> {
                model.kick(who, room, whom);
                yield send(who, "KICK " + room + " " + model.nick(whom) + " out");
            }
            case 8 -> {
                model.invite(who, room, whom);
                yield send(who, "INVITE " + model.nick(whom) + " " + room);
            }
            case 9 -> {
                var topic = random.nextInt(3) == 0 ? "" : word();
                model.topic(who, room, topic);
                yield send(who, "TOPIC " + room + " :" + topic);
            }
            case 10, 11 -> {
                var words = word();
                model.say(who, room, words);
                yield send(who, "PRIVMSG " + room + " " + words);
            }
            case 12 -> {
                var words = word();
                model.whisper(who, whom, words);
                yield send(who, "PRIVMSG " + model.nick(whom) + " " + words);
            }
            case 13 -> {
                var nick = nick();
                model.rename(who, nick);
                yield send(who, "NICK " + nick);
            }
            case 14 -> comeAgain(who);
            default -> send(who, "MODE " + room + " " + mode(who, room, whom));
        };
    }

    private String mode(int who, String room, int whom) {
        var set = random.nextInt(3) > 0;
        var sign = set ? "+" : "-";
        return switch (random.nextInt(6)) {
            case 0, 1 -> {
                var rank = any(IrcModel.Rank.values());
                model.rank(who, room, rank, set, whom);
                yield sign + rank.letter + " " + model.nick(whom);
            }
            case 2 -> {
                var flag = any(new Character[] {'m', 'i', 't', 'n', 's'});
                model.flag(who, room, flag, set);
                yield sign + flag;
            }
            case 3 -> {
                var key = word();
                model.key(who, room, set ? key : null);
                yield sign + "k " + key;
            }
            case 4 -> {
                var limit = set ? 1 + random.nextInt(3) : 0;
                model.limit(who, room, limit);
                yield set ? "+l " + limit : "-l";
            }
            default -> {
                var list = any(IrcModel.Masks.values());
                var nick = nick();
                model.list(who, room, list, nick, set);
                yield sign + list.letter + " " + nick;
            }
        };
    }

    private String send(int who, String line) throws IOException {
        clients.get(who).send(line);
        return model.nick(who) + " > " + line;
    }

    /// Somebody goes and comes again. The server has noticed that they are gone when somebody else
    /// has been served after it.
    private String comeAgain(int who) throws IOException {
        model.quit(who);
        clients.get(who).leave();
        var other = clients.get((who + 1) % PEOPLE);
        other.send("PRIVMSG " + model.nick((who + 1) % PEOPLE) + " gone");
        other.settle();
        model.whisper((who + 1) % PEOPLE, (who + 1) % PEOPLE, "gone");
        clients.set(who, come(model.nick(who)));
        return model.nick(who) + " goes, and comes again";
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
