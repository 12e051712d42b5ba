package veche.chat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import veche.event.Author;
import veche.name.CaseMapping;

/// Masks of people, in the order in which they were put on the list. The hub's thread alone changes
/// it; any thread reads it.
public final class MaskList {

    private final CaseMapping mapping;
    private final List<Item> items = new CopyOnWriteArrayList<>();

    /// A mask on the list.
    ///
    /// @param by who put it there
    public record Item(PersonMask mask, Author by, Instant since) {}

    /// @param mapping by which two masks are the same
    MaskList(CaseMapping mapping) {
        this.mapping = mapping;
    }

    /// A view that changes with the list.
    public List<Item> items() {
        return Collections.unmodifiableList(items);
    }

    public boolean contains(String mask) {
        return items.stream().anyMatch(item -> isSame(item, mask));
    }

    void add(PersonMask mask, Author by, Instant when) {
        remove(mask.text());
        items.add(new Item(mask, by, when));
    }

    void remove(String mask) {
        items.removeIf(item -> isSame(item, mask));
    }

    private boolean isSame(Item item, String mask) {
        return mapping.fold(item.mask().text()).equals(mapping.fold(mask));
    }
}
