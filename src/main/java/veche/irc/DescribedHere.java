package veche.irc;

import java.util.Map;
import java.util.Optional;
import veche.chat.Channel;
import veche.chat.Command.About;
import veche.chat.Command.ClearMetadata;
import veche.chat.Command.SetMetadata;
import veche.chat.Metadata;
import veche.chat.Person;
import veche.config.Privilege;
import veche.event.MetadataKey;
import veche.event.Refused;

/// A channel or a person that is here, as one client sees it.
///
/// @param name as answers name it
/// @param isVisible whether the client may know what is said of it: of a channel only those who are
///   in it may
/// @param mayAlways whether the client's owner is an operator who may say anything of it
record DescribedHere(
        Client client,
        String name,
        About about,
        Metadata metadata,
        boolean isVisible,
        boolean mayAlways)
        implements Described {

    /// What a client means by a name, `*` being its owner; empty if that is nothing that it may
    /// know of.
    static Optional<DescribedHere> of(Client client, String written) throws Refused {
        if (written.equals("*")) {
            return Optional.of(of(client, client.person()));
        }
        var channel = client.names().parseChannel(written);
        if (channel.isPresent()) {
            return client.house()
                    .state()
                    .channels()
                    .find(channel.get())
                    .filter(new Sight(client)::sees)
                    .map(it -> of(client, it));
        }
        return client.names()
                .parseNickname(written)
                .flatMap(client.house().state()::named)
                .filter(People::isPresent)
                .map(it -> of(client, it));
    }

    private static DescribedHere of(Client client, Channel channel) {
        var mayAlways = Operators.may(client, Privilege.MANAGE_CHANNELS);
        return new DescribedHere(
                client,
                channel.name().text(),
                new About.Place(channel.name()),
                channel.metadata(),
                mayAlways || client.personId().filter(channel::isMember).isPresent(),
                mayAlways);
    }

    private static DescribedHere of(Client client, Person person) {
        return new DescribedHere(
                client,
                person.name().text(),
                new About.Somebody(person.name()),
                person.metadata(),
                true,
                Operators.may(client, Privilege.MANAGE_ACCOUNTS));
    }

    @Override
    public Map<MetadataKey, String> all() {
        return metadata.all();
    }

    @Override
    public void set(MetadataKey key, Optional<String> value) throws Refused, InterruptedException {
        client.session().perform(new SetMetadata(about, key, value, mayAlways));
    }

    @Override
    public Map<MetadataKey, String> clear() throws Refused, InterruptedException {
        var said = metadata.all();
        client.session().perform(new ClearMetadata(about, mayAlways));
        return said;
    }
}
