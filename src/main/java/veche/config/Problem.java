package veche.config;

/// Something that is wrong with the settings, and where.
record Problem(Place place, Words what) implements Comparable<Problem> {

    static Problem wrong(Setting setting, Words demand) {
        return new Problem(
                setting.place(),
                Words.of("problem.wrong", setting.name(), demand, setting.shown()));
    }

    /// The whole sentence.
    Words words() {
        return Words.of("problem", place.words(), what);
    }

    @Override
    public int compareTo(Problem other) {
        return place.compareTo(other.place);
    }
}
