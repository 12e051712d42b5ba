package veche.line;

import veche.event.Refusal;
import veche.event.Refusal.AccountChanged;
import veche.event.Refusal.AccountsChanged;
import veche.event.Refusal.Failed;
import veche.event.Refusal.LoggedIn;
import veche.event.Refusal.LooksLike;
import veche.event.Refusal.NameTaken;
import veche.event.Refusal.NoSuchAccount;
import veche.event.Refusal.NotLoggedIn;
import veche.event.Refusal.NotMember;
import veche.event.Refusal.RegistrationClosed;

/// Why something did not happen, in the words of this protocol.
final class Refusals {

    private Refusals() {}

    /// The key of the phrase that says it.
    static String phrase(Refusal refusal) {
        return switch (refusal) {
            case NameTaken _ -> "refused.name_taken";
            case LooksLike _ -> "refused.looks_like";
            case RegistrationClosed _ -> "refused.registration_closed";
            case NoSuchAccount _ -> "refused.no_such_account";
            case NotLoggedIn _ -> "refused.not_logged_in";
            case LoggedIn _ -> "refused.logged_in";
            case AccountChanged _, AccountsChanged _ -> "refused.account_changed";
            case NotMember _ -> "refused.not_member";
            case Failed _ -> "refused.failed";
        };
    }

    /// What stands in the places of that phrase.
    static Object[] arguments(Refusal refusal) {
        return switch (refusal) {
            case NameTaken(var name) -> new Object[] {name};
            case LooksLike(var name, var taken) -> new Object[] {name, taken};
            case NoSuchAccount(var name) -> new Object[] {name};
            case NotMember(var channel) -> new Object[] {channel};
            case RegistrationClosed _, NotLoggedIn _, LoggedIn _, AccountChanged _ ->
                    new Object[] {};
            case AccountsChanged _, Failed _ -> new Object[] {};
        };
    }
}
