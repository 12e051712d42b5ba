package veche.event;

import java.util.Optional;
import veche.name.Nickname;
import veche.name.PersonId;

/// Who did something, as they were when they did it. What it says stays when the account goes, or
/// when somebody is called something else.
///
/// @param name what they were called
/// @param login the account that they were logged in to; empty for a guest
/// @param address `user@host` as others see it
public record Author(PersonId person, Nickname name, Optional<Login> login, String address) {

    private static final String HIDDEN = ".account";

    /// An account that somebody is logged in to.
    ///
    /// @param name what the account is called, which need not be what its owner is called
    public record Login(PersonId account, Nickname name) {}

    /// The owner of an account, called by its name.
    public Author(PersonId account, Nickname name) {
        this(account, name, Optional.of(new Login(account, name)), hidden(account));
    }

    /// What is shown instead of an address where there is an account: it says nothing of where its
    /// owner is, and stays the same wherever they come from.
    public static String hidden(PersonId account) {
        return "u@" + account.value() + HIDDEN;
    }

    /// Whether nothing is shown of where they are.
    public boolean isHidden() {
        return address.endsWith(HIDDEN) && address.equals(hidden(correspondent()));
    }

    /// Whether this is the owner of an account, and not a guest, who is gone when they leave. A
    /// guest may be logged in to an account whose name they do not use.
    public boolean isOwner() {
        return login.filter(it -> it.account().equals(person)).isPresent();
    }

    /// Whose private conversations this person has: the account's, or else their own.
    public PersonId correspondent() {
        return login.map(Login::account).orElse(person);
    }

    /// The same person, called something else.
    public Author called(Nickname other) {
        return new Author(person, other, login, address);
    }
}
