package veche.name;

import java.util.Optional;

/// The name of a channel. `#Tea` and `#tea` are the same channel, by the rule that holds for
/// [nicknames][Nickname]. It has `#` and then 1 to [#LONGEST] characters: letters, marks and digits
/// of any script, and what else ASCII has that can be seen, but for the comma, which separates
/// names, and the wildcards `*` and `?`; the first one not a mark.
public final class ChannelName {

    /// The longest name, in Unicode code points, without its `#`.
    public static final int LONGEST = 63;

    private static final String SIGN = "#";

    private final Spelling spelling;

    /// @throws IllegalArgumentException if the text is not a legal name, which is a bug; [#parse]
    ///   is for what strangers wrote
    public ChannelName(String text) {
        this(
                spell(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException("not a channel name: " + text)));
    }

    private ChannelName(Spelling spelling) {
        this.spelling = spelling;
    }

    /// Reads a name that a client wrote; empty if it is not a legal one.
    public static Optional<ChannelName> parse(String text) {
        return spell(text).map(ChannelName::new);
    }

    private static Optional<Spelling> spell(String text) {
        if (!text.startsWith(SIGN)) {
            return Optional.empty();
        }
        return Spelling.of(text.substring(SIGN.length()), LONGEST, ChannelName::isPunctuation)
                .map(rest -> new Spelling(SIGN + rest.text(), SIGN + rest.folded()));
    }

    private static boolean isPunctuation(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7F && ",*?".indexOf(codePoint) < 0;
    }

    /// What is shown: as the first to join wrote it, in composed form and usual width.
    public String text() {
        return spelling.text();
    }

    /// What is compared: two names are the same channel exactly if this is equal.
    public String folded() {
        return spelling.folded();
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
        return text();
    }
}
