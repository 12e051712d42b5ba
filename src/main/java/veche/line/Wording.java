package veche.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import veche.event.Author;
import veche.event.Entry;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.Announced;
import veche.event.Event.Arrived;
import veche.event.Event.CredentialSet;
import veche.event.Event.Joined;
import veche.event.Event.LanguageChosen;
import veche.event.Event.Left;
import veche.event.Event.Parted;
import veche.event.Event.Registered;
import veche.event.Event.Said;
import veche.event.Event.Told;
import veche.event.Event.TopicSet;
import veche.event.Manner;
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

    /// The line for something that happened.
    ///
    /// @param reader who reads it
    /// @param current the channel that the reader talks in: its name need not be told
    /// @return empty if people are not told of this
    Optional<String> line(Entry entry, Optional<PersonId> reader, Optional<ChannelName> current) {
        return Optional.ofNullable(
                        switch (entry.event()) {
                            case Said(var channel, var by, var manner, var text) ->
                                    prefix(channel, current)
                                            + spoken(by.name().text(), manner, text);
                            case Told told -> whispered(told, reader);
                            case TopicSet(var channel, var by, var topic) ->
                                    topic.isPresent()
                                            ? notice("topic.set", by.name(), channel, topic.get())
                                            : notice("topic.removed", by.name(), channel);
                            case Joined(var channel, var by) ->
                                    notice("joined", by.name(), channel);
                            case Parted(var channel, var by) ->
                                    notice("parted", by.name(), channel);
                            case Arrived(var by) -> notice("arrived", by.name());
                            case Left(var by, _, var reason) -> notice("left." + reason, by.name());
                            case Announced(var text) -> notice("announced", text);
                            case AccountRemoved(var account) ->
                                    is(account, reader)
                                            ? null
                                            : notice("account.removed", account.name());
                            case AccountsCleared _, Registered _, CredentialSet _ -> null;
                            case LanguageChosen _ -> null;
                        })
                .map(words -> "[" + clock(entry.time()) + "] " + words);
    }

    private static String prefix(ChannelName channel, Optional<ChannelName> current) {
        return current.filter(channel::equals).isPresent() ? "" : channel + " ";
    }

    private static String spoken(String who, Manner manner, Text text) {
        return switch (manner) {
            case SPEECH -> who + ": " + text;
            case ACTION -> "* " + who + " " + text;
        };
    }

    private String whispered(Told told, Optional<PersonId> reader) {
        var who = person(told.by(), reader) + " -> " + person(told.to(), reader);
        return spoken(who, told.manner(), told.text());
    }

    private String person(Author author, Optional<PersonId> reader) {
        return reader.filter(author.account()::equals).isPresent()
                ? phrase("you")
                : author.name().text();
    }

    private static boolean is(Author author, Optional<PersonId> reader) {
        return reader.filter(author.account()::equals).isPresent();
    }

    private String notice(String key, Object... arguments) {
        return "*** " + phrase(key, arguments);
    }
}
