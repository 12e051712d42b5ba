package veche.irc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import veche.event.ChannelFlag;
import veche.event.ChannelList;
import veche.event.ModeChange;
import veche.event.PersonFlag;
import veche.event.Rank;
import veche.wire.Utf8;

/// The letters by which IRC calls what channels and people can be. Everything that is said of
/// modes, ISUPPORT too, comes from here.
final class Modes {

    /// How many changes one line has at most; ISUPPORT's `MODES`.
    static final int AT_ONCE = 12;

    static final char KEY = 'k';
    static final char LIMIT = 'l';
    static final char FORWARD = 'f';

    /// Somebody's connection cannot be listened to.
    static final char SECURE = 'Z';

    /// What people can be, made once: everybody who comes is told.
    static final String PERSON_LETTERS =
            letters(Arrays.stream(PersonFlag.values()).map(Modes::letter)) + SECURE;

    private Modes() {}

    static char letter(ChannelFlag flag) {
        return switch (flag) {
            case MODERATED -> 'm';
            case SECRET -> 's';
            case INVITE_ONLY -> 'i';
            case TOPIC_LOCKED -> 't';
            case NO_EXTERNAL -> 'n';
            case ACCOUNTS_ONLY -> 'R';
            case ACCOUNTS_SPEAK -> 'M';
            case NO_CTCP -> 'C';
            case OPERATOR_MODERATED -> 'U';
            case AUDITORIUM -> 'u';
        };
    }

    static char letter(ChannelList list) {
        return switch (list) {
            case BAN -> 'b';
            case BAN_EXCEPTION -> 'e';
            case INVITE_EXCEPTION -> 'I';
        };
    }

    static char letter(Rank rank) {
        return switch (rank) {
            case VOICE -> 'v';
            case HALF_OPERATOR -> 'h';
            case OPERATOR -> 'o';
            case ADMINISTRATOR -> 'a';
            case FOUNDER -> 'q';
        };
    }

    /// What stands before the name of somebody of that rank.
    static char sign(Rank rank) {
        return switch (rank) {
            case VOICE -> '+';
            case HALF_OPERATOR -> '%';
            case OPERATOR -> '@';
            case ADMINISTRATOR -> '&';
            case FOUNDER -> '~';
        };
    }

    static char letter(PersonFlag flag) {
        return switch (flag) {
            case INVISIBLE -> 'i';
            case BOT -> 'B';
            case ACCOUNTS_TELL -> 'R';
            case WALLOPS -> 'w';
            case OPERATOR -> 'o';
        };
    }

    static Optional<ChannelFlag> flag(char letter) {
        return Arrays.stream(ChannelFlag.values()).filter(it -> letter(it) == letter).findFirst();
    }

    static Optional<ChannelList> list(char letter) {
        return Arrays.stream(ChannelList.values()).filter(it -> letter(it) == letter).findFirst();
    }

    static Optional<Rank> rank(char letter) {
        return Arrays.stream(Rank.values()).filter(it -> letter(it) == letter).findFirst();
    }

    static Optional<Rank> ranked(char sign) {
        return Arrays.stream(Rank.values()).filter(it -> sign(it) == sign).findFirst();
    }

    static Optional<PersonFlag> personFlag(char letter) {
        return Arrays.stream(PersonFlag.values()).filter(it -> letter(it) == letter).findFirst();
    }

    /// The letters of all ranks, the highest first.
    static String rankLetters() {
        return highestFirst().map(rank -> String.valueOf(letter(rank))).collect(joining());
    }

    /// The signs of all ranks, the highest first.
    static String signs() {
        return highestFirst().map(rank -> String.valueOf(sign(rank))).collect(joining());
    }

    private static Stream<Rank> highestFirst() {
        return Arrays.stream(Rank.values()).sorted(Comparator.reverseOrder());
    }

    private static Collector<CharSequence, ?, String> joining() {
        return Collectors.joining();
    }

    /// The signs of somebody's ranks, the highest first; of the highest only, unless the client
    /// understands several (https://ircv3.net/specs/extensions/multi-prefix).
    static String signs(Set<Rank> ranks, boolean all) {
        return highestFirst()
                .filter(ranks::contains)
                .limit(all ? Rank.values().length : 1)
                .map(rank -> String.valueOf(sign(rank)))
                .collect(joining());
    }

    static String flagLetters() {
        return letters(Arrays.stream(ChannelFlag.values()).map(Modes::letter));
    }

    static String listLetters() {
        return letters(Arrays.stream(ChannelList.values()).map(Modes::letter));
    }

    /// How long each list may be, as ISUPPORT has it: `b:100,e:100`. Letters that stand together
    /// would share one limit.
    static String limits(int most) {
        return listLetters()
                .chars()
                .mapToObj(letter -> (char) letter + ":" + most)
                .collect(Collectors.joining(","));
    }

    private static String letters(Stream<Character> letters) {
        return letters.sorted().map(String::valueOf).collect(joining());
    }

    /// Changes as they stand in a line: the letters, and then what they need.
    static List<String> written(List<ModeChange> changes) {
        var letters = new StringBuilder();
        var parameters = new ArrayList<String>();
        var sign = ' ';
        for (var change : changes) {
            var next = isSet(change) ? '+' : '-';
            if (next != sign) {
                letters.append(next);
                sign = next;
            }
            letters.append(letter(change));
            parameter(change).ifPresent(parameters::add);
        }
        parameters.addFirst(letters.toString());
        return parameters;
    }

    /// How many bytes a change takes in a line, at most.
    static int length(ModeChange change) {
        return "+b".length()
                + parameter(change).map(it -> " ".length() + Utf8.length(it)).orElse(0);
    }

    private static boolean isSet(ModeChange change) {
        return switch (change) {
            case ModeChange.Flagged(_, var set) -> set;
            case ModeChange.Ranked(_, _, var given) -> given;
            case ModeChange.Listed(_, _, var added) -> added;
            case ModeChange.Keyed(var key) -> key.isPresent();
            case ModeChange.Limited(var limit) -> limit.isPresent();
            case ModeChange.Forwarded(var channel) -> channel.isPresent();
        };
    }

    private static char letter(ModeChange change) {
        return switch (change) {
            case ModeChange.Flagged(var flag, _) -> letter(flag);
            case ModeChange.Ranked(_, var rank, _) -> letter(rank);
            case ModeChange.Listed(var list, _, _) -> letter(list);
            case ModeChange.Keyed _ -> KEY;
            case ModeChange.Limited _ -> LIMIT;
            case ModeChange.Forwarded _ -> FORWARD;
        };
    }

    private static Optional<String> parameter(ModeChange change) {
        return switch (change) {
            case ModeChange.Flagged _ -> Optional.empty();
            case ModeChange.Ranked(var who, _, _) -> Optional.of(who.name().text());
            case ModeChange.Listed(_, var mask, _) -> Optional.of(mask);
            case ModeChange.Keyed(var key) -> Optional.of(key.orElse("*"));
            case ModeChange.Limited(var limit) ->
                    limit.isPresent()
                            ? Optional.of(Integer.toString(limit.getAsInt()))
                            : Optional.empty();
            case ModeChange.Forwarded(var channel) -> channel.map(name -> name.text());
        };
    }
}
