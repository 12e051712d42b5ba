package veche.chat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import veche.event.Entry;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.DeviceSeen;
import veche.name.PersonId;

/// How far the devices of people have come. Of the hub's thread.
final class Devices {

    /// How many devices of one account are remembered.
    static final int REMEMBERED = 32;

    private final Map<PersonId, Map<String, Entry>> byAccount = new HashMap<>();

    void apply(Entry entry) {
        switch (entry.event()) {
            case DeviceSeen(var account, var device, var seen, _) -> {
                var all = byAccount.computeIfAbsent(account, _ -> new HashMap<>());
                if (seen > 0) {
                    all.put(device, entry);
                } else {
                    all.remove(device);
                }
            }
            case AccountRemoved(var author) -> byAccount.remove(author.person());
            case AccountsCleared _ -> byAccount.clear();
            default -> {}
        }
    }

    /// The position of the last entry that a device has surely got; empty if it is not known.
    Optional<Long> seen(PersonId account, String device) {
        return Optional.ofNullable(all(account).get(device)).map(entry -> noted(entry).seen());
    }

    /// The device to forget so that there is room for one more; empty if there is.
    Optional<String> leastRecent(PersonId account) {
        var all = all(account);
        return all.size() < REMEMBERED
                ? Optional.empty()
                : all.values().stream()
                        .min(Comparator.comparingLong(Entry::position))
                        .map(entry -> noted(entry).device());
    }

    /// What the devices have surely got that were here when the server went down without a word.
    ///
    /// @param shown what has surely reached those that were here for a while
    List<DeviceSeen> afterCrash(long shown) {
        return byAccount.values().stream()
                .flatMap(all -> all.values().stream())
                .filter(entry -> noted(entry).here())
                .sorted(Comparator.comparingLong(Entry::position))
                .map(entry -> afterCrash(entry, shown))
                .toList();
    }

    private static DeviceSeen afterCrash(Entry entry, long shown) {
        var noted = noted(entry);
        var seen = entry.position() > shown ? noted.seen() : Math.max(noted.seen(), shown);
        return new DeviceSeen(noted.account(), noted.device(), seen, false);
    }

    private Map<String, Entry> all(PersonId account) {
        return byAccount.getOrDefault(account, Map.of());
    }

    private static DeviceSeen noted(Entry entry) {
        return (DeviceSeen) entry.event();
    }
}
