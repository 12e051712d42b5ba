package veche.account;

import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import veche.name.Nickname;

/// Which names could be taken for one another: those with the same skeleton (UTS 39 section 4),
/// such as `paypal` and `раураl`, of which the second is mostly Cyrillic.
///
/// A name has a skeleton as it is shown, since `Ivan` looks like `lvan`, and one as it is compared,
/// since whoever knows `bob` would take `b0b` for it as they would `bOb`. Not safe for use by many
/// threads.
public final class LookAlikes {

    private final Map<String, List<Nickname>> bySkeleton = new HashMap<>();

    /// Those whose skeletons nobody has asked for yet: a start with many accounts does not wait.
    private final Set<Nickname> unread = new LinkedHashSet<>();

    public void add(Nickname name) {
        unread.add(name);
    }

    /// Forgets a name.
    ///
    /// @param name as it was written when it was added
    public void remove(Nickname name) {
        if (!unread.remove(name)) {
            skeletons(name)
                    .forEach(skeleton ->
                            bySkeleton.computeIfPresent(
                                    skeleton,
                                    (_, names) -> names.size() == 1 ? null : without(name, names)));
        }
    }

    private static List<Nickname> without(Nickname name, List<Nickname> names) {
        return names.stream().filter(other -> !other.equals(name)).toList();
    }

    void clear() {
        unread.clear();
        bySkeleton.clear();
    }

    /// The names that look like this one and are not the same, each once; those first that are
    /// known longest.
    public List<Nickname> of(Nickname name) {
        unread.forEach(this::read);
        unread.clear();
        return skeletons(name).stream()
                .flatMap(skeleton -> bySkeleton.getOrDefault(skeleton, List.of()).stream())
                .filter(other -> !other.equals(name))
                .distinct()
                .toList();
    }

    private void read(Nickname name) {
        skeletons(name)
                .forEach(skeleton -> bySkeleton.merge(skeleton, List.of(name), LookAlikes::concat));
    }

    private static List<Nickname> concat(List<Nickname> some, List<Nickname> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<String> skeletons(Nickname name) {
        var shown = skeleton(name.text());
        var compared = name.folded().equals(name.text()) ? shown : skeleton(name.folded());
        return shown.equals(compared) ? List.of(shown) : List.of(shown, compared);
    }

    private static String skeleton(String text) {
        return Tables.CHECKER.getSkeleton(text).toLowerCase(Locale.ROOT);
    }

    /// Loads what ICU knows of looks, once, a tenth of a second.
    static void warmUp() {
        Tables.CHECKER.getSkeleton("a");
    }

    /// Loaded at first use, safe for use by many threads.
    private static final class Tables {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    }
}
