package veche.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the name that somebody may have meant.
final class Nearest {

    private Nearest() {}

    /// The known name that is nearest to a written one; empty if none is near. A name in the wrong
    /// table is near.
    static Optional<String> to(String written, Collection<String> known) {
        var bound = 1 + lastPart(written).length() / 3;
        return known.stream()
                .filter(name -> distance(written, name) <= bound)
                .min(
                        Comparator.comparingInt((String name) -> distance(written, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String one, String other) {
        var apart = table(one).equals(table(other)) ? 0 : 1;
        return apart + edits(lastPart(one), lastPart(other));
    }

    private static String table(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// How many letters must be added, taken away or changed to make one of the other
    /// (Levenshtein).
    private static int edits(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
