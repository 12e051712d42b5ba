package veche.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import veche.event.Addressee;
import veche.event.Author;
import veche.event.Credential;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Manner;
import veche.event.ModeChange;
import veche.event.Tags;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;
import veche.net.Reason;

/// Puts events in their place, as the hub does: a second and a position after the last one.
final class Scribe {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private long position;

    static Author author(long id, String name) {
        return new Author(new PersonId(id), new Nickname(name));
    }

    /// Somebody without an account, from somewhere.
    static Author guest(long id, String name) {
        return new Author(new PersonId(id), new Nickname(name), Optional.empty(), "~g@example.org");
    }

    /// Somebody who is logged in to another's account, and called something else.
    static Author visitor(long id, String name, Author owner) {
        return new Author(
                new PersonId(id), new Nickname(name), owner.login(), "~v@" + id + ".example.org");
    }

    Entry entry(Event event) {
        position++;
        return new Entry(position, timeOf(position), event);
    }

    static Instant timeOf(long position) {
        return START.plus(Duration.ofSeconds(position));
    }

    /// Leaves a gap in the order, as there is where a secret is kept elsewhere.
    void skip() {
        position++;
    }

    Entry said(String channel, Author by, String text) {
        return entry(new Event.Said(new ChannelName(channel), by, Manner.SPEECH, new Text(text)));
    }

    Entry waved(String channel, Author by, String text) {
        return entry(new Event.Said(new ChannelName(channel), by, Manner.ACTION, new Text(text)));
    }

    Entry told(Author by, Author to, String text) {
        return entry(new Event.Told(by, to, Manner.SPEECH, new Text(text)));
    }

    /// A message that its sender calls by an id.
    Entry sent(String channel, Author by, String id) {
        return entry(
                new Event.Said(
                        new ChannelName(channel),
                        by,
                        Manner.SPEECH,
                        new Text("sent once"),
                        new Tags(Map.of(Tags.CLIENT_ID, id))));
    }

    /// A message in a channel is deleted.
    Entry redacted(String channel, Author by, long position) {
        var to = new Addressee.Everyone(new ChannelName(channel));
        return entry(new Event.Redacted(to, by, position, Optional.empty()));
    }

    Entry mode(String channel, Author by, ModeChange change) {
        return entry(new Event.ModeChanged(new ChannelName(channel), by, change));
    }

    Entry topic(String channel, Author by, String topic) {
        return entry(new Event.TopicSet(new ChannelName(channel), by, Text.parse(topic)));
    }

    Entry noTopic(String channel, Author by) {
        return entry(new Event.TopicSet(new ChannelName(channel), by, Optional.empty()));
    }

    Entry joined(String channel, Author by) {
        return entry(new Event.Joined(new ChannelName(channel), by));
    }

    Entry parted(String channel, Author by) {
        return entry(new Event.Parted(new ChannelName(channel), by));
    }

    Entry registered(Author author) {
        return entry(new Event.Registered(author));
    }

    Entry credential(Author author, String secret) {
        return entry(new Event.CredentialSet(author.person(), new Credential(secret)));
    }

    Entry language(Author author, Language language) {
        return entry(new Event.LanguageChosen(author.person(), language));
    }

    Entry arrived(Author by) {
        return entry(new Event.Arrived(by));
    }

    Entry left(Author by, long seen) {
        return entry(new Event.Left(by, seen, Reason.QUIT));
    }

    Entry removed(Author author) {
        return entry(new Event.AccountRemoved(author));
    }

    Entry cleared(int accounts) {
        return entry(new Event.AccountsCleared(accounts));
    }

    Entry announced(String text) {
        return entry(new Event.Announced(new Text(text)));
    }
}
