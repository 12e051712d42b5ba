package veche.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import veche.chat.Command;
import veche.chat.Recipient;
import veche.chat.Round;
import veche.chat.Session;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Event.AccountRemoved;
import veche.event.Event.AccountsCleared;
import veche.event.Event.Arrived;
import veche.event.Event.ChannelRenamed;
import veche.event.Event.Expelled;
import veche.event.Event.Joined;
import veche.event.Event.LanguageChosen;
import veche.event.Event.ModeChanged;
import veche.event.Event.Told;
import veche.event.Refusal;
import veche.event.Text;
import veche.language.Language;
import veche.name.ChannelName;
import veche.name.PersonId;
import veche.net.Connection;
import veche.net.Reason;

/// What one client sees. The client's own thread writes answers to it, and the journal's thread
/// what has happened; a small lock, under which nobody waits, keeps their lines whole and in order.
final class Screen implements Recipient {

    private static final byte[] NOTHING = {};

    /// How many entries may wait while history is read; a client for whom there are more is let go,
    /// and finds them in the history on return.
    private static final int MOST_HELD = 10_000;

    /// How many lines of the past are shown at once.
    private static final int PORTION = 50;

    /// What the bytes of a round depend on.
    private record Style(
            Language language,
            Optional<ChannelName> current,
            LocalDate day,
            Optional<PersonId> reader) {}

    private final Connection connection;
    private final Wordings wordings;
    private Wording wording;
    private @Nullable Session session;
    private Optional<PersonId> reader = Optional.empty();
    private Optional<ChannelName> current = Optional.empty();
    private LocalDate day;
    private @Nullable Queue<Round> held;
    private int heldEntries;
    private long position;

    /// @param language until it is known whose screen this is
    /// @param now lines of this day need not say so, unless lines of another day are before them
    Screen(Connection connection, Wordings wordings, Language language, Instant now) {
        this.connection = connection;
        this.wordings = wordings;
        this.wording = wordings.in(language);
        this.day = wording.dayOf(now);
    }

    synchronized Wording wording() {
        return wording;
    }

    synchronized void speak(Language language) {
        wording = wordings.in(language);
    }

    /// The channel that the client talks in; empty if it is in none.
    synchronized Optional<ChannelName> current() {
        return current;
    }

    synchronized void turnTo(Optional<ChannelName> channel) {
        current = channel;
    }

    /// Whose screen this is, from now on.
    synchronized void belongTo(Session session, PersonId reader) {
        this.session = session;
        this.reader = Optional.of(reader);
    }

    /// The position of the last entry that is on the screen; later ones are still to come.
    synchronized long position() {
        return position;
    }

    /// Lines of the server's own, in the client's language.
    synchronized void say(String phrase, Object... arguments) {
        var lines = new StringBuilder();
        wording.phrase(phrase, arguments)
                .lines()
                .forEach(line -> lines.append("*** ").append(line).append('\n'));
        put(lines, 0);
    }

    /// A phrase with no line end behind it, for what the person types next.
    synchronized void prompt(String phrase, Object... arguments) {
        put(wording.phrase(phrase, arguments) + " ", 0);
    }

    /// Lines that are in the client's language already.
    synchronized void show(List<String> lines) {
        put(String.join("\n", lines) + "\n", 0);
    }

    /// Lines for entries of the past, with a line before each new day. Waits while much is queued
    /// for this client, until it has read some of it or is let go.
    void showPast(List<Entry> entries) {
        for (var from = 0; from < entries.size(); from += PORTION) {
            showAtOnce(entries.subList(from, Math.min(from + PORTION, entries.size())));
            connection.outbox().awaitRoom();
        }
    }

    private synchronized void showAtOnce(List<Entry> entries) {
        put(render(entries, reader, current), 0);
        dated(entries);
    }

    /// As [#showPast], with the channel named in every line.
    synchronized void showFound(List<Entry> entries) {
        put(render(entries, reader, Optional.empty()), 0);
        dated(entries);
    }

    /// From now on what happens waits, so that history can be read and shown before it.
    synchronized void hold() {
        held = new ArrayDeque<>();
        heldEntries = 0;
    }

    /// What has happened meanwhile is shown, and from then on what happens is shown at once. Waits
    /// while much is queued for this client, as [#showPast].
    ///
    /// @param shown everything up to this position is on the screen, beside what waits; if history
    ///   could not be shown, do not release: what was said meanwhile would count as sent, and with
    ///   it the history before it
    void release(long shown) {
        while (!isReleased(shown)) {
            connection.outbox().awaitRoom();
        }
    }

    /// Shows one round of those that wait. If none does, nothing waits any more.
    private synchronized boolean isReleased(long shown) {
        var next = held == null ? null : held.poll();
        if (next != null) {
            heldEntries -= next.entries().size();
            tell(next);
            return false;
        }
        held = null;
        // Not before: what waited may be older, and must not count as sent until it is.
        position = Math.max(position, shown);
        put("", position);
        return true;
    }

    @Override
    public synchronized void told(Round round) {
        if (held != null) {
            held.add(round);
            heldEntries += round.entries().size();
            if (heldEntries > MOST_HELD) {
                connection.close(Reason.SLOW_CONSUMER);
            }
            return;
        }
        tell(round);
    }

    private void tell(Round round) {
        var me = session;
        var others = round.entries();
        if (me != null && round.hasDeedsOf(me)) {
            others = round.entriesOfOthers(me);
            put(render(others, reader, current), round.position());
        } else {
            var style = new Style(wording.language(), current, day, readerIfItMatters(others));
            connection.outbox().put(round.rendered(style, this::renderedLive), round.position());
        }
        position = round.position();
        dated(others);
        others.forEach(this::heed);
    }

    @Override
    public void refused(Command command, Refusal refusal) {
        refused(refusal);
    }

    @Override
    public Optional<Connection> connected() {
        return Optional.of(connection);
    }

    @Override
    public long sent() {
        return connection.outbox().written();
    }

    /// Says why something was not done.
    synchronized void refused(Refusal refusal) {
        say(Refusals.phrase(refusal), Refusals.arguments(refusal));
    }

    /// Lets the client go when it has read everything, with a word.
    void farewell(Reason reason) {
        letGo(reason);
    }

    @Override
    public void letGo(Reason reason) {
        connection.letGo(reason, "");
    }

    /// What the client reads last, and why.
    byte[] lastWords(Reason reason, String note) {
        return lastWords(wording(), reason, note);
    }

    static byte[] lastWords(Wording wording, Reason reason, String note) {
        var words = "*** " + wording.phrase("end." + reason);
        var safeNote = Text.parse(note).map(text -> " " + text).orElse("");
        return (words + safeNote + "\n").getBytes(UTF_8);
    }

    private void heed(Entry entry) {
        switch (entry.event()) {
            case ChannelRenamed _ -> current = current.map(channel -> after(entry, channel));
            case LanguageChosen chosen -> wording = wordings.in(chosen.language());
            case Expelled(var reason, var why) ->
                    connection.letGo(reason, why.map(Text::plain).orElse(""));
            case AccountsCleared _ -> farewell(Reason.ACCOUNTS_CLEARED);
            case AccountRemoved(var account) -> {
                if (reader.filter(account.person()::equals).isPresent()) {
                    farewell(Reason.ACCOUNT_REMOVED);
                }
            }
            default -> {}
        }
    }

    /// Only few events look different to each of those who see them.
    private Optional<PersonId> readerIfItMatters(List<Entry> entries) {
        return entries.stream().anyMatch(entry -> isPersonal(entry.event()))
                ? reader
                : Optional.empty();
    }

    private static boolean isPersonal(Event event) {
        return event instanceof Told || event instanceof AccountRemoved;
    }

    private byte[] renderedLive(List<Entry> entries) {
        return render(entries, reader, current).toString().getBytes(UTF_8);
    }

    private StringBuilder render(
            List<Entry> entries, Optional<PersonId> reader, Optional<ChannelName> current) {
        var lines = new StringBuilder();
        var today = day;
        var here = current;
        var before = "";
        for (var index = 0; index < entries.size(); index++) {
            var entry = entries.get(index);
            var line = wording.line(entry, reader, here);
            here = here.map(channel -> after(entry, channel));
            var isSaid = entry.event() instanceof ModeChanged && line.equals(Optional.of(before));
            if (line.isPresent() && !isSaid && !isOnlyAsNewcomer(entries, index)) {
                if (!today.equals(wording.dayOf(entry.time()))) {
                    today = wording.dayOf(entry.time());
                    lines.append(wording.day(today)).append('\n');
                }
                lines.append(line.get()).append('\n');
                before = line.get();
            }
        }
        return lines;
    }

    /// What a channel is called after an entry.
    private static ChannelName after(Entry entry, ChannelName channel) {
        return entry.event() instanceof ChannelRenamed renamed && renamed.channel().equals(channel)
                ? renamed.next()
                : channel;
    }

    /// Whether somebody became a member because they are here for the first time, which the next
    /// entry says.
    private static boolean isOnlyAsNewcomer(List<Entry> entries, int index) {
        return index + 1 < entries.size()
                && entries.get(index).event() instanceof Joined(_, var newcomer)
                && entries.get(index + 1).event() instanceof Arrived(var by)
                && by.equals(newcomer);
    }

    private void dated(List<Entry> shown) {
        if (!shown.isEmpty()) {
            day = wording.dayOf(shown.getLast().time());
        }
    }

    private void put(CharSequence text, long mark) {
        var bytes = text.isEmpty() ? NOTHING : text.toString().getBytes(UTF_8);
        connection.outbox().put(bytes, mark);
    }
}
