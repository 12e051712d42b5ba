package veche.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import veche.wire.TagValue;

/// What can be typed: a line to say, or a command with a slash. Help and completion come from the
/// table. For the thread that owns the state.
final class SlashCommands {

    /// Runs a command.
    private interface Deed {
        /// @param words what follows the command; as many as it needs, at least
        void run(SlashCommands commands, String[] words);
    }

    /// A command.
    ///
    /// @param needs how many words it needs
    /// @param takes how many words it takes; the last one is all the rest
    /// @param away whether it can be given while there is no server
    private record Row(String name, int needs, int takes, boolean away, Deed deed) {}

    private static final int USUAL_HISTORY = 20;
    private static final int LONGEST_HISTORY = 500;

    private static final Map<String, Row> ROWS =
            table(
                    new Row("join", 1, 2, false, SlashCommands::join),
                    new Row("part", 0, 2, false, SlashCommands::part),
                    new Row("switch", 0, 1, true, SlashCommands::turn),
                    new Row("query", 1, 1, true, SlashCommands::query),
                    new Row("msg", 2, 2, true, SlashCommands::message),
                    new Row("me", 1, 1, true, SlashCommands::act),
                    new Row("reply", 1, 1, true, SlashCommands::reply),
                    new Row("who", 0, 1, false, SlashCommands::who),
                    new Row("topic", 0, 1, false, SlashCommands::topic),
                    new Row("history", 0, 2, false, SlashCommands::history),
                    new Row("search", 1, 1, false, SlashCommands::search),
                    new Row("nick", 1, 1, false, SlashCommands::rename),
                    new Row("away", 0, 1, false, SlashCommands::away),
                    new Row("back", 0, 0, false, SlashCommands::back),
                    new Row("help", 0, 1, true, SlashCommands::help),
                    new Row("exit", 0, 0, true, SlashCommands::exit),
                    new Row("quit", 0, 0, true, SlashCommands::exit));

    private final Chat chat;
    private final Runnable leave;

    /// @param leave ends the program
    SlashCommands(Chat chat, Runnable leave) {
        this.chat = chat;
        this.leave = leave;
    }

    private static Map<String, Row> table(Row... rows) {
        var table = new LinkedHashMap<String, Row>();
        for (var row : rows) {
            table.put(row.name, row);
        }
        return Collections.unmodifiableMap(table);
    }

    /// The names of all commands, with their slash.
    static List<String> names() {
        return ROWS.keySet().stream().map(name -> "/" + name).toList();
    }

    /// Obeys a line that somebody typed.
    void obey(String line) {
        if (isLeaving(line)) {
            leave.run();
        } else if (line.startsWith("//")) {
            say(line.substring(1));
        } else if (line.startsWith("/")) {
            command(harmless(line).strip());
        } else {
            say(line);
        }
    }

    /// Whether a line is something to say, and no command.
    static boolean areWords(String line) {
        return !line.isBlank()
                && !isLeaving(line)
                && (!line.startsWith("/") || line.startsWith("//"));
    }

    private static boolean isLeaving(String line) {
        return line.equals("exit") || line.equals("quit");
    }

    private void command(String line) {
        var words = line.substring(1).split("\\s+", 2);
        var row = ROWS.get(words[0]);
        if (row == null) {
            chat.tell("command.unknown", words[0]);
            return;
        }
        var rest =
                words.length > 1 ? words[1].split("\\s+", Math.max(1, row.takes)) : new String[0];
        if (rest.length < row.needs) {
            chat.tell("command.usage." + row.name);
        } else if (Stream.of(rest)
                .limit(Math.max(0, row.takes - 1))
                .anyMatch(it -> it.startsWith(":"))) {
            chat.tell("command.usage." + row.name);
        } else if (!row.away && chat.visit().isEmpty()) {
            chat.tell("command.later", row.name);
        } else {
            row.deed.run(this, rest);
        }
    }

    private static String word(String[] words, int index, String otherwise) {
        return index < words.length && !words[index].isEmpty() ? words[index] : otherwise;
    }

    private void send(String command, String... parameters) {
        chat.visit().ifPresent(visit -> visit.send(command, parameters));
    }

    /// Says a text, of one or more lines, where we are.
    void say(String text) {
        if (!text.isBlank()) {
            say(text, "");
        }
    }

    private void say(String text, String reply) {
        chat.conversations
                .current()
                .ifPresentOrElse(it -> sayTo(it.name(), text, reply), this::tellNowhere);
    }

    private void tellNowhere() {
        chat.tell(chat.conversations.all().isEmpty() ? "nowhere" : "nowhere.others");
    }

    private void sayTo(String target, String text, String reply) {
        if (chat.unsent.size() >= Chat.MOST_UNSENT && !chat.isFilter()) {
            chat.tell("full");
        } else {
            var lines = text.replaceAll("\r\n?", "\n").replace("\0", "");
            // Empty lines around it are of no use; that a line is indented may be.
            chat.say(target, lines.replaceFirst("^\\s*\n", "").stripTrailing(), reply);
        }
    }

    /// A command is one line, and has nothing that a line of IRC cannot have.
    private static String harmless(String line) {
        return line.replace("\0", "").replaceAll("[\r\n]+", " ");
    }

    private void join(String[] words) {
        var name = Conversations.isChannel(words[0]) ? words[0] : "#" + words[0];
        var known = chat.conversations.find(name).filter(Conversation::isJoined);
        if (known.isPresent()) {
            choose(known.get());
        } else if (!Conversations.isName(name)) {
            chat.tell("command.usage.join");
        } else {
            var conversation = chat.conversations.at(name, chat.now());
            if (words.length > 1) {
                send("JOIN", name, words[1]);
            } else {
                send("JOIN", name);
            }
            choose(conversation);
        }
    }

    /// Turns to a conversation, as somebody wants to.
    private void choose(Conversation conversation) {
        conversation.chosen();
        chat.turn(conversation);
    }

    private void part(String[] words) {
        var name = word(words, 0, chat.conversations.current().map(Conversation::name).orElse(""));
        var conversation = chat.conversations.find(name).orElse(null);
        if (conversation == null) {
            chat.tell("unknown", name);
        } else if (conversation.isChannel()) {
            send("PART", conversation.name(), word(words, 1, ""));
        } else {
            chat.leave(conversation);
        }
    }

    private void turn(String[] words) {
        if (words.length == 0) {
            chat.conversations.next().ifPresentOrElse(this::choose, this::list);
        } else {
            chat.conversations
                    .named(words[0])
                    .ifPresentOrElse(this::choose, () -> chat.tell("unknown", words[0]));
        }
    }

    private void list() {
        var all = chat.conversations.all();
        for (var i = 0; i < all.size(); i++) {
            chat.show(new Happening.Answer((i + 1) + " " + all.get(i).name()));
        }
    }

    private void query(String[] words) {
        var name = words[0];
        if (Conversations.isChannel(name)) {
            join(new String[] {name});
            return;
        }
        if (!Conversations.isName(name)) {
            chat.tell("command.usage.query");
            return;
        }
        var known = chat.conversations.find(name);
        var conversation = known.orElseGet(() -> chat.conversations.at(name, chat.now()));
        if (known.isEmpty()) {
            chat.enter(conversation);
        }
        choose(conversation);
    }

    private void message(String[] words) {
        if (Conversations.isChannel(words[0]) && chat.conversations.find(words[0]).isEmpty()) {
            // Else it waits until we are there, and is said then, whenever that is.
            chat.tell("unknown", words[0]);
            return;
        }
        sayTo(words[0], words[1], "");
        var current = chat.conversations.current();
        if (chat.visit().isPresent()
                && current.isPresent()
                && !chat.conversations.same(current.get().name(), words[0])) {
            chat.tell("told", words[0], words[1]);
        }
    }

    private void who(String[] words) {
        if (words.length > 0 && !Conversations.isChannel(words[0])) {
            send("WHOIS", words[0]);
            return;
        }
        var conversation =
                words.length > 0 ? chat.conversations.find(words[0]) : chat.conversations.current();
        if (conversation.isEmpty()) {
            chat.tell("unknown", word(words, 0, ""));
        } else {
            var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.addAll(conversation.get().nicknames());
            chat.tell("who", conversation.get().name(), names.size(), String.join(", ", names));
        }
    }

    private void topic(String[] words) {
        var current = chat.conversations.current().filter(Conversation::isChannel).orElse(null);
        if (current == null) {
            chat.tell("nowhere");
        } else if (words.length > 0) {
            send("TOPIC", current.name(), words[0].equals("-") ? "" : words[0]);
        } else if (current.topic().isEmpty()) {
            chat.tell("topic.none", current.name());
        } else {
            chat.tell("topic", current.name(), current.topic());
        }
    }

    /// The last messages, or those before what was shown.
    private void history(String[] words) {
        var isOlder = words.length > 0 && words[0].equals("older");
        var wanted = word(words, isOlder ? 1 : 0, Integer.toString(USUAL_HISTORY));
        var current = chat.conversations.current().orElse(null);
        if (!wanted.matches("[0-9]{1,6}")) {
            chat.tell("command.usage.history");
        } else if (current != null) {
            var number = Math.clamp(Integer.parseInt(wanted), 1, LONGEST_HISTORY);
            chat.visit()
                    .filter(visit -> visit.has("draft/chathistory"))
                    .ifPresentOrElse(
                            visit -> ask(visit, current, isOlder, number),
                            () -> chat.tell("unable"));
        }
    }

    private static void ask(Visit visit, Conversation current, boolean isOlder, int number) {
        if (isOlder) {
            visit.ask(Visit.Purpose.OLDER, current.name(), Chat.older(current, number));
        } else {
            visit.ask(Visit.Purpose.ASKED, current.name(), Chat.latest(current, number));
        }
    }

    /// https://soju.im/search
    private void search(String[] words) {
        chat.visit()
                .filter(visit -> visit.has("soju.im/search"))
                .ifPresentOrElse(
                        visit ->
                                visit.send(
                                        "SEARCH",
                                        "text=" + TagValue.escape(words[0]) + ";limit=20"),
                        () -> chat.tell("unable"));
    }

    private void away(String[] words) {
        chat.away(word(words, 0, "…"));
        send("AWAY", chat.away());
    }

    private void help(String[] words) {
        var wanted = new ArrayList<String>();
        for (var name : ROWS.keySet()) {
            if (words.length == 0 || words[0].replace("/", "").equals(name)) {
                wanted.add(name);
            }
        }
        if (wanted.isEmpty()) {
            chat.tell("command.unknown", words[0]);
        }
        for (var name : wanted) {
            chat.show(new Happening.Help(name));
        }
        if (words.length == 0) {
            chat.tell("help.more");
        }
    }

    private void act(String[] words) {
        say(Outgoing.action(words[0]), "");
    }

    /// To the last message of whoever is named, or else of anybody else.
    private void reply(String[] words) {
        var parts = words[0].split("[:,]?\\s+", 2);
        var here = chat.conversations.current().orElse(null);
        if (here == null) {
            tellNowhere();
            return;
        }
        var named =
                parts.length < 2
                        ? Optional.<Conversation.Seen>empty()
                        : here.lastOf(Optional.of(by -> chat.conversations.same(by, parts[0])));
        var answered = named.or(() -> here.lastOf(Optional.empty()));
        if (answered.isEmpty()) {
            chat.tell("reply.nothing");
        } else {
            say(named.isPresent() ? parts[1] : words[0], answered.get().id());
        }
    }

    private void rename(String[] words) {
        send("NICK", words[0]);
    }

    private void back(String[] words) {
        chat.away("");
        send("AWAY");
    }

    private void exit(String[] words) {
        leave.run();
    }
}
