package veche.name;

import java.util.Optional;

/// What somebody is called. The name of an account is the nickname of its owner, too.
///
/// `Ann` and `ann` are the same name: how its owner wrote it is kept for show, and comparing folds
/// case, width and composition as RFC 8265 section 3.3 (UsernameCaseMapped) says. For names of
/// ASCII that is the case mapping `ascii` of IRC. It has 1 to [#LONGEST] characters: letters, marks
/// and digits of any script, `-`, `.`, `_` and the others that RFC 2812 section 2.3.1 calls
/// special; the first one a letter or special.
///
/// A value, made once and compared often: what is compared is kept, which a record could not.
public final class Nickname {

    /// The longest name, in Unicode code points.
    public static final int LONGEST = 30;

    /// RFC 2812 section 2.3.1.
    private static final String SPECIAL = "[]\\`_^{|}";

    private final Spelling spelling;

    /// @throws IllegalArgumentException if the text is not a legal name, which is a bug; [#parse]
    ///   is for what strangers wrote
    public Nickname(String text) {
        this(
                spell(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException("not a nickname: " + text)));
    }

    private Nickname(Spelling spelling) {
        this.spelling = spelling;
    }

    /// Reads a name that a client or an operator wrote; empty if it is not a legal one.
    public static Optional<Nickname> parse(String text) {
        return spell(text).map(Nickname::new);
    }

    private static Optional<Spelling> spell(String text) {
        return Spelling.of(text, LONGEST, Nickname::isPunctuation)
                .filter(spelling -> mayBegin(spelling.text().codePointAt(0)));
    }

    private static boolean isPunctuation(int codePoint) {
        return codePoint == '-' || codePoint == '.' || SPECIAL.indexOf(codePoint) >= 0;
    }

    private static boolean mayBegin(int codePoint) {
        return Character.isLetter(codePoint) || SPECIAL.indexOf(codePoint) >= 0;
    }

    /// What is shown: as its owner wrote it, in composed form and usual width.
    public String text() {
        return spelling.text();
    }

    /// What is compared: two names are the same name exactly if this is equal.
    public String folded() {
        return spelling.folded();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nickname that && folded().equals(that.folded());
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
