package veche.app;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import veche.app.IrcModel.Masks;
import veche.app.IrcModel.Rank;

/// A channel of the [model][IrcModel].
final class ModelRoom {
    final Map<Integer, EnumSet<Rank>> members = new TreeMap<>();
    final Set<Character> flags = new TreeSet<>(Set.of('n', 't'));
    final Map<Masks, Set<String>> masks = new TreeMap<>();
    final Set<Integer> invited = new HashSet<>();
    @Nullable String key;
    int limit;
    String topic = "";

    Set<Rank> ranks(int who) {
        return members.getOrDefault(who, EnumSet.noneOf(Rank.class));
    }

    boolean has(int who, Rank least) {
        return ranks(who).stream().anyMatch(rank -> rank.compareTo(least) >= 0);
    }

    boolean isPrivate() {
        return key != null || flags.contains('i');
    }

    boolean lists(Masks list, String nick) {
        return masks.getOrDefault(list, Set.of()).contains(folded(nick));
    }

    boolean isBanned(String nick) {
        return lists(Masks.BAN, nick) && !lists(Masks.EXCEPTION, nick);
    }

    /// A nickname as it is compared.
    static String folded(String nick) {
        return nick.toLowerCase(Locale.ROOT);
    }
}
