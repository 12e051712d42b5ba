package veche.account;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// An object of a JSON file that is being read. Whatever is missing in it or is not what it must be
/// is a [SnapshotException] that says where and what.
///
/// @param place where in the file it is: empty, or such as `accounts[3].`
/// @param values by key, as Jackson read them
record Fields(String place, Map<?, ?> values) {

    boolean has(String key) {
        return values.containsKey(key);
    }

    long number(String key, long least) throws SnapshotException {
        return switch (values.get(key)) {
            case Integer number when number >= least -> number;
            case Long number when number >= least -> number;
            case null, default -> throw wrong(key, "must be a whole number from " + least);
        };
    }

    String text(String key) throws SnapshotException {
        if (values.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key, "must be a text");
    }

    /// @param what it must be, for the message
    <T> T read(String key, Function<String, Optional<T>> parser, String what)
            throws SnapshotException {
        return parse(key, text(key), parser, what);
    }

    Instant time(String key) throws SnapshotException {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException notATime) {
            throw wrong(key, "must be a time such as 2026-11-22T20:13:38Z");
        }
    }

    <T> List<T> texts(String key, Function<String, Optional<T>> parser, String what)
            throws SnapshotException {
        var read = new ArrayList<T>();
        for (var element : list(key)) {
            read.add(parse(key, String.valueOf(element), parser, what));
        }
        return read;
    }

    List<Fields> objects(String key) throws SnapshotException {
        var read = new ArrayList<Fields>();
        for (var element : list(key)) {
            var name = key + "[" + read.size() + "]";
            if (!(element instanceof Map<?, ?> values)) {
                throw wrong(name, "must be an object");
            }
            read.add(new Fields(place + name + ".", values));
        }
        return read;
    }

    private List<?> list(String key) throws SnapshotException {
        if (values.get(key) instanceof List<?> list) {
            return list;
        }
        throw wrong(key, "must be a list");
    }

    private <T> T parse(String key, String text, Function<String, Optional<T>> parser, String what)
            throws SnapshotException {
        return parser.apply(text)
                .orElseThrow(() -> wrong(key, "must be " + what + ", is \"" + text + "\""));
    }

    SnapshotException wrong(String key, String what) {
        return new SnapshotException(place + key + " " + what);
    }
}
