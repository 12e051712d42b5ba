package veche.bench;

import org.jspecify.annotations.Nullable;

/// Makes what lies between lines and sockets.
final class Codecs {

    private Codecs() {}

    /// For one more client of a target; null if nothing lies between.
    static @Nullable Codec make(Target target) {
        return switch (target.door()) {
            case PLAIN -> null;
        };
    }
}
