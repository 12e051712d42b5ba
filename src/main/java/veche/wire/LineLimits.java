package veche.wire;

/// How long the parts of a line may be, in bytes of UTF-8.
///
/// See [Message Tags, size limit](https://ircv3.net/specs/extensions/message-tags#size-limit).
///
/// @param tags what stands between `@` and the space after the tags; 0 or more
/// @param rest all else, with the two bytes that end a line; at least [#CLASSIC]
public record LineLimits(int tags, int rest) {

    /// The rest of a line as it has been since RFC 1459 section 2.3.
    public static final int CLASSIC = 512;

    /// The tags that one side may add: a client to what it sends, a server to what it hands on.
    public static final int TAGS = 4094;

    public LineLimits {
        if (tags < 0 || rest < CLASSIC) {
            throw new IllegalArgumentException("not limits of a line: " + tags + ", " + rest);
        }
    }

    /// What a server takes from a client.
    public static LineLimits fromClient(int rest) {
        return new LineLimits(TAGS, rest);
    }

    /// What a client takes from a server: tags of another client, and those that the server added.
    public static LineLimits fromServer(int rest) {
        return new LineLimits(TAGS + 1 + TAGS, rest);
    }
}
