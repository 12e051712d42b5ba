package veche.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.account.Account;
import veche.event.Conversation;
import veche.event.Entry;
import veche.event.Event;
import veche.event.Text;
import veche.journal.Journal;
import veche.journal.JournalException;
import veche.journal.Search;

/// Writes what people have said into files, for them to get from the operator: one JSON object a
/// line, the latest message first. It is done beside everything else, by one thread at a time.
///
/// Any thread may call.
public final class Exports implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Exports.class);

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS'Z'").withZone(ZoneOffset.UTC);

    /// How many messages are read at once.
    private static final int PORTION = 500;

    /// How many messages one file has at most: some 200 MB.
    private static final int MOST = 1_000_000;

    /// How many files each account has at most; of more the oldest goes. Else anybody who has an
    /// account could fill the disk, and without room nobody is told anything.
    static final int KEPT = 3;

    /// How much of the disk they leave free, in bytes.
    private static final long SPARED = 64 << 20;

    private static final String ENDING = ".jsonl";

    private final Journal journal;
    private final Path folder;
    private @Nullable Thread thread;
    private volatile boolean closed;

    /// @param folder where the files come; made when there is a first one
    public Exports(Journal journal, Path folder) {
        this.journal = journal;
        this.folder = folder;
    }

    /// Begins to write a file of what the owner of an account has said, and tells the client when
    /// it is there.
    ///
    /// @param places where it was said
    /// @return false if another file is being written
    synchronized boolean begin(Query query, Account account, List<Conversation> places) {
        if (closed || (thread != null && thread.isAlive())) {
            return false;
        }
        var begun = query.house().clock().instant();
        thread = Thread.ofVirtual().name("export").start(() -> run(query, account, places, begun));
        return true;
    }

    private void run(Query query, Account account, List<Conversation> places, Instant begun) {
        var output = query.client().output();
        try {
            var file = write(account, places, begun);
            log.atInfo()
                    .addKeyValue("account", account.name())
                    .addKeyValue("file", file)
                    .log("messages exported");
            var name = String.valueOf(file.getFileName());
            query.notices(List.of(query.phrase("histserv.export.done", name)))
                    .forEach(output::send);
        } catch (IOException e) {
            log.atError().setCause(e).addKeyValue("account", account.name()).log("export failed");
            query.notices(List.of(query.phrase("refused.failed"))).forEach(output::send);
        }
    }

    /// Writes a file of what the owner of an account has said. If this fails, there is none.
    Path write(Account account, List<Conversation> places, Instant begun) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var file = folder.resolve(prefix(account) + FILE_TIME.format(begun) + ENDING);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var writer =
                        new BufferedWriter(
                                new OutputStreamWriter(Channels.newOutputStream(channel), UTF_8))) {
            write(account, places, writer);
            writer.flush();
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        deleteOld(account);
        return file;
    }

    private static String prefix(Account account) {
        return account.id().value() + "-";
    }

    /// Their names are in the order of their times.
    private void deleteOld(Account account) throws IOException {
        try (var found = Files.newDirectoryStream(folder, prefix(account) + "*" + ENDING)) {
            var files = new ArrayList<Path>();
            found.forEach(files::add);
            files.sort(Comparator.reverseOrder());
            for (var old : files.subList(Math.min(KEPT, files.size()), files.size())) {
                Files.deleteIfExists(old);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void write(Account account, List<Conversation> places, BufferedWriter writer)
            throws IOException {
        var before = Long.MAX_VALUE;
        for (var written = 0; written < MOST; written += PORTION) {
            if (closed) {
                throw new IOException("the server stops");
            }
            if (Files.getFileStore(folder).getUsableSpace() < SPARED) {
                throw new IOException("there is no room for an export");
            }
            var found = find(account, places, before);
            for (var entry : found.reversed()) {
                writer.write(JSON.std.asString(line(entry)));
                writer.write('\n');
            }
            if (found.size() < PORTION) {
                return;
            }
            before = found.getFirst().position();
        }
    }

    private List<Entry> find(Account account, List<Conversation> places, long before)
            throws JournalException {
        return places.isEmpty()
                ? List.of()
                : journal.search(
                        new Search(places, "", Optional.of(account.id()), 0, before, PORTION));
    }

    private static Map<String, String> line(Entry entry) {
        var line = new LinkedHashMap<String, String>();
        line.put("time", ServerTime.text(entry.time()));
        line.put("msgid", MessageId.of(entry.position()));
        switch (entry.event()) {
            case Event.Said said -> {
                line.put("target", said.channel().text());
                line.put("nick", said.speaker());
                line.put("command", Rendering.command(said.manner()));
                line.put("text", said.text().value());
            }
            case Event.Told(var by, var to, var manner, var text, _) -> {
                line.put("target", to.name().text());
                line.put("nick", by.name().text());
                line.put("command", Rendering.command(manner));
                line.put("text", text.value());
            }
            case Event.TopicSet(var channel, var by, var topic) -> {
                line.put("target", channel.text());
                line.put("nick", by.name().text());
                line.put("command", "TOPIC");
                line.put("text", topic.map(Text::value).orElse(""));
            }
            default -> {}
        }
        return line;
    }

    /// Ends what is being written, which takes as long as the reading of one portion.
    @Override
    public void close() {
        closed = true;
        Thread writing;
        synchronized (this) {
            writing = thread;
        }
        if (writing != null) {
            try {
                writing.join();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
