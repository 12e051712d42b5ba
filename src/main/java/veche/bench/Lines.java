package veche.bench;

/// Finds its way in lines of IRC that are bytes.
final class Lines {

    private Lines() {}

    /// Where the newline is that ends a line; -1 if it has not come yet.
    static int end(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Where the next space is, or `to`.
    static int space(byte[] bytes, int from, int to) {
        for (var i = from; i < to; i++) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        return to;
    }

    /// Where the source begins, behind its colon; -1 if there is none, or not yet.
    static int source(byte[] bytes, int from, int to) {
        var at = bytes[from] == '@' ? space(bytes, from, to) + 1 : from;
        return at < to && bytes[at] == ':' ? at + 1 : -1;
    }

    /// Where the command begins; -1 if there is none, or not yet.
    static int command(byte[] bytes, int from, int to) {
        if (from >= to) {
            return -1;
        }
        var source = source(bytes, from, to);
        var at = from;
        if (source >= 0) {
            at = space(bytes, source, to) + 1;
        } else if (bytes[from] == '@') {
            at = space(bytes, from, to) + 1;
        }
        return at < to ? at : -1;
    }
}
