package veche.account;

import java.time.Instant;
import java.util.Optional;
import veche.event.Author;
import veche.event.Credential;
import veche.language.Language;
import veche.name.Nickname;
import veche.name.PersonId;

/// Somebody whom the server knows.
///
/// @param registered when the account was made, or was last brought back
/// @param language in which the server speaks to its owner; empty if they have not chosen
/// @param credential what proves its password; [#LOCKED] until there is one
public record Account(
        PersonId id,
        Nickname name,
        Instant registered,
        Optional<Language> language,
        Credential credential) {

    /// No password matches this one. An account has it between the entry that registers it and the
    /// next, and keeps it only if a journal was damaged: then its name stays taken, nobody gets in,
    /// and the operator can set a password.
    static final Credential LOCKED = new Credential("!");

    /// Its owner, as the one who does something now.
    public Author author() {
        return new Author(id, name);
    }

    Account with(Credential other) {
        return new Account(id, name, registered, language, other);
    }

    Account with(Language other) {
        return new Account(id, name, registered, Optional.of(other), credential);
    }
}
