package veche.line;

import java.time.InstantSource;
import veche.account.PasswordRule;
import veche.account.Passwords;
import veche.account.WrongPasswords;
import veche.chat.Hub;
import veche.journal.Journal;

/// What all visits have in common.
record House(
        Hub hub,
        Journal journal,
        Passwords passwords,
        WrongPasswords wrongPasswords,
        Settings settings,
        InstantSource clock,
        Wordings wordings) {

    PasswordRule passwordRule() {
        return new PasswordRule(settings.accounts().shortestPassword());
    }
}
