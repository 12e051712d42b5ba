package veche.irc;

import java.time.Duration;
import java.util.Optional;
import veche.chat.Command;
import veche.config.Privilege;
import veche.event.Addressee;
import veche.event.Author;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Rank;
import veche.event.Refusal;
import veche.event.Refused;
import veche.event.Tags;
import veche.journal.JournalException;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Deletes a message: REDACT (https://ircv3.net/specs/extensions/message-redaction). Belongs to the
/// client's own thread.
final class Redaction {

    private static final String NAME = "REDACT";

    private final Client client;
    private final String target;
    private final String id;

    private Redaction(Client client, Parameters parameters) {
        this.client = client;
        this.target = Texts.word(parameters.at(0));
        this.id = Texts.word(parameters.at(1));
    }

    static void ask(Client client, Parameters parameters)
            throws Refused, JournalException, InterruptedException {
        if (!client.has(Capability.MESSAGE_REDACTION)) {
            client.reply(Numeric.UNKNOWN_COMMAND, NAME);
            return;
        }
        client.session().settle();
        new Redaction(client, parameters).answer(parameters);
    }

    private void answer(Parameters parameters)
            throws Refused, JournalException, InterruptedException {
        var to = MessageVerbs.target(client, parameters.at(0));
        var place = to == null ? Optional.<Place>empty() : place(to);
        if (to == null || place.isEmpty()) {
            client.fail(NAME, "INVALID_TARGET", "You cannot delete messages there", target);
            return;
        }
        var entry = find(to, place.get().conversation());
        if (entry.isEmpty()) {
            fail("UNKNOWN_MSGID", "This message does not exist, or not any more");
        } else if (isTooOld(entry.get()) && !isKeeper(to)) {
            var window = window().map(Duration::toSeconds).orElse(0L);
            client.fail(
                    NAME,
                    "REDACT_WINDOW_EXPIRED",
                    "This message can no longer be deleted",
                    target,
                    id,
                    Long.toString(window));
        } else {
            var author = author(entry.get().event()).orElseThrow().correspondent();
            var why = ChannelVerbs.words(parameters, 2);
            delete(
                    new Command.Redact(
                            heard(to, entry.get().event()), entry.get().position(), author, why));
        }
    }

    /// Whoever may do everywhere what founders may need not be there.
    private Optional<Place> place(Command.Target to) throws JournalException {
        return to instanceof Command.Target.Everyone(var channel)
                        && Operators.may(client, Privilege.MANAGE_CHANNELS)
                ? Optional.of(new Place(new Conversation.InChannel(channel), channel.text()))
                : Place.of(client, name(to));
    }

    private static String name(Command.Target to) {
        return switch (to) {
            case Command.Target.Everyone(var channel) -> channel.text();
            case Command.Target.Ranking(var channel, _) -> channel.text();
            case Command.Target.One(var name) -> name.text();
        };
    }

    /// The message, if it is one that was said there.
    private Optional<Entry> find(Command.Target to, Conversation place) throws JournalException {
        var position = MessageId.parse(id);
        return position.isEmpty()
                ? Optional.empty()
                : client.house()
                        .journal()
                        .find(position.get())
                        .filter(entry -> isIn(entry.event(), to, place));
    }

    private static boolean isIn(Event event, Command.Target to, Conversation place) {
        return switch (event) {
            case Event.Said said -> isShared(to) && said.conversation().equals(place);
            case Event.Told told -> told.conversation().equals(place);
            case Event.Reacted reacted ->
                    isSame(rank(to), rank(reacted.to())) && reacted.conversation().equals(place);
            case Event.SaidToRank said ->
                    isSame(rank(heard(to, event)), Optional.of(said.least()))
                            && new Conversation.InChannel(said.channel()).equals(place);
            default -> false;
        };
    }

    /// To whom a message went that was said to that target: what was relayed to those who keep
    /// order is deleted among them.
    private static Command.Target heard(Command.Target to, Event event) {
        return to instanceof Command.Target.Everyone(var channel)
                        && event instanceof Event.SaidToRank said
                        && said.tags().value(Tags.ASIDE).isPresent()
                ? new Command.Target.Ranking(channel, said.least())
                : to;
    }

    private static boolean isShared(Command.Target to) {
        return to instanceof Command.Target.Everyone;
    }

    private static boolean isSame(Optional<Rank> one, Optional<Rank> other) {
        return one.equals(other);
    }

    private static Optional<Rank> rank(Command.Target to) {
        return to instanceof Command.Target.Ranking(_, var least)
                ? Optional.of(least)
                : Optional.empty();
    }

    private static Optional<Rank> rank(Addressee to) {
        return to instanceof Addressee.Ranking(_, var least)
                ? Optional.of(least)
                : Optional.empty();
    }

    private static Optional<Author> author(Event event) {
        return switch (event) {
            case Event.Spoken spoken -> Optional.of(spoken.by());
            case Event.SaidToRank said -> Optional.of(said.by());
            default -> Optional.empty();
        };
    }

    private boolean isTooOld(Entry entry) {
        var now = client.house().clock().instant();
        return window().filter(it -> entry.time().plus(it).isBefore(now)).isPresent();
    }

    private Optional<Duration> window() {
        return client.house().settings().irc().redaction();
    }

    /// Whether the client's owner keeps order there, and deletes what they like.
    private boolean isKeeper(Command.Target to) {
        return !(to instanceof Command.Target.One)
                && (Operators.may(client, Privilege.MANAGE_CHANNELS)
                        || hasRank(client.names().channel(name(to))));
    }

    private boolean hasRank(ChannelName name) {
        return client.house()
                .state()
                .channels()
                .find(name)
                .filter(channel -> channel.isAtLeast(me(), Rank.HALF_OPERATOR))
                .isPresent();
    }

    private PersonId me() {
        return client.personId().orElseThrow();
    }

    private void delete(Command.Redact command) throws Refused, InterruptedException {
        try {
            client.perform(command);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.MayNotDelete)) {
                throw refused;
            }
            fail("REDACT_FORBIDDEN", "You are not authorised to delete this message");
        }
    }

    private void fail(String code, String text) throws InterruptedException {
        client.fail(NAME, code, text, target, id);
    }
}
