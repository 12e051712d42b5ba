package veche.journal;

import veche.event.Author;
import veche.event.Event;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Which facts hold. A fact has a key like a path, such as `account/7/language`; the present state
/// of the server follows from the last entry that settled each.
final class Facts {

    private Facts() {}

    /// What an event does to the facts.
    sealed interface Change {}

    /// The event is now what is known of a fact.
    record Settles(String key) implements Change {}

    /// A fact is no longer one, nor are those below it, whose keys begin with this one and `/`.
    record Ends(String key) implements Change {}

    /// The facts are as before.
    record Nothing() implements Change {}

    static Change of(Event event) {
        return switch (event) {
            case Event.Registered(var author) -> new Settles(of(author));
            case Event.CredentialSet(var account, _) -> new Settles(of(account) + "/credential");
            case Event.LanguageChosen(var account, _) -> new Settles(of(account) + "/language");
            case Event.Arrived(var by) -> new Settles(of(by) + "/arrived");
            case Event.Left(var by, _, _) -> new Settles(of(by) + "/left");
            case Event.Joined(var channel, var by) -> new Settles(membership(by, channel));
            case Event.Parted(var channel, var by) -> new Ends(membership(by, channel));
            case Event.TopicSet(var channel, _, _) ->
                    new Settles("channel/" + channel.folded() + "/topic");
            case Event.AccountRemoved(var author) -> new Ends(of(author));
            case Event.AccountsCleared _ -> new Ends("account");
            case Event.Said _, Event.Told _, Event.Announced _ -> new Nothing();
        };
    }

    /// Whether an older secret may no longer be kept after this event.
    static boolean mayEndSecrets(Event event) {
        return event instanceof Event.Secret
                || event instanceof Event.AccountRemoved
                || event instanceof Event.AccountsCleared;
    }

    private static String of(Author author) {
        return of(author.account());
    }

    private static String of(PersonId account) {
        return "account/" + account.value();
    }

    private static String membership(Author by, ChannelName channel) {
        return of(by) + "/member/" + channel.folded();
    }

    /// All keys below a key are at least this, and less than [#afterBelow].
    static String below(String key) {
        return key + '/';
    }

    /// `0` is the character after `/`.
    static String afterBelow(String key) {
        return key + '0';
    }
}
