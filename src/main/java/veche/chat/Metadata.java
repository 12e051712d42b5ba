package veche.chat;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import veche.event.MetadataKey;

/// What is said of one person or one channel for programs, such as where a picture of them is
/// (https://ircv3.net/specs/extensions/metadata). The hub's thread alone changes it; any thread
/// reads it.
public final class Metadata {

    private volatile SortedMap<MetadataKey, String> values = Collections.emptySortedMap();

    /// All of it, by key; what is said later does not change it.
    public SortedMap<MetadataKey, String> all() {
        return values;
    }

    /// Empty if nothing is said under that key.
    public Optional<String> of(MetadataKey key) {
        return Optional.ofNullable(values.get(key));
    }

    void set(MetadataKey key, Optional<String> value) {
        var next = new TreeMap<>(values);
        value.ifPresentOrElse(it -> next.put(key, it), () -> next.remove(key));
        values = Collections.unmodifiableSortedMap(next);
    }
}
