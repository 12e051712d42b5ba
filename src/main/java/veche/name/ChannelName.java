package veche.name;

import java.util.Optional;

/// The name of a channel. `#Tea` and `#tea` are the same channel, by the rule that holds for
/// [account names][AccountName].
///
/// @param text `#` and then 1 to 50 characters: letters, marks and digits of any script, `-`, `_`
///   and `.`
public record ChannelName(String text) {

    /// The longest name, in Unicode code points, without its `#`.
    public static final int LONGEST = 50;

    public ChannelName {
        if (!isLegal(text)) {
            throw new IllegalArgumentException("not a channel name: " + text);
        }
        text = "#" + Spelling.preserved(text.substring(1));
    }

    /// Reads a name that a client wrote; empty if it is not a legal one.
    public static Optional<ChannelName> parse(String text) {
        return isLegal(text) ? Optional.of(new ChannelName(text)) : Optional.empty();
    }

    /// What is compared: two names are the same channel exactly if this is equal.
    public String folded() {
        return "#" + Spelling.folded(text.substring(1));
    }

    private static boolean isLegal(String text) {
        if (!text.startsWith("#") || text.length() == 1) {
            return false;
        }
        var rest = text.substring(1);
        return rest.codePoints().allMatch(Spelling::isNameCharacter)
                && Spelling.isUsername(rest, LONGEST);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelName that && folded().equals(that.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
