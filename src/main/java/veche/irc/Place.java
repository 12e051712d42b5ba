package veche.irc;

import java.util.Optional;
import veche.event.Conversation;
import veche.journal.Correspondent;
import veche.journal.JournalException;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

/// A conversation whose history somebody may see: a channel that they are in, or what they and
/// somebody else have said to each other.
///
/// @param name what it is called for them: the channel's name, or the other person's nickname, as
///   the client has written it if it has
record Place(Conversation conversation, String name) {

    /// What a client means by a name; empty if there is no such conversation, or it is none of
    /// theirs.
    static Optional<Place> of(Client client, String written) throws JournalException {
        var channel = client.names().parseChannel(written);
        if (channel.isPresent()) {
            return of(client, channel.get());
        }
        var nickname = client.names().parseNickname(written);
        return nickname.isPresent() ? of(client, nickname.get()) : Optional.empty();
    }

    private static Optional<Place> of(Client client, ChannelName name) {
        return client.house()
                .state()
                .channels()
                .find(name)
                .filter(channel -> client.personId().filter(channel::isMember).isPresent())
                .filter(_ -> isReadable(client, name))
                .map(channel -> new Place(new Conversation.InChannel(name), channel.name().text()));
    }

    private static boolean isReadable(Client client, ChannelName name) {
        return client.house().state().isReadable(name, client.house().journal().last());
    }

    /// Whoever is called so now is meant, and only if nobody is, whoever was when they and the
    /// client's owner last spoke.
    private static Optional<Place> of(Client client, Nickname name) throws JournalException {
        var me = me(client);
        if (me.isEmpty()) {
            return Optional.empty();
        }
        var other = client.house().state().named(name);
        if (other.isPresent()) {
            var conversation =
                    Conversation.Between.of(me.get(), other.get().author().correspondent());
            return Optional.of(new Place(conversation, name.text()));
        }
        return client.house().journal().correspondents(me.get(), 0).reversed().stream()
                .filter(correspondent -> correspondent.name().equals(name))
                .map(correspondent -> new Place(correspondent.conversation(), name.text()))
                .findFirst();
    }

    /// The conversation with somebody, who may be called something else by now.
    static Place of(Client client, Correspondent correspondent) {
        var between = correspondent.conversation();
        var other =
                me(client).filter(between.first()::equals).isPresent()
                        ? between.second()
                        : between.first();
        var name =
                client.house()
                        .state()
                        .person(other)
                        .map(person -> person.name())
                        .orElse(correspondent.name());
        return new Place(between, name.text());
    }

    /// Whose private conversations a client can see.
    static Optional<PersonId> me(Client client) {
        return client.session().person().map(person -> person.author().correspondent());
    }
}
