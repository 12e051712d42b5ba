package veche.web;

/// What a page says, as text.
///
/// @param status of HTTP (RFC 9110, section 15)
/// @param type the media type, with its character set, which is always UTF-8
record Answer(int status, String type, String text) {

    private static final String PLAIN = "text/plain; charset=utf-8";

    /// @param words in one line, without its end
    static Answer ok(String words) {
        return new Answer(200, PLAIN, words + "\n");
    }

    /// Not now; later perhaps.
    static Answer unavailable(String why) {
        return refusal(503, why);
    }

    static Answer refusal(int status, String why) {
        return new Answer(status, PLAIN, why + "\n");
    }
}
