import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers by name: `--members 100`.
final class Options {

    private final Map<String, Integer> numbers;
    private final Map<String, Integer> given = new HashMap<>();

    Options(Map<String, Integer> defaults, List<String> words) {
        numbers = defaults;
        for (var at = 0; at < words.size(); at += 2) {
            var name = words.get(at).replaceFirst("^--", "");
            if (!defaults.containsKey(name) || at + 1 == words.size()) {
                throw new Failure("no such option: " + words.get(at));
            }
            given.put(name, Integer.valueOf(words.get(at + 1)));
        }
    }

    int number(String name) {
        return given.getOrDefault(name, numbers.get(name));
    }

    /// For a mode that has another default than the others.
    int number(String name, int otherwise) {
        return given.getOrDefault(name, otherwise);
    }
}
