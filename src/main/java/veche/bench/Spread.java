package veche.bench;

import java.util.List;

/// What a figure was in several runs.
///
/// @param median the middle one; of two in the middle, what is between them
record Spread(double median, double lowest, double highest) {

    /// @param values at least one
    static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }
}
