package veche.bench;

/// What became of the deliveries of a run.
///
/// @param expected how many there should have been
/// @param delivered how many there were, each counted once
/// @param lost how many never came
/// @param duplicated how many came more than once
/// @param reordered how many came after a later one of the same sender
/// @param altered how many messages came that were not said so, by this sender, in this channel
record Counts(
        long expected, long delivered, long lost, long duplicated, long reordered, long altered) {

    /// @throws Failure if anything is wrong with them
    void requireRight() throws Failure {
        if (lost != 0
                || duplicated != 0
                || reordered != 0
                || altered != 0
                || delivered != expected) {
            throw new Failure("counts", expected, delivered, lost, duplicated, reordered, altered);
        }
    }
}
