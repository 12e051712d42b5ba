package veche.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Event.Accepted;
import veche.event.Event.AccessSet;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.Announced;
import veche.event.Event.Appeared;
import veche.event.Event.Arrived;
import veche.event.Event.AwaySet;
import veche.event.Event.BanLifted;
import veche.event.Event.BanSet;
import veche.event.Event.CertificateAdded;
import veche.event.Event.CertificateRemoved;
import veche.event.Event.ChannelClosed;
import veche.event.Event.ChannelMade;
import veche.event.Event.ChannelPurged;
import veche.event.Event.ChannelRegistered;
import veche.event.Event.ChannelReleased;
import veche.event.Event.ChannelRenamed;
import veche.event.Event.ChannelUnpurged;
import veche.event.Event.CredentialSet;
import veche.event.Event.DeviceSeen;
import veche.event.Event.Disappeared;
import veche.event.Event.Expelled;
import veche.event.Event.Invited;
import veche.event.Event.Joined;
import veche.event.Event.Kicked;
import veche.event.Event.Knocked;
import veche.event.Event.LanguageChosen;
import veche.event.Event.Left;
import veche.event.Event.LoggedIn;
import veche.event.Event.MetadataSet;
import veche.event.Event.ModeChanged;
import veche.event.Event.Parted;
import veche.event.Event.PersonFlagged;
import veche.event.Event.Preferred;
import veche.event.Event.Reacted;
import veche.event.Event.ReadMarked;
import veche.event.Event.RealnameSet;
import veche.event.Event.Redacted;
import veche.event.Event.Registered;
import veche.event.Event.Renamed;
import veche.event.Event.Said;
import veche.event.Event.SaidToRank;
import veche.event.Event.Signalled;
import veche.event.Event.TokenMade;
import veche.event.Event.TokenRevoked;
import veche.event.Event.TokenUsed;
import veche.event.Event.Told;
import veche.event.Event.TopicSet;
import veche.event.Event.Warned;
import veche.event.Event.Withdrawn;
import veche.event.Manner;
import veche.event.ModeChange.Ranked;
import veche.event.Text;
import veche.language.Language;
import veche.language.Phrases;
import veche.name.ChannelName;
import veche.name.PersonId;

/// Puts what happened into plain lines of one language. Has no state; used by many threads.
///
/// Whatever anyone wrote stands behind their name, so nobody can write a line that looks as if it
/// came from the server or from somebody else: the server's own lines have three asterisks.
final class Wording {

    private final Phrases phrases;
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter date;

    Wording(Language language, ZoneId zone) {
        this.phrases = new Phrases("veche.line.phrases", language);
        this.zone = zone;
        this.time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
        this.day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language.locale());
        this.date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.locale())
                        .withZone(zone);
    }

    Language language() {
        return phrases.language();
    }

    String phrase(String key, Object... arguments) {
        return phrases.text(key, arguments);
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    String day(LocalDate date) {
        return "--- " + day.format(date) + " ---";
    }

    /// A day and a time.
    String moment(Instant instant) {
        return date.format(instant) + ", " + clock(instant);
    }

    String clock(Instant instant) {
        return time.format(instant);
    }

    /// The line for something that happened; for a message of several lines as many, each with its
    /// time.
    ///
    /// @param reader who reads it
    /// @param current the channel that the reader talks in: its name need not be told
    /// @return empty if people are not told of this
    Optional<String> line(Entry entry, Optional<PersonId> reader, Optional<ChannelName> current) {
        var time = "[" + clock(entry.time()) + "] ";
        return words(entry.event(), reader, current)
                .map(words -> time + words.replace("\n", "\n" + time));
    }

    private Optional<String> words(
            Event event, Optional<PersonId> reader, Optional<ChannelName> current) {
        return Optional.ofNullable(
                switch (event) {
                    case Said said ->
                            spoken(
                                    prefix(said.channel(), current),
                                    said.speaker(),
                                    said.manner(),
                                    said.text());
                    case SaidToRank(var channel, _, var by, var manner, var text, _) ->
                            spoken(channel + " ", by.name() + " -> @", manner, text);
                    case Told told -> whispered(told, reader);
                    case TopicSet(var channel, var by, var topic) ->
                            topic.isPresent()
                                    ? notice("topic.set", by.name(), channel, topic.get().plain())
                                    : notice("topic.removed", by.name(), channel);
                    case Withdrawn(_, var by) -> notice("withdrawn", by.name());
                    case Redacted(_, var by, _, _) -> notice("redacted", by.name());
                    case Joined(var channel, var by) -> notice("joined", by.name(), channel);
                    case Parted(var channel, var by, _) -> notice("parted", by.name(), channel);
                    case Kicked(var channel, var by, var whom, var why) ->
                            notice("kicked", whom.name(), channel, by.name())
                                    + why.map(text -> ": " + text.plain()).orElse("");
                    case Knocked(var channel, var by) -> notice("knocked", by.name(), channel);
                    case ChannelRenamed(var channel, var next, var by, var why) ->
                            notice("channel.renamed", by.name(), channel, next)
                                    + why.map(text -> ": " + text.plain()).orElse("");
                    case Invited(var channel, var by, var whom) ->
                            notice("invited", by.name(), whom.name(), channel);
                    case ModeChanged(var channel, var by, Ranked(var who, var rank, var given)) ->
                            notice(
                                    given ? "rank.given" : "rank.taken",
                                    by.name(),
                                    who.name(),
                                    channel,
                                    phrase("rank." + rank));
                    case ModeChanged(var channel, var by, _) ->
                            notice("modes.changed", by.name(), channel);
                    case Arrived(var by) -> notice("arrived", by.name());
                    case Left(var by, _, var reason, _, _, _) ->
                            notice("left." + reason, by.name());
                    case Renamed(var by, var next, _) -> notice("renamed", by.name(), next);
                    case LoggedIn(var by, var after) ->
                            by.name().equals(after.name())
                                    ? null
                                    : notice("renamed", by.name(), after.name());
                    case Announced(var text) -> announcement(text);
                    case AccountRemoved(var account) ->
                            is(account, reader) ? null : notice("account.removed", account.name());
                    case Warned(var by, var text) -> notice("warned", by.name(), text.plain());
                    case AccountsCleared _, Registered _, CredentialSet _ -> null;
                    case CertificateAdded _, CertificateRemoved _ -> null;
                    case TokenMade _, TokenUsed _, TokenRevoked _ -> null;
                    case LanguageChosen _, Preferred _, ReadMarked _, DeviceSeen _ -> null;
                    case MetadataSet _ -> null;
                    case ChannelMade _, ChannelClosed _ -> null;
                    case ChannelRegistered _, ChannelReleased _, AccessSet _ -> null;
                    case Reacted _, Signalled _, AwaySet _, RealnameSet _ -> null;
                    case PersonFlagged _, Accepted _, Appeared _, Disappeared _ -> null;
                    case BanSet _, BanLifted _, Expelled _ -> null;
                    case ChannelPurged _, ChannelUnpurged _ -> null;
                });
    }

    private static String prefix(ChannelName channel, Optional<ChannelName> current) {
        return current.filter(channel::equals).isPresent() ? "" : channel + " ";
    }

    /// What somebody said, each line with their name. Commands to programs are nothing that people
    /// read.
    private static @Nullable String spoken(String prefix, String who, Manner manner, Text text) {
        if (text.isCommand()) {
            return null;
        }
        return text.plain()
                .lines()
                .map(line ->
                        prefix
                                + switch (manner) {
                                    case SPEECH -> who + ": " + line;
                                    case ACTION -> "* " + who + " " + line;
                                    case NOTICE -> "-" + who + "- " + line;
                                })
                .collect(Collectors.joining("\n"));
    }

    /// Each line says whose it is, as what people say does.
    private String announcement(Text text) {
        return text.plain()
                .lines()
                .map(line -> notice("announced", line))
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String whispered(Told told, Optional<PersonId> reader) {
        var who = person(told.by(), reader) + " -> " + person(told.to(), reader);
        return spoken("", who, told.manner(), told.text());
    }

    private String person(Author author, Optional<PersonId> reader) {
        return reader.filter(author.person()::equals).isPresent()
                ? language().you()
                : author.name().text();
    }

    private static boolean is(Author author, Optional<PersonId> reader) {
        return reader.filter(author.person()::equals).isPresent();
    }

    private String notice(String key, Object... arguments) {
        return "*** " + phrase(key, arguments);
    }
}
