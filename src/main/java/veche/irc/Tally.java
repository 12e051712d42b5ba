package veche.irc;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/// How often each command was given since the start. Any thread.
final class Tally {

    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(Verb verb) {
        counts.computeIfAbsent(verb.name(), _ -> new LongAdder()).increment();
    }

    /// By name, in the order of the alphabet; only those that were given.
    Map<String, Long> all() {
        var all = new TreeMap<String, Long>();
        counts.forEach((name, count) -> all.put(name, count.sum()));
        return all;
    }
}
