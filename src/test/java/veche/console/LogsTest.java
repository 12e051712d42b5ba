package veche.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import veche.language.Language;

class LogsTest {

    private final Screen screen = new Screen();
    @AutoClose private final TestLog log = new TestLog(1_000, 4);

    private Exit run(String line) {
        screen.out.clear();
        var commands = new Commands(List.of(() -> new LogsCommand(log.serviceLog, log.clock)));
        return commands.run(
                new Request(CommandLineWords.of(line), false, Language.ENGLISH), screen);
    }

    /// The messages that were shown, each without what stands before it.
    private List<String> shown() {
        return screen.out.stream().map(line -> line.substring(line.indexOf(": ") + 2)).toList();
    }

    private void write(String... lines) throws IOException {
        Files.writeString(log.serviceLog.path(), String.join("\n", lines) + "\n");
    }

    private List<Path> archives() throws IOException {
        try (var paths = Files.list(log.folder.resolve("log"))) {
            return paths.filter(Files::isDirectory).sorted().toList();
        }
    }

    private Stream<String> lines(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            var lines = new ArrayList<String>();
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(path));
            }
            return lines.stream();
        }
    }

    @Test
    void theLastRecordsAreShownAlsoThoseInRotatedFiles() throws IOException {
        IntStream.range(0, 80).forEach(i -> log.logger.info("bell {}", i));
        assertThat(Files.size(log.serviceLog.path())).isLessThan(1_100);
        assertThat(log.folder.resolve("log/veche.2.log")).exists();
        run("logs -n 60");
        assertThat(shown()).isEqualTo(IntStream.range(20, 80).mapToObj(i -> "bell " + i).toList());
    }

    @Test
    void whatHasGoneWrongIsShownWithItsStackTrace() {
        log.logger.info("before");
        log.logger.atError().setCause(new IOException("full")).log("cannot store");
        log.logger.info("after");
        run("logs --level WARN");
        assertThat(screen.out).hasSize(1);
        assertThat(screen.out.getFirst())
                .contains("Bell: cannot store\n\tjava.io.IOException: full");
        run("logs --grep io.IOEXCEPTION");
        assertThat(screen.out).hasSize(1);
        run("logs -n 1");
        assertThat(shown()).containsExactly("after");
    }

    @Test
    void recordsCanBeFilteredByTime() throws IOException {
        write(
                "2026-11-22T18:00:00.000+00:00 INFO  Bell: six",
                "2026-11-22T22:14:59.999+03:00 INFO  Bell: quarter past seven, nearly",
                "this is no record",
                "2026-11-22T19:15:00.000+00:00 INFO  Bell: quarter past seven",
                "2026-11-22T20:00:00.000+00:00 INFO  Bell: eight");
        run("logs --since 1h");
        assertThat(shown()).containsExactly("quarter past seven", "eight");
        run("logs --since 20:00");
        assertThat(shown()).containsExactly("eight");
        run("logs --since 2026-11-22T22:10:00+03:00 -n 2");
        assertThat(shown()).containsExactly("quarter past seven", "eight");
        run("logs --since 2026-11-22 --grep seven");
        assertThat(shown()).hasSize(2);
    }

    @Test
    void recordsAreGivenInJson() throws IOException {
        write("2026-11-22T18:00:00.000+00:00 INFO  Bell: six name=\"ann b\"");
        run("logs --json");
        assertThat(screen.text())
                .isEqualTo(
                        """
                        [{"time":"2026-11-22T18:00Z","level":"INFO","source":"Bell",\
                        "text":"six name=\\"ann b\\""}
                        ]\
                        """);
    }

    @Test
    void anEmptyLogIsShownAsNothing() {
        assertThat(run("logs")).isEqualTo(Exit.DONE);
        assertThat(screen.out).isEmpty();
        assertThat(run("logs -n -1")).isEqualTo(Exit.MISUSED);
    }

    @Test
    void anEndOfABigLogIsFoundWithoutReadingItAll() throws IOException {
        var line = "2026-11-22T18:00:00.000+00:00 INFO  Bell: " + "дон ".repeat(2_000) + "\n";
        try (var out = Files.newBufferedWriter(log.serviceLog.path())) {
            for (var i = 0; i < 1_000; i++) {
                out.write(line);
            }
        }
        run("logs -n 3");
        assertThat(screen.out).hasSize(3).containsOnly(line.strip());
    }

    @Test
    void clearingKeepsAnArchiveAndGoesOnWriting() throws IOException {
        IntStream.range(0, 40).forEach(i -> log.logger.info("bell {}", i));
        run("logs clear");
        var archive = archives().getFirst();
        assertThat(archive).hasFileName("archive-2026-11-22T20-15-00");
        assertThat(screen.text()).endsWith(archive.toString());
        run("logs");
        assertThat(screen.out).isEmpty();
        log.logger.info("afterwards");
        run("logs");
        assertThat(shown()).containsExactly("afterwards");
        run("logs clear");
        assertThat(archives()).hasSize(2);
        assertThat(lines(archive)).hasSize(40);
        run("logs clear");
        assertThat(screen.text()).isEqualTo("The log was empty already.");
    }

    @Test
    void shreddingOverwritesAndKeepsNothing() throws IOException {
        IntStream.range(0, 40).forEach(i -> log.logger.info("bell {}", i));
        try (var current = Files.newByteChannel(log.serviceLog.path());
                var rotated = Files.newByteChannel(log.folder.resolve("log/veche.1.log"))) {
            run("logs clear --shred");
            for (var channel : List.of(current, rotated)) {
                var left = ByteBuffer.allocate((int) channel.size());
                assertThat(left.capacity()).isPositive();
                channel.read(left);
                assertThat(left.array()).containsOnly(0);
            }
        }
        assertThat(archives()).isEmpty();
        assertThat(lines(log.folder)).isEmpty();
        log.logger.info("afterwards");
        assertThat(lines(log.folder)).hasSize(1);
    }

    @Test
    void whatACrashHasLeftOfAnEarlierShreddingIsDestroyedAsWell() throws IOException {
        var doomed = log.folder.resolve("log/.shredded-veche.log");
        Files.writeString(doomed, "old\n");
        log.logger.info("new");
        run("logs clear --shred");
        assertThat(doomed).doesNotExist();
        try (var left = Files.list(log.folder.resolve("log"))) {
            assertThat(left).containsExactly(log.serviceLog.path());
        }
    }

    @Test
    void filesFromWhenMoreWereKeptAreShownAndDestroyedAsWell() throws IOException {
        var left = log.folder.resolve("log/veche.7.log");
        Files.writeString(left, "2026-11-22T18:00:00.000+00:00 INFO  Bell: old\n");
        log.logger.info("new");
        run("logs");
        assertThat(shown()).containsExactly("old", "new");
        run("logs clear --shred");
        assertThat(left).doesNotExist();
    }

    @Test
    void clearingWhileManyLogLosesNothingAndDoublesNothing() throws Exception {
        try (var big = new TestLog(20_000_000, 2)) {
            var begun = new CountDownLatch(4);
            var writers = new ArrayList<Thread>();
            for (var writer = 0; writer < 4; writer++) {
                var name = "writer" + writer;
                writers.add(
                        Thread.ofPlatform()
                                .start(() -> {
                                    for (var i = 0; i < 5_000; i++) {
                                        big.logger.info("{} {}", name, i);
                                        begun.countDown();
                                    }
                                }));
            }
            begun.await();
            for (var i = 0; i < 20; i++) {
                big.serviceLog.archive();
            }
            for (var writer : writers) {
                writer.join();
            }
            assertThat(lines(big.folder)).hasSize(20_000).doesNotHaveDuplicates();
        }
    }

    @Test
    void aFollowerReadsOnThroughRotationAndClearing() throws Exception {
        IntStream.range(0, 10).forEach(i -> log.logger.info("bell {}", i));
        var heard = new LinkedBlockingQueue<String>();
        var follower = new Follower(new LogFilter(Level.INFO, Instant.MIN, "bell"));
        var reader =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                log.serviceLog.follow(
                                        5, follower, it -> heard.add(it.record().text()));
                                heard.add("end");
                            } catch (IOException | InterruptedException e) {
                                heard.add(e.toString());
                            }
                        });
        for (var i = 5; i < 10; i++) {
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("bell " + i);
        }
        IntStream.range(10, 60).forEach(i -> log.logger.info("bell {}", i));
        log.serviceLog.archive();
        log.logger.debug("bell, but less grave");
        log.logger.info("bell 60");
        log.serviceLog.shred();
        log.logger.info("bell 61");
        for (var i = 10; i < 62; i++) {
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("bell " + i);
        }
        follower.end();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("end");
        reader.join();
        assertThat(heard).isEmpty();
    }

    @Test
    void aFollowerThatDoesNotReadMissesRecordsAndIsToldHowMany() throws Exception {
        var follower = new Follower(LogFilter.EVERYTHING);
        var record = LogRecord.parse("2026-11-22T18:00:00.000+00:00 INFO  Bell: six").orElseThrow();
        IntStream.range(0, 1_005).forEach(i -> follower.tell(record));
        for (var i = 0; i < 1_000; i++) {
            assertThat(follower.next().orElseThrow().missed()).isZero();
        }
        follower.tell(record);
        follower.end();
        assertThat(follower.next().orElseThrow().missed()).isEqualTo(5);
        assertThat(follower.next()).isEmpty();
    }

    @Test
    void theLogIsForItsOwnersEyes() throws IOException {
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(log.folder.resolve("log"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        var file = Files.writeString(log.folder.resolve("file"), "x", StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        new ServiceLog(
                                log.context, file.resolve("log"), Level.INFO, 1_000, 2, log.clock))
                .isInstanceOf(IOException.class);
    }
}
