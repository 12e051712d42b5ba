package veche.bench;

import java.util.Map;

/// What was measured at one point.
///
/// @param at where it is on the mode's axis; 0 if there is none
/// @param figures by name
record Row(double at, Map<String, Double> figures) {

    static Row of(Figures figures) {
        return new Row(0, figures.all());
    }
}
