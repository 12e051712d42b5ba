package veche.chat;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import veche.event.PersonFlag;

/// How many people are here, and how many of them are what. Counted as they come and change, since
/// everyone who comes in is told, and to look at everyone each time would make a crowd slow.
///
/// The hub's thread counts; any thread may ask.
public final class Census {

    private final AtomicInteger here = new AtomicInteger();
    private final Map<PersonFlag, AtomicInteger> flags = new EnumMap<>(PersonFlag.class);

    Census() {
        for (var flag : PersonFlag.values()) {
            flags.put(flag, new AtomicInteger());
        }
    }

    /// How many people are here.
    public int here() {
        return here.get();
    }

    /// How many of those who are here have a flag.
    public int here(PersonFlag flag) {
        return counter(flag).get();
    }

    /// Counts somebody as they are now, if they are here.
    void add(Person person) {
        count(person, 1);
    }

    /// Counts somebody no more; before they change in what counts.
    void remove(Person person) {
        count(person, -1);
    }

    private void count(Person person, int one) {
        if (person.isHere()) {
            here.addAndGet(one);
            person.flags().forEach(flag -> counter(flag).addAndGet(one));
        }
    }

    private AtomicInteger counter(PersonFlag flag) {
        return requireNonNull(flags.get(flag));
    }
}
