package veche.bench;

import java.util.List;

/// What the rows of a result are points of, and what is drawn of them.
///
/// @param name the name of its phrase
/// @param isLogarithmic whether its points are drawn so that each is a multiple of the one before
/// @param curves the names of the figures that are drawn together
record Axis(String name, boolean isLogarithmic, List<Curves> curves) {

    /// Figures that have the same unit, and are drawn over one axis.
    ///
    /// @param unit the name of its phrase
    record Curves(String unit, boolean isLogarithmic, List<String> figures) {}
}
