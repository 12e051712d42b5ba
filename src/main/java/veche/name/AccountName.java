package veche.name;

import java.util.Optional;

/// The name of an account, which is also what its owner is called.
///
/// `Ann` and `ann` are the same name: how its owner wrote it is kept for show, and comparing folds
/// case, width and composition as RFC 8265 section 3.3 (UsernameCaseMapped) says.
///
/// @param text 1 to 30 characters: letters, marks and digits of any script, `-`, `_` and `.`, the
///   first one a letter
public record AccountName(String text) {

    /// The longest name, in Unicode code points.
    public static final int LONGEST = 30;

    public AccountName {
        if (!isLegal(text)) {
            throw new IllegalArgumentException("not an account name: " + text);
        }
        text = Spelling.preserved(text);
    }

    /// Reads a name that a client or an operator wrote; empty if it is not a legal one.
    public static Optional<AccountName> parse(String text) {
        return isLegal(text) ? Optional.of(new AccountName(text)) : Optional.empty();
    }

    /// What is compared: two names are the same name exactly if this is equal.
    public String folded() {
        return Spelling.folded(text);
    }

    private static boolean isLegal(String text) {
        return !text.isEmpty()
                && Character.isLetter(text.codePointAt(0))
                && text.codePoints().allMatch(Spelling::isNameCharacter)
                && Spelling.isUsername(text, LONGEST);
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
        return text;
    }
}
