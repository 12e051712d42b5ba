package veche.account;

import veche.event.Credential;

/// What has proved that somebody owns an account, as it was when that was found out: if it holds no
/// more when they come in, they do not.
public sealed interface Proof {

    /// A password, a certificate, or whatever else is good as long as the account's credential is
    /// the same.
    record ByCredential(Credential credential) implements Proof {}

    /// A [Token].
    ///
    /// @param id of the token
    record ByToken(long id) implements Proof {}
}
