package veche.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import veche.chat.Round;
import veche.event.Addressee;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.name.ChannelName;
import veche.wire.Message;

/// What one client is told of what has happened where it is not what everyone is told: of its own
/// deeds, and of what concerns its owner. Runs on the journal's thread.
final class Personal {

    private final House house;
    private final Client client;

    Personal(House house, Client client) {
        this.house = house;
        this.client = client;
    }

    /// Whether everyone is told of this in the same way, but for whoever did it.
    boolean isShared(Entry entry) {
        return switch (entry.event()) {
            case Event.Said _, Event.SaidToRank _, Event.TopicSet _, Event.Redacted _ -> true;
            case Event.Joined(_, var by) -> !isMe(by) && wantsNoMore();
            case Event.Parted _, Event.Kicked _, Event.ModeChanged _ -> true;
            case Event.Left _, Event.Renamed _ -> true;
            case Event.Told told -> !isMe(told.by());
            case Event.Signalled signalled -> !isMe(signalled.by());
            case Event.Reacted reacted -> !isMe(reacted.by());
            case Event.Arrived arrived -> !isMe(arrived.by());
            case Event.AwaySet set -> !isMe(set.by());
            case Event.RealnameSet _ -> true;
            case Event.MetadataSet set -> !isMe(set.by());
            default -> false;
        };
    }

    /// Whether the client is told as everyone is of those who come into a channel.
    boolean sharesComing(Round round) {
        return client.personId().filter(round::hasComer).isEmpty() && wantsNoMore();
    }

    /// Whether the client is not told what is said for programs of whoever comes.
    private boolean wantsNoMore() {
        return client.subscriptions().keys().isEmpty();
    }

    private boolean isMe(Author author) {
        return client.personId().filter(author.person()::equals).isPresent();
    }

    /// The lines for entries that follow each other.
    ///
    /// @param isDeed whether this client has asked for them
    List<Message> messages(List<Entry> entries, boolean isDeed, Style style) {
        var lines = new ArrayList<Message>();
        var shared = new ArrayList<Entry>();
        for (var entry : entries) {
            if (entry.event() instanceof Event.ModeChanged) {
                shared.add(entry);
            } else {
                lines.addAll(house.rendering().messages(shared, style));
                shared.clear();
                lines.addAll(messages(entry, isDeed, style));
            }
        }
        lines.addAll(house.rendering().messages(shared, style));
        return lines;
    }

    private List<Message> messages(Entry entry, boolean isDeed, Style style) {
        return switch (entry.event()) {
            case Event.Said _, Event.SaidToRank _ -> spoken(entry, isDeed, style);
            case Event.Told told -> whispered(entry, told, isDeed, style);
            case Event.Signalled(var to, var by, _) -> signal(entry, by, to, isDeed, style);
            case Event.Reacted(var to, var by, _) -> signal(entry, by, to, isDeed, style);
            case Event.AwaySet(var by, _) when isMe(by) -> List.of();
            case Event.MetadataSet _ when isDeed -> List.of();
            case Event.Joined(var name, var by) when !isDeed && isMe(by) ->
                    broughtAlong(entry, name, style);
            case Event.Joined(_, var by) -> withMetadata(entry, by, isDeed, style);
            case Event.PersonFlagged(var by, var flag, var set) ->
                    List.of(
                            Message.of(
                                            "MODE",
                                            by.name().text(),
                                            (set ? "+" : "-") + Modes.letter(flag))
                                    .withSource(Rendering.source(by)));
            case Event.Knocked(var channel, var by) ->
                    List.of(
                            isMe(by)
                                    ? client.numeric(Numeric.KNOCK_DELIVERED, channel.text())
                                    : client.numeric(
                                            Numeric.KNOCK, channel.text(), Rendering.source(by)));
            case Event.ChannelRenamed renamed ->
                    new ChannelRenaming(client).lines(entry, renamed, style);
            case Event.Invited invited -> invited(entry, invited, isDeed, style);
            case Event.Appeared(var who) -> {
                var lines = new ArrayList<Message>();
                lines.add(client.numeric(Numeric.MONITOR_ONLINE, Rendering.source(who)));
                lines.addAll(metadata(who));
                yield lines;
            }
            case Event.Disappeared(var name) ->
                    List.of(client.numeric(Numeric.MONITOR_OFFLINE, name.text()));
            case Event.Announced(var text) -> text.lines().stream().map(client::notice).toList();
            case Event.ReadMarked(_, var conversation, var time) ->
                    client.has(Capability.READ_MARKER)
                            ? client.readMarkers().line(conversation, time).stream().toList()
                            : List.of();
            case Event.Preferred(var account, var name, _) ->
                    client.has(Capability.PERSISTENCE) && name.equals("persistence")
                            ? List.of(Persistence.status(client, account))
                            : List.of();
            case Event.Expelled(var reason, var why) -> {
                client.connection().letGo(reason, why.map(Rendering::oneLine).orElse(""));
                yield List.of();
            }
            case Event.AccountsCleared _ -> {
                client.letGoWithoutAccount(Optional.empty());
                yield List.of();
            }
            case Event.AccountRemoved(var account) -> {
                client.letGoWithoutAccount(Optional.of(account.person()));
                yield isMe(account) ? List.of() : house.rendering().messages(entry, style);
            }
            case Event.LoggedIn(var by, var after) when isDeed || isMe(after) -> {
                var lines = new ArrayList<>(house.rendering().messages(entry, style));
                // After the line by which the client learns its new name, if it has one.
                var isRenamed = !by.name().text().equals(after.name().text());
                lines.add(
                        isRenamed ? lines.size() : 0,
                        after.login().isPresent() ? client.loggedIn(after) : loggedOut(after));
                if (isDeed && !by.person().equals(after.person())) {
                    // Until the client has been told of the channels that it is in now.
                    client.output().hold();
                }
                yield lines;
            }
            case Event.LoggedIn(_, var after) -> withMetadata(entry, after, isDeed, style);
            default -> house.rendering().messages(entry, style);
        };
    }

    /// Another client of the same owner came into a channel, and this one is in it as well. Who is
    /// there may be many: nobody but this client waits until it has read all of it.
    private List<Message> broughtAlong(Entry entry, ChannelName name, Style style) {
        // It comes after this line, since whoever sends this one has the output's lock.
        Thread.ofVirtual().name("names").start(() -> describe(name));
        return house.rendering().messages(entry, style);
    }

    private void describe(ChannelName name) {
        house.state()
                .channels()
                .find(name)
                .map(new ChannelDescription(client)::all)
                .ifPresent(client.output()::sendAllAside);
    }

    /// What happened, and then what is said for programs of whoever came.
    private List<Message> withMetadata(Entry entry, Author who, boolean isDeed, Style style) {
        var lines = new ArrayList<>(house.rendering().messages(entry, style));
        if (!isDeed && !isMe(who)) {
            lines.addAll(metadata(who));
        }
        return lines;
    }

    private List<Message> metadata(Author who) {
        return house.state()
                .person(who.person())
                .map(person -> MetadataSync.lines(client, person))
                .orElse(List.of());
    }

    private Message loggedOut(Author by) {
        return client.numeric(Numeric.LOGGED_OUT, Rendering.source(by));
    }

    private List<Message> spoken(Entry entry, boolean isDeed, Style style) {
        return isDeed && !client.has(Capability.ECHO_MESSAGE)
                ? List.of()
                : house.rendering().messages(entry, style);
    }

    private List<Message> whispered(Entry entry, Event.Told told, boolean isDeed, Style style) {
        // What somebody writes on one device is seen on all where it is not taken for a message to
        // them: https://wiki.znc.in/Query_buffers
        var isMine = isDeed || (isMe(told.by()) && !isMe(told.to()));
        var isExpected =
                client.has(Capability.ECHO_MESSAGE)
                        || (!isDeed && client.has(Capability.SELF_MESSAGE));
        return isMine && !isExpected ? List.of() : house.rendering().messages(entry, style);
    }

    private List<Message> signal(
            Entry entry, Author by, Addressee to, boolean isDeed, Style style) {
        var isMine = isDeed || (isMe(by) && !isMe(to));
        return isMine && !client.has(Capability.ECHO_MESSAGE)
                ? List.of()
                : house.rendering().messages(entry, style);
    }

    private boolean isMe(Addressee to) {
        return to instanceof Addressee.One(var other) && isMe(other);
    }

    /// What comes to this client of what it has itself sent, beside the echo: messages to oneself.
    List<Message> delivered(List<Entry> deeds, Style style) {
        return deeds.stream()
                .filter(entry -> isToMe(entry.event()))
                .flatMap(entry -> house.rendering().messages(entry, style).stream())
                .toList();
    }

    private boolean isToMe(Event event) {
        return switch (event) {
            case Event.Told told -> isMe(told.to());
            case Event.Signalled signalled -> isMe(signalled.to());
            case Event.Reacted reacted -> isMe(reacted.to());
            default -> false;
        };
    }

    private List<Message> invited(Entry entry, Event.Invited invited, boolean isDeed, Style style) {
        if (isDeed) {
            return List.of(
                    client.numeric(
                            Numeric.INVITING,
                            invited.whom().name().text(),
                            invited.channel().text()));
        }
        return isMe(invited.whom()) || client.has(Capability.INVITE_NOTIFY)
                ? house.rendering().messages(entry, style)
                : List.of();
    }
}
