package veche.account;

import java.util.Optional;

/// Finds out whether what somebody types in place of a password proves that an account is theirs:
/// its password does, and so does the secret of one of its tokens. Any thread.
public final class Proving {

    private final Passwords passwords;
    private final Tokens tokens;

    public Proving(Passwords passwords, Tokens tokens) {
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /// What a word proves; empty if nothing. Blocks as [Passwords#matches] does, but not for what
    /// has the form of a token's secret: such a word is never hashed as a password, so guessing
    /// tokens costs the server nothing.
    ///
    /// @throws PasswordsBusyException if too many wait, or the wait was too long
    public Optional<Proof> prove(Account account, String word)
            throws PasswordsBusyException, InterruptedException {
        if (Token.isSecret(word)) {
            return tokens.withHash(Token.hash(word))
                    .filter(token -> token.account().equals(account.id()))
                    .map(token -> new Proof.ByToken(token.id()));
        }
        return byPassword(account, word);
    }

    /// The same, of the password alone: for what a token is not good for, such as changing the
    /// password.
    public Optional<Proof> byPassword(Account account, String word)
            throws PasswordsBusyException, InterruptedException {
        return !Token.isSecret(word) && passwords.matches(word, account.credential())
                ? Optional.of(new Proof.ByCredential(account.credential()))
                : Optional.empty();
    }
}
