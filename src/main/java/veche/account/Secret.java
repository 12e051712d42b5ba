package veche.account;

import java.util.Optional;
import veche.event.Credential;

/// What a credential is made of: the Argon2id hash of a password, and behind it and a space, if its
/// owner can log in by SCRAM, the [ScramVerifier] of the same password.
///
/// @param hash in the form of [Argon2Cost]
record Secret(String hash, Optional<ScramVerifier> verifier) {

    /// Empty if the credential is not one that we make.
    static Optional<Secret> of(Credential credential) {
        var parts = credential.secret().split(" ", 2);
        if (Argon2Cost.of(parts[0]).isEmpty()) {
            return Optional.empty();
        }
        return parts.length == 1
                ? Optional.of(new Secret(parts[0], Optional.empty()))
                : ScramVerifier.parse(parts[1])
                        .map(verifier -> new Secret(parts[0], Optional.of(verifier)));
    }

    Argon2Cost cost() {
        return Argon2Cost.of(hash).orElseThrow();
    }

    Credential credential() {
        return new Credential(verifier.map(made -> hash + " " + made.text()).orElse(hash));
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
