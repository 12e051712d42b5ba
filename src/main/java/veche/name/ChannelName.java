package veche.name;

import java.util.Optional;

/// The name of a channel. `#Tea` and `#tea` are the same channel, by the rule that holds for
/// [nicknames][Nickname]. It has `#` and then 1 to [#LONGEST] characters: letters, marks and digits
/// of those scripts that the [CaseMapping] allows, and what else ASCII has that can be seen, but
/// for the comma, which separates names, and the wildcards `*` and `?`; the first one not a mark.
///
/// A value; any thread.
public final class ChannelName extends Name {

    /// The longest name, in Unicode code points, without its `#`.
    public static final int LONGEST = 63;

    private static final String SIGN = "#";

    /// A name by [CaseMapping#PRECIS], for tests. Whatever else is read is read by the mapping that
    /// the server has.
    ///
    /// @throws IllegalArgumentException if the text is not a legal name, which is a bug
    public ChannelName(String text) {
        this(CaseMapping.PRECIS.channel(text));
    }

    private ChannelName(ChannelName same) {
        super(same.spelling(), same.mapping());
    }

    private ChannelName(Spelling spelling, CaseMapping mapping) {
        super(spelling, mapping);
    }

    /// Reads a name by [CaseMapping#PRECIS]; empty if it is not a legal one.
    static Optional<ChannelName> parse(String text) {
        return parse(text, CaseMapping.PRECIS);
    }

    /// Reads a name; empty if it is not a legal one.
    static Optional<ChannelName> parse(String text, CaseMapping mapping) {
        if (!text.startsWith(SIGN)) {
            return Optional.empty();
        }
        var written = text.substring(SIGN.length());
        return Spelling.of(written, mapping, LONGEST, ChannelName::isPunctuation)
                .map(rest -> {
                    // Of what is said in a busy channel there may be very many at a time: most can
                    // share one text.
                    var shown = rest.text().equals(written) ? text : SIGN + rest.text();
                    var folded = rest.folded().equals(rest.text()) ? shown : SIGN + rest.folded();
                    return new ChannelName(new Spelling(shown, folded), mapping);
                });
    }

    private static boolean isPunctuation(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7F && ",*?".indexOf(codePoint) < 0;
    }
}
