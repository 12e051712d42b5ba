package veche.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What something is for all who see it in the same way, made once. Two threads that want it at the
/// same time each make it, so that neither waits for the other. Any thread.
///
/// @param <S> what it is made of
final class Renderings<S> {

    private final Map<Object, Object> made = new ConcurrentHashMap<>(4);

    /// @param style what it depends on besides its source; a value with `equals`, of a class for
    ///   which it is always of the same type
    /// @param render makes it of the source, which is always the same
    @SuppressWarnings("unchecked") // what is kept for a class of styles is all of one type
    <T> T of(Object style, S source, Function<S, T> render) {
        var known = (T) made.get(style);
        if (known == null) {
            known = render.apply(source);
            made.put(style, known);
        }
        return known;
    }
}
