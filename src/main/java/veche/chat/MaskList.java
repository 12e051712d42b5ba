package veche.chat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import veche.event.Author;

/// Masks of people, in the order in which they were put on the list. The hub's thread alone changes
/// it; any thread reads it.
public final class MaskList {

    private final List<Item> items = new CopyOnWriteArrayList<>();

    /// A mask on the list.
    ///
    /// @param by who put it there
    public record Item(PersonMask mask, Author by, Instant since) {}

    /// A view that changes with the list.
    public List<Item> items() {
        return Collections.unmodifiableList(items);
    }

    public boolean contains(String mask) {
        return items.stream().anyMatch(item -> item.mask().text().equalsIgnoreCase(mask));
    }

    void add(PersonMask mask, Author by, Instant when) {
        remove(mask.text());
        items.add(new Item(mask, by, when));
    }

    void remove(String mask) {
        items.removeIf(item -> item.mask().text().equalsIgnoreCase(mask));
    }
}
