package veche.chat;

import java.util.Optional;
import java.util.function.Predicate;
import veche.event.Author;
import veche.name.CaseMapping;
import veche.name.Glob;
import veche.name.Mask;

/// Who is meant by a mask of a channel's list: a [Mask], or an extended one.
///
/// | written | means |
/// | --- | --- |
/// | `nick!user@host` | who is called so and comes from there |
/// | `~a:account` | who is logged in to an account of that name (IRCv3 account-extban) |
/// | `~m:mask` | whom the other mask means; they may come in, but not speak |
///
/// @param text as it is kept and shown
/// @param mutes whether it is only about speaking
/// @param means whom
public record PersonMask(String text, boolean mutes, Predicate<Author> means) {

    /// What extended masks begin with.
    public static final char SIGN = '~';

    private static final String ACCOUNT = SIGN + "a:";
    private static final String MUTE = SIGN + "m:";

    /// Reads what somebody wrote; empty if it is no mask.
    ///
    /// @param mapping by which names are matched
    public static Optional<PersonMask> parse(String written, CaseMapping mapping) {
        if (startsWith(written, MUTE)) {
            return parse(written.substring(MUTE.length()), mapping)
                    .filter(inner -> !inner.mutes())
                    .map(inner -> new PersonMask(MUTE + inner.text(), true, inner.means()));
        }
        if (startsWith(written, ACCOUNT)) {
            return mapping.parseGlob(written.substring(ACCOUNT.length()))
                    .map(glob ->
                            new PersonMask(ACCOUNT + glob, false, author -> isOf(author, glob)));
        }
        if (isExtended(written)) {
            return Optional.empty();
        }
        return mapping.parseMask(written)
                .map(mask -> new PersonMask(mask.text(), false, author -> isCalled(author, mask)));
    }

    /// Whether it would be an extended mask, of a kind that there is not.
    private static boolean isExtended(String written) {
        return written.length() > 2 && written.charAt(0) == SIGN && written.charAt(2) == ':';
    }

    private static boolean startsWith(String written, String prefix) {
        return written.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static boolean isOf(Author author, Glob account) {
        return author.login().filter(it -> account.matches(it.name().text())).isPresent();
    }

    private static boolean isCalled(Author author, Mask mask) {
        var at = author.address().indexOf('@');
        return mask.matches(
                author.name().text(),
                author.address().substring(0, at),
                author.address().substring(at + 1));
    }

    /// Whether a list has somebody, also as one who may not speak.
    static boolean anyMutes(MaskList list, Person person) {
        return any(list, person, true);
    }

    /// Whether a list has somebody.
    static boolean anyMatches(MaskList list, Person person) {
        return any(list, person, false);
    }

    private static boolean any(MaskList list, Person person, boolean mutes) {
        var author = person.author();
        return list.items().stream()
                .map(MaskList.Item::mask)
                .anyMatch(mask -> mask.mutes() == mutes && mask.means().test(author));
    }
}
