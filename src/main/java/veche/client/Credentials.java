package veche.client;

/// How we say who we are when we come in.
sealed interface Credentials {

    /// By a token of an earlier visit.
    record Token(Login.Token token) implements Credentials {}

    /// By the account's password.
    record Password(String password) implements Credentials {}

    /// By making the account.
    record NewAccount(String password) implements Credentials {}

    /// Not at all.
    record Guest() implements Credentials {}
}
