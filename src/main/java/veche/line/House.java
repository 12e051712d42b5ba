package veche.line;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import veche.account.PasswordRule;
import veche.account.Passwords;
import veche.account.Proving;
import veche.account.WrongPasswords;
import veche.chat.Hub;
import veche.journal.Journal;
import veche.name.CaseMapping;

/// What all visits have in common.
///
/// @param chosen what the operator wants, from now on
record House(
        Hub hub,
        Journal journal,
        Passwords passwords,
        WrongPasswords wrongPasswords,
        AtomicReference<Settings> chosen,
        InstantSource clock,
        Wordings wordings) {

    /// What the operator has chosen, as it is now: it can change at any time.
    Settings settings() {
        return chosen.get();
    }

    /// How names are read here.
    CaseMapping names() {
        return hub.names();
    }

    /// What proves that an account is somebody's.
    Proving proving() {
        return new Proving(passwords, hub.state().tokens());
    }

    PasswordRule passwordRule() {
        return new PasswordRule(settings().accounts().shortestPassword());
    }
}
