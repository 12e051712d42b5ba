package veche.web;

import java.util.Map;

/// A request is not done, and this is the answer. An answer, not an accident: it has no stack
/// trace.
final class Declined extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    /// @param status of HTTP (RFC 9110, section 15)
    Declined(int status, String why) {
        this(status, why, Map.of());
    }

    /// @param headers that belong to the status, by name
    Declined(int status, String why, Map<String, String> headers) {
        super(why, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    Answer answer() {
        return Answer.refusal(status, String.valueOf(getMessage()));
    }

    Map<String, String> headers() {
        return headers;
    }
}
