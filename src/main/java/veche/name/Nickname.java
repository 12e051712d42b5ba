package veche.name;

import java.util.Optional;

/// What somebody is called. The name of an account is the nickname of its owner, too.
///
/// `Ann` and `ann` are the same name: how its owner wrote it is kept for show, and comparing folds
/// it as the server's [CaseMapping] says. It has 1 to [#LONGEST] characters: letters, marks and
/// digits of those scripts that the mapping allows, `-`, `.`, `_` and the others that RFC 2812
/// section 2.3.1 calls special; the first one a letter or special.
///
/// A value; any thread.
public final class Nickname extends Name {

    /// The longest name, in Unicode code points.
    public static final int LONGEST = 30;

    /// RFC 2812 section 2.3.1.
    private static final String SPECIAL = "[]\\`_^{|}";

    /// A name by [CaseMapping#PRECIS]; for the server's own, which the others compare alike, and
    /// for tests. Whatever else is read is read by the mapping that the server has.
    ///
    /// @throws IllegalArgumentException if the text is not a legal name, which is a bug
    public Nickname(String text) {
        this(CaseMapping.PRECIS.nickname(text));
    }

    private Nickname(Nickname same) {
        super(same.spelling(), same.mapping());
    }

    private Nickname(Spelling spelling, CaseMapping mapping) {
        super(spelling, mapping);
    }

    /// Reads a name by [CaseMapping#PRECIS]; empty if it is not a legal one.
    static Optional<Nickname> parse(String text) {
        return parse(text, CaseMapping.PRECIS);
    }

    /// Reads a name; empty if it is not a legal one.
    static Optional<Nickname> parse(String text, CaseMapping mapping) {
        return Spelling.of(text, mapping, LONGEST, Nickname::isPunctuation)
                .filter(spelling -> mayBegin(spelling.text().codePointAt(0)))
                .map(spelling -> new Nickname(spelling, mapping));
    }

    private static boolean isPunctuation(int codePoint) {
        return codePoint == '-' || codePoint == '.' || SPECIAL.indexOf(codePoint) >= 0;
    }

    private static boolean mayBegin(int codePoint) {
        return Character.isLetter(codePoint) || SPECIAL.indexOf(codePoint) >= 0;
    }
}
