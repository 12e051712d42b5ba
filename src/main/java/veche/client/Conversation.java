package veche.client;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A channel, or what is said with one other person. Remembers what was seen, and what was said
/// that nobody has looked at. For the thread that owns the state.
final class Conversation {

    /// How many messages wait to be looked at; older ones can be had with `/history older`.
    static final int MOST_UNSHOWN = 500;

    /// How many ids are remembered, so that nothing is shown twice.
    private static final int MOST_IDS = 5000;

    /// In code points.
    private static final int LONGEST_EXCERPT = 50;

    /// What is kept of a message that was shown.
    ///
    /// @param excerpt the beginning of it
    record Seen(String id, String by, Instant time, String excerpt, boolean own) {

        static Seen of(Said said) {
            var line = said.text().lines().findFirst().orElse("");
            var isShort = line.codePointCount(0, line.length()) <= LONGEST_EXCERPT;
            var excerpt =
                    isShort
                            ? line
                            : line.substring(0, line.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
            return new Seen(said.id(), said.by(), said.time(), excerpt, said.own());
        }
    }

    private String name;
    private final boolean channel;
    private Instant since;
    private final Map<String, String> members = new TreeMap<>();
    private final SequencedMap<String, Seen> seen =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
                    return size() > MOST_IDS;
                }
            };
    private final Deque<Said> unshown = new ArrayDeque<>();

    /// How many more there were, which are passed over.
    private int passed;

    /// The oldest message that was shown of late: older ones are asked for from there.
    private @Nullable Said oldest;

    private @Nullable Said last;
    private Instant marker = Instant.MAX;
    private String topic = "";
    private int unread;
    private int mentions;

    /// Whether we are in it; always for what is said with one other person.
    private boolean joined;

    private boolean here;

    private boolean chosen;

    /// @param since from when on what is said there counts as missed
    Conversation(String name, boolean channel, Instant since) {
        this.name = name;
        this.channel = channel;
        this.since = since;
        joined = !channel;
    }

    String name() {
        return name;
    }

    /// The other person is called something else now.
    void name(String changed) {
        name = changed;
    }

    boolean isChannel() {
        return channel;
    }

    /// Whether it is with a service of the server, such as NickServ, which is told passwords.
    boolean isWithService() {
        return !channel && name.toLowerCase(Locale.ROOT).endsWith("serv");
    }

    /// Whether we were here before, on this run of the program.
    boolean wasHere() {
        return here;
    }

    void here() {
        here = true;
    }

    /// Something may have been said that we do not know of, though we were here before.
    ///
    /// @param from when on
    void missed(Instant from) {
        here = true;
        since = from;
    }

    /// Whether somebody turned to it themselves, and not the program.
    boolean isChosen() {
        return chosen;
    }

    void chosen() {
        chosen = true;
    }

    boolean isJoined() {
        return joined;
    }

    void joined(boolean joined) {
        this.joined = joined;
        if (!joined) {
            members.clear();
        }
    }

    /// Who is here, by folded name.
    Map<String, String> members() {
        return members;
    }

    List<String> nicknames() {
        return channel ? List.copyOf(members.values()) : List.of(name);
    }

    String topic() {
        return topic;
    }

    void topic(String words) {
        topic = words;
    }

    /// Takes note of a message. False if it was there before: then it is not shown.
    boolean take(Said said) {
        if (!said.id().isEmpty() && seen.putIfAbsent(said.id(), Seen.of(said)) != null) {
            return false;
        }
        if (last == null || !said.time().isBefore(last.time())) {
            last = said;
        }
        return true;
    }

    /// Keeps a message until somebody looks here.
    void keep(Said said) {
        unshown.add(said);
        if (unshown.size() > MOST_UNSHOWN) {
            unshown.remove();
            passed++;
        }
        if (!said.own() && (!said.past() || said.time().isAfter(marker))) {
            unread++;
            mentions += said.mention() ? 1 : 0;
        }
    }

    /// Takes a message out that was deleted. Who said it; null if it is not known.
    @Nullable Seen forget(String id) {
        var said = seen.get(id);
        unshown.removeIf(it -> it.id().equals(id));
        return said;
    }

    /// The beginning of a message, and who said it; empty if it is not known.
    String excerpt(String id) {
        var found = id.isEmpty() ? null : seen.get(id);
        return found == null ? "" : found.by() + ": " + found.excerpt();
    }

    /// The last message that somebody else said.
    ///
    /// @param by whose; whoever's it is if nobody is asked for
    Optional<Seen> lastOf(Optional<Predicate<String>> by) {
        return seen.sequencedValues().reversed().stream()
                .filter(it -> !it.own() && by.orElse(_ -> true).test(it.by()))
                .findFirst();
    }

    /// What nobody has looked at; from now on it has been.
    List<Said> look() {
        var all = new ArrayList<>(unshown);
        unshown.clear();
        passed = 0;
        unread = 0;
        mentions = 0;
        return all;
    }

    /// How many messages are not among those that wait to be looked at, since they were too many.
    int passed() {
        return passed;
    }

    /// These were shown, the oldest first.
    void shown(List<Said> past) {
        oldest = past.isEmpty() ? oldest : past.getFirst();
    }

    /// Before what older messages stand, as CHATHISTORY writes it.
    String olderReference() {
        return oldest == null ? reference() : reference(oldest);
    }

    /// All of it was read on another device.
    void readElsewhere() {
        unread = 0;
        mentions = 0;
    }

    /// How many of the last messages are new to this person on every device.
    int unread() {
        return unread;
    }

    int mentions() {
        return mentions;
    }

    /// Up to when this person has read, on whichever device.
    Instant marker() {
        return marker;
    }

    void marker(Instant time) {
        marker = time;
    }

    /// The last message that we know of.
    @Nullable Said last() {
        return last;
    }

    /// From where on something may be missing, as CHATHISTORY writes it.
    String reference() {
        var known = last;
        if (known == null) {
            return "timestamp=" + ServerTime.text(since.minusMillis(1));
        }
        return reference(known);
    }

    private static String reference(Said said) {
        return said.id().isEmpty()
                ? "timestamp=" + ServerTime.text(said.time())
                : "msgid=" + said.id();
    }
}
