package veche.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import veche.config.FileHosting;
import veche.file.NoRoom.Cause;
import veche.name.PersonId;

/// All files that people have uploaded, in a folder of the data folder: each is a folder of its
/// own, named by its id, with its bytes and what is known of it. Any thread; what writes or removes
/// waits for the disk.
///
/// A file belongs to an account, and goes with it. Files that are too old or whose account is gone
/// are as good as none at once, and are deleted soon after by a thread that does nothing else.
public final class Uploads implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);

    /// How many files can be on their way at once.
    static final int AT_ONCE = 16;

    /// How many of them from one account.
    static final int AT_ONCE_OF_ACCOUNT = 4;

    /// What each file counts at least, in bytes, however small it is: nobody fills the memory with
    /// files of nothing.
    static final long LEAST = 16 << 10;

    /// What uploads leave free of the disk, in bytes, so that the journal can go on.
    private static final long SPARED = 64 << 20;

    private static final Duration TIDYING = Duration.ofHours(1);

    /// How long a file that is being deleted may hold up the end.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final FileHosting rules;
    private final Predicate<PersonId> hasAccount;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<FileId, KeptFile> files = new ConcurrentHashMap<>();
    private final AtomicLong received = new AtomicLong();
    private final ScheduledThreadPoolExecutor tidying;

    /// Whether the operator has been asked whose the files are. Of the thread that tidies.
    private boolean isAsked;

    /// For those under way; guarded by this.
    private final Set<Place> places = new HashSet<>();

    /// Reads which files there are, and deletes what a crash has left unfinished.
    ///
    /// @param folder is made with the first file
    /// @param hasAccount whether somebody still has an account; any thread asks
    /// @throws IOException if the folder cannot be read
    public Uploads(
            Path folder,
            FileHosting rules,
            Predicate<PersonId> hasAccount,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        this.folder = folder;
        this.rules = rules;
        this.hasAccount = hasAccount;
        this.clock = clock;
        this.random = random;
        if (Files.isDirectory(folder)) {
            try (var found = Files.list(folder)) {
                for (var each : found.toList()) {
                    load(each);
                }
            }
        }
        this.tidying =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("files").factory());
        tidying.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var _ =
                tidying.scheduleWithFixedDelay(
                        this::tidyUnlessAllGo, 0, TIDYING.toSeconds(), TimeUnit.SECONDS);
    }

    private void load(Path each) throws IOException {
        var name = each.getFileName().toString();
        if (name.startsWith(UnfinishedFile.SIGN)) {
            if (FileId.parse(name.substring(1)).isPresent()) {
                UnfinishedFile.delete(each);
            }
            return;
        }
        var id = FileId.parse(name);
        if (id.isPresent()) {
            load(id.get(), each);
        }
    }

    /// One that is broken stays where it is, for whoever looks after the server.
    private void load(FileId id, Path each) {
        try {
            var about = Files.readAllBytes(each.resolve(UnfinishedFile.ABOUT));
            var file = About.read(id, about);
            if (Files.size(each.resolve(UnfinishedFile.CONTENT)) != file.size()) {
                throw new IOException("its size is another one");
            }
            files.put(id, file);
        } catch (IOException wrong) {
            log.atWarn().setCause(wrong).addKeyValue("file", each).log("a file is broken");
        }
    }

    /// All files, the oldest first.
    public List<KeptFile> all() {
        return kept().sorted(Comparator.comparing(KeptFile::time)).toList();
    }

    private Stream<KeptFile> kept() {
        var now = clock.instant();
        return files.values().stream().filter(file -> isKept(file, now));
    }

    private boolean isKept(KeptFile file, Instant now) {
        return hasAccount.test(file.owner())
                && rules.keep().filter(age -> !file.time().plus(age).isAfter(now)).isEmpty();
    }

    public Optional<KeptFile> find(FileId id) {
        return Optional.ofNullable(files.get(id)).filter(file -> isKept(file, clock.instant()));
    }

    /// Where the bytes of a file are. They may be gone at any time.
    public Path content(KeptFile file) {
        return folder.resolve(file.id().text()).resolve(UnfinishedFile.CONTENT);
    }

    /// How many files there are.
    public long count() {
        return kept().count();
    }

    /// How many bytes they have.
    public long bytes() {
        return kept().mapToLong(KeptFile::size).sum();
    }

    /// How many were uploaded since the start.
    public long received() {
        return received.get();
    }

    /// Begins to take a file.
    ///
    /// @param most how many bytes it has at most
    /// @throws NoRoom if there is no room for so many, or too many are on their way
    /// @throws IOException if the disk fails
    public Upload begin(PersonId owner, long most) throws NoRoom, IOException {
        var place = new Place(FileId.make(random), owner, most);
        var coming = keep(place);
        try {
            UnfinishedFile.make(folder);
            var free = Files.getFileStore(folder).getUsableSpace();
            require(free - coming >= SPARED, Cause.SERVER);
            return new Upload(this, place, folder);
        } catch (NoRoom | IOException | RuntimeException e) {
            end(place);
            throw e;
        }
    }

    /// @return for how many bytes room is kept now
    private synchronized long keep(Place place) throws NoRoom {
        var all = new ArrayList<>(places);
        all.add(place);
        var own = all.stream().filter(it -> it.owner().equals(place.owner())).toList();
        require(own.size() <= AT_ONCE_OF_ACCOUNT, Cause.ACCOUNT_IS_BUSY);
        require(all.size() <= AT_ONCE, Cause.SERVER_IS_BUSY);
        var ownFiles = kept().filter(it -> it.owner().equals(place.owner()));
        require(cost(own) + cost(ownFiles) <= rules.perAccount(), Cause.ACCOUNT);
        require(cost(all) + cost(kept()) <= rules.total(), Cause.SERVER);
        places.add(place);
        return cost(all);
    }

    private static long cost(List<Place> some) {
        return some.stream().mapToLong(it -> cost(it.most())).sum();
    }

    private static long cost(Stream<KeptFile> some) {
        return some.mapToLong(it -> cost(it.size())).sum();
    }

    private static long cost(long size) {
        return Math.max(size, LEAST);
    }

    private static void require(boolean isTrue, Cause otherwise) throws NoRoom {
        if (!isTrue) {
            throw new NoRoom(otherwise);
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// One is finished. Its room is not given back before it counts.
    void add(KeptFile file) {
        files.put(file.id(), file);
        received.incrementAndGet();
    }

    synchronized void end(Place place) {
        places.remove(place);
    }

    /// Removes a file, for ever.
    ///
    /// @return false if there is none
    /// @throws IOException if the disk fails; the file is there no more until the next start
    public boolean remove(FileId id) throws IOException {
        var isThere = find(id).isPresent();
        if (files.remove(id) != null) {
            try (var file = new UnfinishedFile(folder, id)) {
                file.reopen();
            }
        }
        return isThere;
    }

    /// Deletes soon what nobody can have any more. Waits for nothing.
    public void tidySoon() {
        tidying.execute(this::tidy);
    }

    /// If nobody has an account any more who has a file, the journal may be another one, such as
    /// when a damaged one was moved away: with the right one the files are wanted again.
    private void tidyUnlessAllGo() {
        if (files.isEmpty() || !isEverybodyGone()) {
            tidy();
        } else if (!isAsked) {
            isAsked = true;
            log.atWarn()
                    .addKeyValue("files", files.size())
                    .log(
                            "no file belongs to an account here, so none is deleted: is it the right"
                                    + " journal?");
        }
    }

    private boolean isEverybodyGone() {
        return files.values().stream().noneMatch(file -> hasAccount.test(file.owner()));
    }

    private void tidy() {
        var now = clock.instant();
        for (var file : files.values()) {
            if (!isKept(file, now)) {
                tidyAway(file);
            }
        }
    }

    private void tidyAway(KeptFile file) {
        try {
            remove(file.id());
        } catch (IOException e) {
            log.atError().setCause(e).log("a file cannot be deleted");
        }
    }

    /// Ends the thread that deletes, when it has done what it was asked for.
    @Override
    public void close() {
        tidying.shutdown();
        try {
            if (!tidying.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.atWarn().log("files are still being deleted");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
