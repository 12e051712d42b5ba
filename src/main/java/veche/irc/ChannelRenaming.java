package veche.irc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import veche.chat.Command;
import veche.config.Privilege;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Text;
import veche.wire.Message;

/// Channels are called something else: RENAME (https://ircv3.net/specs/extensions/channel-rename).
final class ChannelRenaming {

    static final List<Verb> ALL = List.of(Verb.after("RENAME", 2, ChannelRenaming::rename));

    /// In bytes of UTF-8: two names stand in the same line.
    private static final int LONGEST_REASON = 200;

    private final Client client;

    ChannelRenaming(Client client) {
        this.client = client;
    }

    private static void rename(Client client, Parameters parameters) throws InterruptedException {
        client.session().settle();
        var name = parameters.channel(0).filter(client.house().state().channels()::exists);
        var next = parameters.channel(1);
        if (name.isEmpty()) {
            client.reply(Numeric.NO_SUCH_CHANNEL, Texts.word(parameters.at(0)));
        } else if (next.isEmpty()) {
            client.fail(
                    "RENAME",
                    "CANNOT_RENAME",
                    "No channel can be called so",
                    name.get().text(),
                    Texts.word(parameters.at(1)));
        } else {
            client.ask(
                    new Command.RenameChannel(
                            name.get(),
                            next.get(),
                            Text.parse(Texts.cut(parameters.at(2), LONGEST_REASON)),
                            Operators.may(client, Privilege.MANAGE_CHANNELS)));
        }
    }

    /// What the client is told of it. To one that does not know this command it looks as if it had
    /// left the one channel and come into the other (section "Fallback"); if only the case has
    /// changed, it is told nothing. Runs on the journal's thread.
    List<Message> lines(Entry entry, Event.ChannelRenamed renamed, Style style) {
        client.readMarkers().renamed(renamed);
        if (style.has(Capability.CHANNEL_RENAME)) {
            return client.house().rendering().messages(entry, style);
        }
        var me = client.session().person();
        return renamed.isSpelling() || me.isEmpty()
                ? List.of()
                : moved(entry, renamed, me.get().author(), style);
    }

    private List<Message> moved(Entry entry, Event.ChannelRenamed renamed, Author me, Style style) {
        var lines = new ArrayList<Message>();
        lines.addAll(lines(entry, new Event.Parted(renamed.channel(), me, renamed.why()), style));
        lines.addAll(lines(entry, new Event.Joined(renamed.next(), me), style));
        client.house()
                .state()
                .channels()
                .find(renamed.next())
                .map(new ChannelDescription(client)::all)
                .ifPresent(lines::addAll);
        return lines;
    }

    /// The lines for what has not happened, and has no id of its own.
    private List<Message> lines(Entry entry, Event event, Style style) {
        var seeming = new Entry(entry.position(), entry.time(), event);
        return client.house().rendering().messages(seeming, style).stream()
                .map(ChannelRenaming::withoutId)
                .toList();
    }

    private static Message withoutId(Message line) {
        var tags = new LinkedHashMap<>(line.tags());
        tags.remove("msgid");
        return new Message(tags, line.source(), line.command(), line.parameters());
    }
}
