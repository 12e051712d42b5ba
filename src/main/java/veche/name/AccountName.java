package veche.name;

import java.util.Optional;

/// The name of an account, which is also what its owner is called.
///
/// `Ann` and `ann` are the same name: how its owner wrote it is kept for show, and comparing folds
/// case, width and composition as RFC 8265 section 3.3 (UsernameCaseMapped) says. It has 1 to
/// [#LONGEST] characters: letters, marks and digits of any script, `-`, `_` and `.`, the first one
/// a letter.
///
/// A value, made once and compared often: what is compared is kept, which a record could not.
public final class AccountName {

    /// The longest name, in Unicode code points.
    public static final int LONGEST = 30;

    private final Spelling spelling;

    /// @throws IllegalArgumentException if the text is not a legal name, which is a bug; [#parse]
    ///   is for what strangers wrote
    public AccountName(String text) {
        this(
                spell(text)
                        .orElseThrow(() ->
                                new IllegalArgumentException("not an account name: " + text)));
    }

    private AccountName(Spelling spelling) {
        this.spelling = spelling;
    }

    /// Reads a name that a client or an operator wrote; empty if it is not a legal one.
    public static Optional<AccountName> parse(String text) {
        return spell(text).map(AccountName::new);
    }

    private static Optional<Spelling> spell(String text) {
        return Spelling.of(text, LONGEST)
                .filter(spelling -> Character.isLetter(spelling.text().codePointAt(0)));
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
        return other instanceof AccountName that && folded().equals(that.folded());
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
