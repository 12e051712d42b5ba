package veche.bench;

import java.util.List;
import veche.language.Phrases;

/// Why there is no result, or why the result is a failure.
final class Failure extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;

    /// @param key the name of a phrase without `failure.`
    Failure(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    String text(Phrases phrases) {
        return phrases.text("failure." + key, arguments.toArray());
    }
}
