package veche.console;

import java.io.IOException;

/// What came through the control socket is not a [Frame].
final class MalformedFrameException extends IOException {

    MalformedFrameException(String message) {
        super(message);
    }
}
