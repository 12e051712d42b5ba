package veche.journal;

import java.util.List;
import veche.event.Addressee;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Event;
import veche.event.Tags;
import veche.name.ChannelName;

/// What happens in conversations beside what is [spoken][Event.Spoken] there, and how messages are
/// known again.
final class Happenings {

    private Happenings() {}

    /// To the history of which conversations an event belongs.
    static List<Conversation> places(Event event) {
        return switch (event) {
            case Event.Joined(var channel, _) -> in(List.of(channel));
            case Event.Parted(var channel, _, _) -> in(List.of(channel));
            case Event.Kicked(var channel, _, _, _) -> in(List.of(channel));
            case Event.ModeChanged(var channel, _, _) -> in(List.of(channel));
            case Event.ChannelRenamed renamed -> in(List.of(renamed.next()));
            case Event.Left left -> in(left.channels());
            case Event.Renamed renamed -> in(renamed.channels());
            // What was said to those of some rank is in no history, nor is that it was deleted.
            case Event.Redacted(Addressee.Ranking _, _, _, _) -> List.of();
            case Event.Redacted redacted -> List.of(place(redacted));
            default -> List.of();
        };
    }

    private static List<Conversation> in(List<ChannelName> channels) {
        return channels.stream().distinct().<Conversation>map(Conversation.InChannel::new).toList();
    }

    /// Where a message is that somebody deletes.
    static Conversation place(Event.Redacted event) {
        return switch (event.to()) {
            case Addressee.Everyone(var channel) -> new Conversation.InChannel(channel);
            case Addressee.Ranking(var channel, _) -> new Conversation.InChannel(channel);
            case Addressee.One(var other) ->
                    Conversation.Between.of(event.by().correspondent(), other.correspondent());
        };
    }

    /// Whether an event is a message that its sender may send again. A guest who is not logged in
    /// cannot: they are somebody else when they come back.
    static boolean maySendAgain(Event event) {
        return switch (event) {
            case Event.Said said -> maySendAgain(said.by(), said.tags());
            case Event.Told told -> maySendAgain(told.by(), told.tags());
            case Event.SaidToRank said -> maySendAgain(said.by(), said.tags());
            default -> false;
        };
    }

    private static boolean maySendAgain(Author by, Tags tags) {
        return by.login().isPresent() && tags.clientId().isPresent();
    }
}
