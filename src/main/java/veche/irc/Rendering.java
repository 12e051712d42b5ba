package veche.irc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import veche.chat.State;
import veche.event.Addressee;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.ModeChange;
import veche.event.PersonFlag;
import veche.event.Tags;
import veche.event.Text;
import veche.name.ChannelName;
import veche.net.Reason;
import veche.wire.LineLimits;
import veche.wire.Message;

/// Puts what happened into IRC, for a [Style] of client. What is the same for all clients of a
/// style is made once and shared; what is not, [Client] adds.
final class Rendering {

    /// What the server has noted under these names is not told as it stands there.
    private static final Set<String> NOTED =
            Set.of(Tags.BREAKS, Tags.ASIDE, Tags.RELAYED, Tags.BOT);

    private final State state;
    private final String server;
    private final Speech speech;
    private final ServerTime serverTime = new ServerTime();

    /// @param server the name of this server
    Rendering(State state, String server) {
        this.state = state;
        this.server = server;
        this.speech = new Speech(this);
    }

    static String source(Author author) {
        return author.name() + "!" + author.address();
    }

    /// The lines for entries that follow each other. Those of a style are the same for everyone; an
    /// event of which the style shows nothing has none.
    List<Message> messages(List<Entry> entries, Style style) {
        var messages = new ArrayList<Message>();
        for (var at = 0; at < entries.size(); ) {
            var end = endOfShared(entries, at);
            if (end - at == 1) {
                messages.addAll(messages(entries.get(at), style));
            } else {
                messages.add(modes(entries.subList(at, end), style));
            }
            at = end;
        }
        return messages;
    }

    /// Where the entries end that share a line with one: changes of modes that one person made to
    /// one channel at once.
    ///
    /// @param at the index of that one
    /// @return an index after it
    static int endOfShared(List<Entry> entries, int at) {
        return Math.max(at + 1, endOfModes(entries, at));
    }

    /// Where the changes end that one person made to one channel at once; `at` if there is none.
    private static int endOfModes(List<Entry> entries, int at) {
        var end = at;
        var length = 0;
        while (end < entries.size()
                && end - at < Modes.AT_ONCE
                && entries.get(end).event() instanceof Event.ModeChanged changed
                && entries.get(end).time().equals(entries.get(at).time())
                && isSame(changed, (Event.ModeChanged) entries.get(at).event())
                && (end == at || length + Modes.length(changed.change()) <= room(changed))) {
            length += Modes.length(changed.change());
            end++;
        }
        return end;
    }

    /// How many bytes of changes a line has.
    private static int room(Event.ModeChanged changed) {
        var frame = Message.of("MODE", changed.channel().text(), "");
        return frame.withSource(source(changed.by())).room(LineLimits.CLASSIC);
    }

    private static boolean isSame(Event.ModeChanged one, Event.ModeChanged other) {
        return one.channel().equals(other.channel()) && one.by().equals(other.by());
    }

    private Message modes(List<Entry> entries, Style style) {
        var changes = new ArrayList<ModeChange>();
        for (var entry : entries) {
            changes.add(((Event.ModeChanged) entry.event()).change());
        }
        var first = entries.getFirst();
        var changed = (Event.ModeChanged) first.event();
        var parameters = new ArrayList<String>();
        parameters.add(changed.channel().text());
        parameters.addAll(Modes.written(changes));
        return message(first, changed.by(), style, "MODE", parameters);
    }

    /// The lines for one entry.
    List<Message> messages(Entry entry, Style style) {
        return switch (entry.event()) {
            case Event.Said(var channel, var by, var manner, var text, var tags) ->
                    speech.lines(entry, by, channel.text(), manner, text, tags, style);
            case Event.SaidToRank(var channel, var least, var by, var manner, var text, var tags) ->
                    speech.lines(
                            entry,
                            by,
                            target(new Addressee.Ranking(channel, least), tags),
                            manner,
                            text,
                            tags,
                            style);
            case Event.Told(var by, var to, var manner, var text, var tags) ->
                    speech.lines(entry, by, to.name().text(), manner, text, tags, style);
            case Event.Reacted(var to, var by, var tags) -> signal(entry, by, to, tags, style);
            case Event.Signalled(var to, var by, var tags) -> signal(entry, by, to, tags, style);
            case Event.Redacted(var to, var by, var position, var why) ->
                    style.has(Capability.MESSAGE_REDACTION)
                            ? line(
                                    entry,
                                    by,
                                    style,
                                    "REDACT",
                                    with(target(to), MessageId.of(position), why))
                            : List.of();
            case Event.TopicSet(var channel, var by, var topic) ->
                    line(
                            entry,
                            by,
                            style,
                            "TOPIC",
                            channel.text(),
                            topic.map(Rendering::oneLine).orElse(""));
            case Event.ChannelRenamed(var channel, var next, var by, var why) ->
                    style.has(Capability.CHANNEL_RENAME)
                            ? line(
                                    entry,
                                    by,
                                    style,
                                    "RENAME",
                                    channel.text(),
                                    next.text(),
                                    why.map(Rendering::oneLine).orElse(""))
                            : List.of();
            case Event.Joined(var channel, var by) -> joined(entry, by, channel, style);
            case Event.Parted(var channel, var by, var words) ->
                    line(entry, by, style, "PART", with(channel.text(), words));
            case Event.Kicked(var channel, var by, var whom, var why) ->
                    line(
                            entry,
                            by,
                            style,
                            "KICK",
                            channel.text(),
                            whom.name().text(),
                            why.map(Rendering::oneLine).orElse(by.name().text()));
            case Event.Invited(var channel, var by, var whom) ->
                    line(entry, by, style, "INVITE", whom.name().text(), channel.text());
            case Event.Knocked _ -> List.of();
            case Event.ModeChanged _ -> List.of(modes(List.of(entry), style));
            case Event.Left left -> left(entry, left, style);
            case Event.Renamed(var by, var next, _) -> line(entry, by, style, "NICK", next.text());
            case Event.LoggedIn(var by, var after) -> loggedIn(entry, by, after, style);
            case Event.AccountRemoved(var account) ->
                    line(entry, account, style, "QUIT", "Account removed");
            case Event.AwaySet(var by, var words) ->
                    style.has(Capability.AWAY_NOTIFY)
                            ? line(
                                    entry,
                                    by,
                                    style,
                                    "AWAY",
                                    words.stream().map(People::awayWords).toArray(String[]::new))
                            : List.of();
            case Event.Arrived(var by) ->
                    style.has(Capability.AWAY_NOTIFY) ? line(entry, by, style, "AWAY") : List.of();
            case Event.RealnameSet(var by, var realname) ->
                    style.has(Capability.SETNAME)
                            ? line(entry, by, style, "SETNAME", oneLine(realname))
                            : List.of();
            case Event.MetadataSet(var subject, var by, var key, var value) ->
                    line(
                            entry,
                            by,
                            style,
                            "METADATA",
                            Stream.concat(
                                            Stream.of(subject.name(), key.text(), "*"),
                                            value.stream())
                                    .toArray(String[]::new));
            case Event.Announced(var text) -> speech.announcement(entry, server, text, style);
            case Event.Warned(var by, var text) -> line(entry, by, style, "WALLOPS", oneLine(text));
            case Event.ChannelMade _, Event.ChannelClosed _ -> List.of();
            case Event.ChannelRegistered _, Event.ChannelReleased _, Event.AccessSet _ -> List.of();
            case Event.PersonFlagged _, Event.Accepted _ -> List.of();
            case Event.Appeared _, Event.Disappeared _ -> List.of();
            case Event.Registered _, Event.CredentialSet _, Event.LanguageChosen _ -> List.of();
            case Event.CertificateAdded _, Event.CertificateRemoved _ -> List.of();
            case Event.TokenMade _, Event.TokenUsed _, Event.TokenRevoked _ -> List.of();
            case Event.Preferred _, Event.ReadMarked _, Event.DeviceSeen _ -> List.of();
            case Event.AccountsCleared _ -> List.of();
            case Event.BanSet _, Event.BanLifted _, Event.Expelled _ -> List.of();
            case Event.Withdrawn _ -> List.of();
            case Event.ChannelPurged _, Event.ChannelUnpurged _ -> List.of();
        };
    }

    private List<Message> joined(Entry entry, Author by, ChannelName channel, Style style) {
        if (!style.has(Capability.EXTENDED_JOIN)) {
            return line(entry, by, style, "JOIN", channel.text());
        }
        var account = by.login().map(login -> login.name().text()).orElse("*");
        return line(entry, by, style, "JOIN", channel.text(), account, realname(by));
    }

    /// What somebody gives as their name, or else what they are called.
    String realname(Author by) {
        return state.person(by.person())
                .flatMap(person -> person.realname())
                .map(Rendering::oneLine)
                .orElse(by.name().text());
    }

    private List<Message> left(Entry entry, Event.Left left, Style style) {
        if (left.stays()) {
            return style.has(Capability.AWAY_NOTIFY)
                    ? line(entry, left.by(), style, "AWAY", "Not connected")
                    : List.of();
        }
        var words =
                left.reason() == Reason.QUIT
                        ? "Quit" + left.words().map(text -> ": " + oneLine(text)).orElse("")
                        : left.words().map(Rendering::oneLine).orElse(Goodbyes.of(left.reason()));
        return line(entry, left.by(), style, "QUIT", words);
    }

    private List<Message> loggedIn(Entry entry, Author by, Author after, Style style) {
        var lines = new ArrayList<Message>();
        if (!by.address().equals(after.address()) && style.has(Capability.CHGHOST)) {
            var at = after.address().indexOf('@');
            lines.addAll(
                    line(
                            entry,
                            by,
                            style,
                            "CHGHOST",
                            after.address().substring(0, at),
                            after.address().substring(at + 1)));
        }
        var moved = new Author(by.person(), by.name(), by.login(), after.address());
        if (style.has(Capability.ACCOUNT_NOTIFY)) {
            var account = after.login().map(login -> login.name().text()).orElse("*");
            lines.addAll(line(entry, moved, style, "ACCOUNT", account));
        }
        if (!by.name().text().equals(after.name().text())) {
            lines.addAll(line(entry, moved, style, "NICK", after.name().text()));
        }
        return lines;
    }

    private List<Message> signal(Entry entry, Author by, Addressee to, Tags tags, Style style) {
        if (!style.has(Capability.MESSAGE_TAGS)) {
            return List.of();
        }
        var message =
                new Message(
                        tags(entry, by, style, tags),
                        source(by),
                        "TAGMSG",
                        List.of(target(to, tags)));
        return List.of(message);
    }

    /// As whoever sent it has named those to whom it is.
    private static String target(Addressee to, Tags tags) {
        return to instanceof Addressee.Ranking(var channel, _) && tags.value(Tags.ASIDE).isPresent()
                ? channel.text()
                : target(to);
    }

    /// To whom something is, as it stands in a line.
    static String target(Addressee to) {
        return switch (to) {
            case Addressee.Everyone(var channel) -> channel.text();
            case Addressee.Ranking(var channel, var least) -> Modes.sign(least) + channel.text();
            case Addressee.One(var other) -> other.name().text();
        };
    }

    private static String[] with(String parameter, Optional<Text> words) {
        return words.map(text -> new String[] {parameter, oneLine(text)})
                .orElse(new String[] {parameter});
    }

    private static String[] with(String one, String other, Optional<Text> words) {
        return words.map(text -> new String[] {one, other, oneLine(text)})
                .orElse(new String[] {one, other});
    }

    /// A text where only one line can be.
    static String oneLine(Text text) {
        return text.value().replace('\n', ' ');
    }

    private List<Message> line(
            Entry entry, Author by, Style style, String command, String... parameters) {
        return List.of(message(entry, by, style, command, List.of(parameters)));
    }

    private Message message(
            Entry entry, Author by, Style style, String command, List<String> parameters) {
        return new Message(tags(entry, by, style, Tags.NONE), source(by), command, parameters);
    }

    /// The tags of a line: those of the server, and then those of whoever sent it.
    Map<String, String> tags(Entry entry, Author by, Style style, Tags own) {
        if (style.equals(Style.PLAIN)) {
            return Map.of();
        }
        var tags = new LinkedHashMap<String, String>();
        tags(entry, by, style, own, tags::put);
        return tags;
    }

    /// As [#tags], one after the other.
    ///
    /// @param to takes each, with its value; no name comes twice
    void tags(Entry entry, Author by, Style style, Tags own, BiConsumer<String, String> to) {
        var relayed = own.value(Tags.RELAYED);
        if (style.has(Capability.SERVER_TIME)) {
            to.accept("time", serverTime.of(entry.time()));
        }
        if (style.has(Capability.MESSAGE_TAGS)) {
            to.accept("msgid", MessageId.of(entry.position()));
        }
        // Whose account it is says nothing of whose words they are.
        if (style.has(Capability.ACCOUNT_TAG) && relayed.isEmpty() && by.login().isPresent()) {
            to.accept("account", by.login().get().name().text());
        }
        if (style.has(Capability.MESSAGE_TAGS)) {
            if (own.value(Tags.BOT).isPresent() || isBot(by)) {
                to.accept(Tags.BOT, "");
            }
            for (var tag : own.values().entrySet()) {
                if (!NOTED.contains(tag.getKey())) {
                    to.accept(tag.getKey(), tag.getValue());
                }
            }
        }
        if (style.has(Capability.RELAYMSG) && relayed.isPresent()) {
            to.accept(Tags.RELAYED, by.name().text());
        }
    }

    private boolean isBot(Author by) {
        return state.person(by.person()).filter(it -> it.is(PersonFlag.BOT)).isPresent();
    }

    /// The command in which something is said.
    static String command(Manner manner) {
        return manner == Manner.NOTICE ? "NOTICE" : "PRIVMSG";
    }
}
