package veche.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import veche.config.Retention;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.name.CaseMapping;
import veche.name.ChannelName;

/// The writing side of `veche.db`. Runs on the journal's thread, but for the two numbers that
/// anyone may ask for.
final class SqliteWriter implements AutoCloseable {

    /// How much of the database is kept in memory at most, in kibibytes. With a thousand busy
    /// conversations each commit writes to a page of each in the index.
    private static final int CACHE = 8_000;

    /// How many pages of 4 KiB gather in the write-ahead log before they go to the database, which
    /// holds up the commit that does it. A page that was written four times then goes once. With a
    /// quarter of these, each twentieth commit took three times as long while 1,000 channels
    /// talked.
    private static final int GATHERED = 16_000;

    /// The row of the table of that name.
    private record Tally(long last, long messages) {}

    private final Connection connection;
    private final Conversations conversations;
    private final Inserts messages;

    /// Of those the ones that are [plain][Row#isPlain], which are by far the most: what they have
    /// not need not be handed to SQLite, which takes as long for each column that has nothing.
    private final Inserts plain;

    private final Inserts events;
    private final Inserts happenings;
    private final Inserts sent;
    private final List<Inserts> tables;
    private final MessageIndex index;
    private final Redaction redaction;
    private final FactTable facts;
    private final Pruning pruning;
    private final PreparedStatement count;
    private volatile Tally tally;

    /// Whether the write-ahead log may have a copy of words that may no longer be kept.
    private boolean secretsEnded = true;

    /// @param names how they are read
    /// @param unindexed what readers have to look into as well
    SqliteWriter(Connection connection, CaseMapping names, Unindexed unindexed)
            throws SQLException {
        this.connection = connection;
        // What is deleted is overwritten: nobody finds an old secret, or a deleted message, in
        // the file.
        Sqlite.execute(connection, "PRAGMA secure_delete = ON");
        Sqlite.execute(connection, "PRAGMA cache_size = -" + CACHE);
        Sqlite.execute(connection, "PRAGMA wal_autocheckpoint = " + GATHERED);
        // What a statement may have to undo: once it changes 16 pages SQLite would make a file for
        // that, in the folder for temporary files, which may be full though the disk is not.
        Sqlite.execute(connection, "PRAGMA temp_store = MEMORY");
        index = new MessageIndex(connection, unindexed);
        conversations = new Conversations(connection, index);
        messages =
                new Inserts(
                        connection,
                        "message",
                        "position",
                        "time",
                        "kind",
                        "conversation",
                        "ordinal",
                        "account",
                        "name",
                        "login",
                        "address",
                        "to_name",
                        "to_login",
                        "text",
                        "detail",
                        "tags");
        plain =
                new Inserts(
                        connection,
                        "message",
                        Map.of("kind", "'" + Row.word(Row.Kind.SAID) + "'"),
                        "position",
                        "time",
                        "conversation",
                        "ordinal",
                        "account",
                        "name",
                        "login",
                        "address",
                        "text");
        events =
                new Inserts(
                        connection,
                        "event",
                        "position",
                        "time",
                        "kind",
                        "account",
                        "name",
                        "login",
                        "address",
                        "to_account",
                        "to_name",
                        "to_login",
                        "channel",
                        "channels",
                        "text",
                        "detail",
                        "number",
                        "tags",
                        "conversation");
        happenings = new Inserts(connection, "happening", "conversation", "position");
        sent = new Inserts(connection, "sent", "position");
        tables = List.of(messages, plain, events, happenings, sent);
        redaction = new Redaction(connection);
        facts = new FactTable(connection);
        pruning = new Pruning(connection);
        count =
                connection.prepareStatement(
                        "UPDATE tally SET last = ?, messages = messages + ?, indexed = ?");
        tally = tally();
    }

    private Tally tally() throws SQLException {
        return new Tally(
                Sqlite.number(connection, "SELECT last FROM tally"),
                Sqlite.number(connection, "SELECT messages FROM tally"));
    }

    /// As of the last batch. Any thread may ask.
    long last() {
        return tally.last();
    }

    /// As of the last batch. Any thread may ask.
    long messages() {
        return tally.messages();
    }

    void append(List<Entry> batch) throws SQLException {
        Batches.require(batch, tally.last());
        var spoken = batch.stream().filter(entry -> entry.event() instanceof Event.Spoken).count();
        var end = batch.getLast().position();
        try {
            Sqlite.atomically(
                    connection,
                    () -> {
                        for (var entry : batch) {
                            store(entry);
                        }
                        flush();
                        count(end, spoken, index.write(end));
                    });
        } catch (SQLException | RuntimeException e) {
            // Nothing of the batch is in the database, so nothing of it may stay here.
            tables.forEach(Inserts::forget);
            index.forget();
            conversations.forget();
            throw e;
        }
        index.settle(end);
        tally = new Tally(end, tally.messages() + spoken);
    }

    private void flush() throws SQLException {
        for (var table : tables) {
            table.flush();
        }
    }

    private void store(Entry entry) throws SQLException {
        var event = entry.event();
        var row = Translation.row(event);
        if (event instanceof Event.ChannelRenamed renamed) {
            rename(renamed);
        }
        var channel = event instanceof Event.Spoken ? null : channel(row);
        switch (event) {
            case Event.Spoken spoken -> {
                var conversation = conversations.of(spoken.conversation());
                storeMessage(entry, conversation, row);
                channel = row.isInChannel() ? conversation : null;
            }
            case Event.Current _ -> {}
            default -> storeEvent(entry, row, channel);
        }
        if (event instanceof Event.ChannelMade made) {
            conversations.spell(made.channel());
        }
        if (Happenings.maySendAgain(event)) {
            sent.add(entry.position());
        }
        if (event instanceof Event.Redacted redacted) {
            flush();
            redaction.take(redacted);
        }
        facts.take(entry, row, channel);
        if (event instanceof Event.ChannelClosed closed && closed.wasPrivate()) {
            free(closed.channel());
        }
        secretsEnded |= Facts.mayEndSecrets(event);
    }

    private Conversations.@Nullable Numbered channel(Row row) throws SQLException {
        return row.isInChannel()
                ? conversations.of(new Conversation.InChannel(row.channel()))
                : null;
    }

    private void rename(Event.ChannelRenamed event) throws SQLException {
        if (!event.isSpelling()) {
            free(event.next());
        }
        conversations.rename(event.channel(), event.next());
    }

    private void free(ChannelName channel) throws SQLException {
        var former = conversations.free(channel);
        if (former != null) {
            facts.forget(former);
        }
    }

    private void storeMessage(Entry entry, Conversations.Numbered conversation, Row row)
            throws SQLException {
        if (row.isPlain()) {
            plain.add(
                    entry.position(),
                    entry.time().toEpochMilli(),
                    conversation.id,
                    conversation.next(),
                    row.account,
                    row.name,
                    row.login,
                    row.address,
                    row.text);
        } else {
            messages.add(
                    entry.position(),
                    entry.time().toEpochMilli(),
                    row.kind(),
                    conversation.id,
                    conversation.next(),
                    row.account,
                    row.name,
                    row.login,
                    row.address,
                    row.toName,
                    row.toLogin,
                    row.text,
                    row.detail,
                    row.tags);
        }
        index.add(conversation.id, entry.position());
        pruning.grown(conversation.id);
    }

    private void storeEvent(Entry entry, Row row, Conversations.@Nullable Numbered channel)
            throws SQLException {
        events.add(
                entry.position(),
                entry.time().toEpochMilli(),
                row.kind(),
                row.account,
                row.name,
                row.login,
                row.address,
                row.toAccount,
                row.toName,
                row.toLogin,
                row.channel,
                row.channels,
                row.text,
                row.detail,
                row.number,
                row.tags,
                channel == null ? null : channel.id);
        for (var place : Happenings.places(entry.event())) {
            happenings.add(conversations.of(place).id, entry.position());
        }
    }

    private void count(long end, long spoken, long indexed) throws SQLException {
        count.setLong(1, end);
        count.setLong(2, spoken);
        count.setLong(3, indexed);
        count.executeUpdate();
    }

    /// As [Journal#prune] says; and all messages are in the index afterwards.
    ///
    /// @param searched up to which id the search index has dealt with what was forgotten
    int prune(Retention retention, Instant now, int limit, long searched) throws SQLException {
        emptyLog();
        try {
            var forgotten =
                    Sqlite.countAtomically(
                            connection,
                            () -> {
                                index.writeAll(tally.last());
                                return pruning.prune(retention, now, limit, searched);
                            });
            index.settle(tally.last());
            tally = tally();
            return forgotten;
        } catch (SQLException | RuntimeException e) {
            index.forget();
            pruning.forget();
            throw e;
        }
    }

    /// Writes all that waits to be in the index, so that nothing is left to do at the next start.
    void finish() throws SQLException {
        try {
            Sqlite.atomically(connection, () -> index.writeAll(tally.last()));
        } catch (SQLException | RuntimeException e) {
            index.forget();
            throw e;
        }
        index.settle(tally.last());
    }

    /// Overwrites the copies of old secrets and deleted messages in the write-ahead log. If readers
    /// are in the way, the next call does it.
    private void emptyLog() throws SQLException {
        if (secretsEnded) {
            var busy = Sqlite.number(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            secretsEnded = busy != 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
