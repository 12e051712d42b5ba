package veche.journal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.PersonId;

/// The state of a server, folded from entries in the simplest way: what a journal must be able to
/// tell again.
final class Assembly {

    private final Set<Author> accounts = new HashSet<>();
    private final Map<PersonId, Credential> credentials = new HashMap<>();
    private final Map<PersonId, Language> languages = new HashMap<>();
    private final Map<PersonId, Event> arrivals = new HashMap<>();
    private final Map<PersonId, Event> departures = new HashMap<>();
    private final Map<PersonId, Set<ChannelName>> memberships = new HashMap<>();
    private final Map<ChannelName, Text> topics = new HashMap<>();

    void take(Entry entry) {
        switch (entry.event()) {
            case Event.Registered(var author) -> accounts.add(author);
            case Event.CredentialSet(var account, var credential) ->
                    credentials.put(account, credential);
            case Event.LanguageChosen(var account, var language) ->
                    languages.put(account, language);
            case Event.Arrived arrived -> arrivals.put(arrived.by().account(), arrived);
            case Event.Left left -> departures.put(left.by().account(), left);
            case Event.Joined(var channel, var by) -> channels(by).add(channel);
            case Event.Parted(var channel, var by) -> part(channel, by);
            case Event.TopicSet(var channel, _, var topic) -> setTopic(channel, topic);
            case Event.AccountRemoved(var author) -> remove(author);
            case Event.AccountsCleared _ -> clear();
            case Event.Said _, Event.Told _, Event.Announced _ -> {}
        }
    }

    private Set<ChannelName> channels(Author by) {
        return memberships.computeIfAbsent(by.account(), _ -> new HashSet<>());
    }

    private void part(ChannelName channel, Author by) {
        channels(by).remove(channel);
        if (channels(by).isEmpty()) {
            memberships.remove(by.account());
        }
    }

    private void setTopic(ChannelName channel, Optional<Text> topic) {
        topic.ifPresentOrElse(text -> topics.put(channel, text), () -> topics.remove(channel));
    }

    private void remove(Author author) {
        accounts.removeIf(other -> other.account().equals(author.account()));
        credentials.remove(author.account());
        languages.remove(author.account());
        arrivals.remove(author.account());
        departures.remove(author.account());
        memberships.remove(author.account());
    }

    private void clear() {
        accounts.clear();
        credentials.clear();
        languages.clear();
        arrivals.clear();
        departures.clear();
        memberships.clear();
    }

    /// What two assemblies that are the same have in common.
    List<Object> state() {
        return List.of(accounts, credentials, languages, arrivals, departures, memberships, topics);
    }
}
