package veche.config;

import java.util.Arrays;
import java.util.List;
import veche.language.Phrases;

/// A phrase that is not yet in a language.
///
/// @param phrase its key in the bundle of this package
/// @param arguments what fills its places: texts, and words in their turn
record Words(String phrase, List<Object> arguments) {

    Words {
        arguments = List.copyOf(arguments);
    }

    /// Numbers are shown as settings write them, without separators for thousands.
    static Words of(String phrase, Object... arguments) {
        return new Words(
                phrase,
                Arrays.stream(arguments)
                        .map(it -> it instanceof Number number ? number.toString() : it)
                        .toList());
    }

    String in(Phrases phrases) {
        return phrases.text(
                phrase,
                arguments.stream()
                        .map(it -> it instanceof Words words ? words.in(phrases) : it)
                        .toArray());
    }
}
