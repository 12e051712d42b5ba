package veche.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What https://modern.ircdocs.horse says of who is where, may do what, and is told of it, as
/// plainly as it can be written down. People are numbers, who are called something; lines are as in
/// the scripts of [IrcChat].
///
/// What somebody asks for is noted with [#told], for each person in the order in which they read
/// it.
final class IrcModel {

    /// From the least to the highest.
    enum Rank {
        VOICE('v', '+'),
        HALF_OPERATOR('h', '%'),
        OPERATOR('o', '@');

        final char letter;
        final char sign;

        Rank(char letter, char sign) {
            this.letter = letter;
            this.sign = sign;
        }
    }

    /// The lists of a channel.
    enum Masks {
        BAN('b'),
        EXCEPTION('e'),
        INVITATION('I');

        final char letter;

        Masks(char letter) {
            this.letter = letter;
        }
    }

    private final List<String> nicks;
    private final Map<String, ModelRoom> rooms = new TreeMap<>();
    private final List<List<String>> told = new ArrayList<>();

    IrcModel(List<String> nicks) {
        this.nicks = new ArrayList<>(nicks);
        nicks.forEach(_ -> told.add(new ArrayList<>()));
    }

    /// What somebody has been told since this was asked last.
    List<String> told(int who) {
        var lines = List.copyOf(told.get(who));
        told.get(who).clear();
        return lines;
    }

    String nick(int who) {
        return nicks.get(who);
    }

    /// Whether nobody else is called so.
    boolean isFree(int who, String nick) {
        return IntStream.range(0, nicks.size())
                .noneMatch(it ->
                        it != who
                                && ModelRoom.folded(nicks.get(it)).equals(ModelRoom.folded(nick)));
    }

    private void tell(int who, String line) {
        told.get(who).add(line);
    }

    private void refuse(int who, int numeric) {
        tell(who, numeric + " …");
    }

    private void tell(ModelRoom room, String line) {
        room.members.keySet().forEach(who -> tell(who, line));
    }

    private @Nullable ModelRoom room(int who, String name) {
        var room = rooms.get(name);
        if (room == null) {
            refuse(who, 403);
        }
        return room;
    }

    void join(int who, String name, String key) {
        var room = rooms.computeIfAbsent(name, _ -> new ModelRoom());
        if (room.members.isEmpty()) {
            // Nobody is there, and what remains of it, if anything, is its topic and its modes.
            room = found(who, name, key, room);
            room.members.put(who, EnumSet.of(Rank.OPERATOR));
        } else if (room.members.containsKey(who)) {
            return;
        } else {
            var barrier = room.invited.contains(who) ? 0 : barrier(room, who, key);
            if (barrier != 0) {
                refuse(who, barrier);
                return;
            }
            room.members.put(who, EnumSet.noneOf(Rank.class));
        }
        room.invited.remove(who);
        tell(room, ":" + nick(who) + " JOIN " + name);
        if (!room.topic.isEmpty()) {
            tell(who, "332 " + nick(who) + " " + name + " " + room.topic);
            tell(who, "333 …");
        }
        told.get(who).addAll(names(who, name));
    }

    /// A private channel is another one for whoever could not come in while somebody was there.
    private ModelRoom found(int who, String name, String key, ModelRoom room) {
        var isStranger = !room.invited.contains(who) && barrier(room, who, key) != 0;
        if (!isStranger || !room.isPrivate()) {
            return room;
        }
        if (!room.topic.isEmpty()) {
            room.key = null;
            room.invited.clear();
            return room;
        }
        var next = new ModelRoom();
        rooms.put(name, next);
        return next;
    }

    private int barrier(ModelRoom room, int who, String key) {
        if (room.key != null && !room.key.equals(key)) {
            return 475;
        }
        if (room.limit > 0 && room.members.size() >= room.limit) {
            return 471;
        }
        if (room.flags.contains('i') && !room.lists(Masks.INVITATION, nick(who))) {
            return 473;
        }
        return room.isBanned(nick(who)) ? 474 : 0;
    }

    void part(int who, String name) {
        var room = room(who, name);
        if (room == null) {
            return;
        }
        if (!room.members.containsKey(who)) {
            refuse(who, 442);
            return;
        }
        tell(room, ":" + nick(who) + " PART " + name);
        leave(who, name, room);
    }

    private void leave(int who, String name, ModelRoom room) {
        room.members.remove(who);
        if (room.members.isEmpty() && room.topic.isEmpty() && !room.isPrivate()) {
            rooms.remove(name);
        }
    }

    void kick(int who, String name, int whom) {
        var room = room(who, name);
        if (room == null) {
            return;
        }
        if (!room.members.containsKey(who)) {
            refuse(who, 442);
        } else if (!room.has(who, Rank.HALF_OPERATOR)) {
            refuse(who, 482);
        } else if (!room.members.containsKey(whom)) {
            refuse(who, 441);
        } else if (room.ranks(whom).stream().anyMatch(rank -> !room.has(who, rank))) {
            refuse(who, 482);
        } else {
            tell(room, ":" + nick(who) + " KICK " + name + " " + nick(whom) + " out");
            leave(whom, name, room);
        }
    }

    void invite(int who, String name, int whom) {
        var room = room(who, name);
        if (room == null) {
            return;
        }
        if (!room.members.containsKey(who)) {
            refuse(who, 442);
        } else if (room.flags.contains('i') && !room.has(who, Rank.HALF_OPERATOR)) {
            refuse(who, 482);
        } else if (room.members.containsKey(whom)) {
            refuse(who, 443);
        } else {
            room.invited.add(whom);
            tell(who, "341 " + nick(who) + " " + nick(whom) + " " + name);
            tell(whom, ":" + nick(who) + " INVITE " + nick(whom) + " " + name);
        }
    }

    void topic(int who, String name, String topic) {
        var room = room(who, name);
        if (room == null) {
            return;
        }
        if (!room.members.containsKey(who)) {
            refuse(who, 442);
        } else if (room.flags.contains('t') && !room.has(who, Rank.HALF_OPERATOR)) {
            refuse(who, 482);
        } else {
            room.topic = topic;
            tell(room, ":" + nick(who) + " TOPIC " + name + " " + (topic.isEmpty() ? ":" : topic));
        }
    }

    void rank(int who, String name, Rank rank, boolean given, int whom) {
        var room = room(who, name);
        if (room == null) {
            return;
        }
        var ranks = room.members.get(whom);
        var needed = rank == Rank.VOICE ? Rank.HALF_OPERATOR : Rank.OPERATOR;
        if ((given || who != whom) && !room.has(who, needed)) {
            refuse(who, 482);
        } else if (ranks == null) {
            refuse(who, 441);
        } else if (given ? ranks.add(rank) : ranks.remove(rank)) {
            changed(room, who, name, given, rank.letter + " " + nick(whom));
        }
    }

    private void changed(ModelRoom room, int who, String name, boolean set, String change) {
        tell(room, ":" + nick(who) + " MODE " + name + " " + (set ? "+" : "-") + change);
    }

    private @Nullable ModelRoom operated(int who, String name) {
        var room = room(who, name);
        if (room != null && !room.has(who, Rank.OPERATOR)) {
            refuse(who, 482);
            return null;
        }
        return room;
    }

    void flag(int who, String name, char flag, boolean set) {
        var room = operated(who, name);
        if (room != null && (set ? room.flags.add(flag) : room.flags.remove(flag))) {
            changed(room, who, name, set, String.valueOf(flag));
        }
    }

    /// @param key null to remove it
    void key(int who, String name, @Nullable String key) {
        var room = operated(who, name);
        if (room != null && (key == null ? room.key != null : !key.equals(room.key))) {
            room.key = key;
            changed(room, who, name, key != null, "k " + (key == null ? "*" : key));
        }
    }

    /// @param limit 0 to remove it
    void limit(int who, String name, int limit) {
        var room = operated(who, name);
        if (room != null && room.limit != limit) {
            room.limit = limit;
            changed(room, who, name, limit > 0, limit > 0 ? "l " + limit : "l");
        }
    }

    void list(int who, String name, Masks list, String nick, boolean added) {
        var room = operated(who, name);
        if (room == null) {
            return;
        }
        var masks = room.masks.computeIfAbsent(list, _ -> new HashSet<>());
        if (added ? masks.add(ModelRoom.folded(nick)) : masks.remove(ModelRoom.folded(nick))) {
            changed(room, who, name, added, list.letter + " " + nick + "!*@*");
        }
    }

    void say(int who, String name, String words) {
        var room = room(who, name);
        if (room == null) {
            return;
        }
        var isOutside = room.flags.contains('n') && !room.members.containsKey(who);
        var isSilent = room.flags.contains('m') || room.isBanned(nick(who));
        if (isOutside || (isSilent && !room.has(who, Rank.VOICE))) {
            refuse(who, 404);
            return;
        }
        room.members.keySet().stream()
                .filter(it -> it != who)
                .forEach(it -> tell(it, ":" + nick(who) + " PRIVMSG " + name + " " + words));
    }

    void whisper(int who, int whom, String words) {
        tell(whom, ":" + nick(who) + " PRIVMSG " + nick(whom) + " " + words);
    }

    void rename(int who, String nick) {
        if (!isFree(who, nick)) {
            refuse(who, 433);
        } else if (!nick.equals(nick(who))) {
            var all = neighbours(who);
            all.add(who);
            all.forEach(it -> tell(it, ":" + nick(who) + " NICK " + nick));
            nicks.set(who, nick);
        }
    }

    /// Somebody goes; those with whom they shared a channel are told.
    void quit(int who) {
        neighbours(who).forEach(it -> tell(it, ":" + nick(who) + " QUIT Quit"));
        Map.copyOf(rooms)
                .forEach((name, room) -> {
                    room.invited.remove(who);
                    if (room.members.containsKey(who)) {
                        leave(who, name, room);
                    }
                });
    }

    private Set<Integer> neighbours(int who) {
        var all = new TreeSet<Integer>();
        rooms.values().stream()
                .map(room -> room.members.keySet())
                .filter(members -> members.contains(who))
                .forEach(all::addAll);
        all.remove(who);
        return all;
    }

    /// What somebody is answered who asks who is in a channel.
    List<String> names(int who, String name) {
        var end = "366 " + nick(who) + " " + name + " …";
        var room = rooms.get(name);
        if (room == null || room.members.isEmpty() || isHidden(room, who)) {
            return List.of(end);
        }
        var names =
                room.members.keySet().stream()
                        .sorted(Comparator.comparing(it -> ModelRoom.folded(nick(it))))
                        .map(it -> sign(room, it) + nick(it))
                        .collect(Collectors.joining(" "));
        var colon = room.members.size() > 1 ? ":" : "";
        var sign = room.flags.contains('s') ? "@ " : "= ";
        return List.of("353 " + nick(who) + " " + sign + name + " " + colon + names, end);
    }

    private static String sign(ModelRoom room, int who) {
        return room.ranks(who).stream()
                .max(Comparator.naturalOrder())
                .map(rank -> String.valueOf(rank.sign))
                .orElse("");
    }

    private static boolean isHidden(ModelRoom room, int who) {
        return room.flags.contains('s') && !room.members.containsKey(who);
    }

    /// What somebody is answered who asks what a channel is like.
    List<String> modes(int who, String name) {
        var room = rooms.get(name);
        if (room == null) {
            return List.of("403 …");
        }
        var letters = room.flags.stream().map(String::valueOf).collect(Collectors.joining());
        var values = "";
        if (room.key != null) {
            letters += "k";
            values += " " + (room.members.containsKey(who) ? room.key : "*");
        }
        if (room.limit > 0) {
            letters += "l";
            values += " " + room.limit;
        }
        return List.of("324 " + nick(who) + " " + name + " +" + letters + values, "329 …");
    }

    /// What somebody is answered who asks what a channel is about.
    List<String> topic(int who, String name) {
        var room = rooms.get(name);
        if (room == null) {
            return List.of("403 …");
        }
        if (isHidden(room, who)) {
            return List.of("442 …");
        }
        return room.topic.isEmpty()
                ? List.of("331 …")
                : List.of("332 " + nick(who) + " " + name + " " + room.topic, "333 …");
    }
}
