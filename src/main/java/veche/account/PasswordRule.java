package veche.account;

import java.util.Optional;
import rocks.xmpp.precis.PrecisProfiles;
import veche.name.Nickname;

/// What a new password must be like. It may have letters, digits, spaces and symbols of any script,
/// and nothing that cannot be seen; passwords are compared as RFC 8265 section 4 (OpaqueString)
/// says, so that it makes no difference on which keyboard they are typed.
///
/// @param shortest in Unicode code points; 1 to [#LONGEST]
public record PasswordRule(int shortest) {

    /// The longest password, in Unicode code points: no more is hashed for anyone. More does not
    /// fit into every command of IRC (https://ircv3.net/specs/extensions/account-registration).
    public static final int LONGEST = 300;

    public PasswordRule {
        if (shortest < 1 || shortest > LONGEST) {
            throw new IllegalArgumentException("not the length of a password: " + shortest);
        }
    }

    /// Why a password may not be used.
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        /// It has control characters or other invisible ones, or such as Unicode does not know.
        FORBIDDEN_CHARACTER,
        /// It is what the account is called.
        SAME_AS_NAME,
        /// It has the form of a [token's][Token] secret, and would be taken for one.
        LIKE_A_TOKEN
    }

    /// What is wrong with a password for somebody's account; empty if it may be used.
    public Optional<Problem> problem(String password, Nickname owner) {
        if (isTooLong(password)) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (length(password) < shortest) {
            return Optional.of(Problem.TOO_SHORT);
        }
        var prepared = prepared(password);
        if (prepared.isEmpty()) {
            return Optional.of(Problem.FORBIDDEN_CHARACTER);
        }
        if (Token.isSecret(password)) {
            return Optional.of(Problem.LIKE_A_TOKEN);
        }
        return owner.mapping().parseNickname(password).filter(owner::equals).isPresent()
                ? Optional.of(Problem.SAME_AS_NAME)
                : Optional.empty();
    }

    /// What is hashed for a password; empty if it cannot be anybody's.
    static Optional<String> prepared(String password) {
        if (isTooLong(password)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PrecisProfiles.OPAQUE_STRING.enforce(password));
        } catch (IllegalArgumentException refusedByProfile) {
            return Optional.empty();
        }
    }

    private static boolean isTooLong(String password) {
        return length(password) > LONGEST;
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }
}
