package veche.name;

import java.util.Objects;
import java.util.Optional;

/// Whom a ban, an exception or an invitation is about: `nickname!user@host`, each part a [Glob]
/// (RFC 2812 sections 2.5 and 3.2.3). Parts that are not written are `*`:
///
/// | written | is |
/// | --- | --- |
/// | `ann` | `ann!*@*` |
/// | `ann!u` | `ann!u@*` |
/// | `u@host` | `*!u@host` |
/// | `@host` | `*!*@host` |
///
/// Two are equal if their parts are. A value; any thread.
public final class Mask {

    /// The longest one, in Unicode code points as written. What is added for parts that are not
    /// written is not counted.
    public static final int LONGEST = Glob.LONGEST;

    private static final String ANYTHING = "*";

    private final Glob nickname;
    private final Glob user;
    private final Glob host;

    private Mask(Glob nickname, Glob user, Glob host) {
        this.nickname = nickname;
        this.user = user;
        this.host = host;
    }

    /// Reads one by [CaseMapping#PRECIS].
    static Optional<Mask> parse(String text) {
        return parse(text, CaseMapping.PRECIS);
    }

    /// Reads what a client or an operator wrote. Empty if it has no part or more than [#LONGEST]
    /// characters, a `!` or `@` too many or in the wrong order, a colon at its beginning, a space,
    /// or a character that nobody can see: whatever is read can be sent as a parameter of IRC.
    static Optional<Mask> parse(String text, CaseMapping mapping) {
        var bang = text.indexOf('!');
        var at = text.indexOf('@');
        var isInOrder =
                text.lastIndexOf('!') == bang
                        && text.lastIndexOf('@') == at
                        && (at < 0 || bang < at);
        if (Glob.isTooLong(text) || !isInOrder || !isParameter(text)) {
            return Optional.empty();
        }
        if (bang < 0 && at < 0) {
            return of(text, "", "", mapping);
        }
        var nickname = text.substring(0, Math.max(bang, 0));
        var user = text.substring(bang + 1, at < 0 ? text.length() : at);
        var host = at < 0 ? "" : text.substring(at + 1);
        return of(nickname, user, host, mapping);
    }

    private static Optional<Mask> of(
            String nickname, String user, String host, CaseMapping mapping) {
        if (nickname.isEmpty() && user.isEmpty() && host.isEmpty()) {
            return Optional.empty();
        }
        var called = part(nickname, mapping);
        var from = part(user, mapping);
        var at = part(host, mapping);
        return called.flatMap(n -> from.flatMap(u -> at.map(h -> new Mask(n, u, h))));
    }

    private static Optional<Glob> part(String text, CaseMapping mapping) {
        return Glob.read(text.isEmpty() ? ANYTHING : text, mapping);
    }

    private static boolean isParameter(String text) {
        return !text.startsWith(":") && text.codePoints().noneMatch(Character::isSpaceChar);
    }

    /// Whether somebody is one of those who are meant.
    ///
    /// @param user what IRC calls the user name, as others see it
    /// @param host as others see it, such as a cloak
    public boolean matches(String nickname, String user, String host) {
        return this.nickname.matches(nickname)
                && this.user.matches(user)
                && this.host.matches(host);
    }

    /// What is shown: as it was written, with all three parts.
    public String text() {
        return nickname + "!" + user + "@" + host;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask that
                && nickname.equals(that.nickname)
                && user.equals(that.user)
                && host.equals(that.host);
    }

    @Override
    public int hashCode() {
        return Objects.hash(nickname, user, host);
    }

    @Override
    public String toString() {
        return text();
    }
}
