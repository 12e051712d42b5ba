package veche.journal;

import java.util.Arrays;
import java.util.List;

/// Positions that rise from one to the next. There is at least one when anything is asked.
final class Positions {

    private long[] positions;
    private int size;

    Positions() {
        this(new long[4], 0);
    }

    private Positions(long[] positions, int size) {
        this.positions = positions;
        this.size = size;
    }

    int size() {
        return size;
    }

    long first() {
        return positions[0];
    }

    long last() {
        return positions[size - 1];
    }

    void add(long position) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, size * 2);
        }
        positions[size++] = position;
    }

    void addAll(Positions later) {
        if (size + later.size > positions.length) {
            positions = Arrays.copyOf(positions, Math.max(size * 2, size + later.size));
        }
        System.arraycopy(later.positions, 0, positions, size, later.size);
        size += later.size;
    }

    /// Others: these, and later ones after them.
    Positions with(Positions later) {
        var all = new Positions(Arrays.copyOf(positions, size + later.size), size);
        all.addAll(later);
        return all;
    }

    List<Long> toList() {
        return Arrays.stream(positions, 0, size).boxed().toList();
    }
}
