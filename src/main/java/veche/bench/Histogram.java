package veche.bench;

/// How long things took, in nanoseconds: counted in slots of which each is at most a 128th wider
/// than it is long, so that no quantile is wrong by 1 %. Takes 58 KiB, whatever is counted.
///
/// For one thread.
final class Histogram {

    private static final int BITS = 7;
    private static final int SUBSLOTS = 1 << BITS;

    private final long[] slots = new long[(Long.SIZE - BITS) << BITS];
    private long count;
    private long longest;

    /// @param nanos how long it took; less than nothing counts as nothing
    void add(long nanos) {
        var taken = Math.max(0, nanos);
        slots[slot(taken)]++;
        count++;
        longest = Math.max(longest, taken);
    }

    void addAll(Histogram other) {
        for (var i = 0; i < slots.length; i++) {
            slots[i] += other.slots[i];
        }
        count += other.count;
        longest = Math.max(longest, other.longest);
    }

    long count() {
        return count;
    }

    /// The longest time, exactly.
    long longest() {
        return longest;
    }

    /// The time that a share of all did not exceed: the upper end of its slot. 0 if nothing was
    /// counted.
    ///
    /// @param share 0 to 1
    long quantile(double share) {
        var wanted = Math.max(1, (long) Math.ceil(share * count));
        var seen = 0L;
        for (var i = 0; i < slots.length; i++) {
            seen += slots[i];
            if (seen >= wanted) {
                return Math.min(upperEnd(i), longest);
            }
        }
        return longest;
    }

    private static int slot(long value) {
        if (value < SUBSLOTS) {
            return (int) value;
        }
        var shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - BITS;
        return (shift << BITS) + (int) (value >>> shift);
    }

    private static long upperEnd(int slot) {
        if (slot < SUBSLOTS) {
            return slot;
        }
        var shift = (slot >> BITS) - 1;
        return ((((long) (slot & (SUBSLOTS - 1)) | SUBSLOTS) + 1) << shift) - 1;
    }
}
