package veche.irc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import veche.account.PasswordRule;
import veche.account.Passwords;
import veche.account.Proving;
import veche.account.Scram;
import veche.account.Verification;
import veche.account.WrongPasswords;
import veche.chat.Hub;
import veche.chat.State;
import veche.journal.Journal;
import veche.name.CaseMapping;
import veche.net.Cloak;

/// What all IRC clients have in common.
///
/// @param verification empty if whoever makes an account need not give an e-mail address
/// @param chosen what the operator wants, from now on
/// @param started when the server did
record House(
        Hub hub,
        Journal journal,
        Passwords passwords,
        WrongPasswords wrongPasswords,
        Scram scram,
        Optional<Verification> verification,
        Cloak cloak,
        AtomicReference<Settings> chosen,
        InstantSource clock,
        Instant started,
        String version,
        Rendering rendering,
        HistoryTurns turns,
        Clients clients,
        ServicePhrases phrases,
        Exports exports,
        Operators operators,
        Tally tally,
        ChannelOffers offers,
        LastSupport support,
        FileHost fileHost,
        Office office) {

    /// What the operator has chosen, as it is now: it can change at any time.
    Settings settings() {
        return chosen.get();
    }

    State state() {
        return hub.state();
    }

    /// How names are read here.
    CaseMapping names() {
        return hub.names();
    }

    /// The name of this server, as it stands before what it says.
    String server() {
        return settings().server().name();
    }

    /// What proves that an account is somebody's.
    Proving proving() {
        return new Proving(passwords, hub.state().tokens());
    }

    PasswordRule passwordRule() {
        return new PasswordRule(settings().accounts().shortestPassword());
    }
}
