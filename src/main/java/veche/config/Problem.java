package veche.config;

import java.util.Collection;

/// Something that is wrong with the settings, and where.
record Problem(Place place, Words what) implements Comparable<Problem> {

    static Problem wrong(Setting setting, Words demand) {
        return new Problem(
                setting.place(),
                Words.of("problem.wrong", setting.name(), demand, setting.shown()));
    }

    /// What was written is nothing that there is.
    ///
    /// @param known the names of all that could stand there
    static Problem unknown(Setting setting, Collection<String> known) {
        var isTable = setting.value() instanceof Setting.Table;
        var phrase = isTable ? "problem.no-table" : "problem.no-setting";
        var what =
                Nearest.to(setting.name(), known)
                        .map(near -> Words.of(phrase + ".nearest", setting.name(), near))
                        .orElseGet(() -> Words.of(phrase, setting.name()));
        return new Problem(setting.place(), what);
    }

    /// A table lacks something.
    static Problem missing(Setting table, String name) {
        return new Problem(table.place(), Words.of("problem.missing", table.name(), name));
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
