package veche.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.config.FileHosting;
import veche.name.PersonId;

class UploadsTest {

    private static final PersonId ANN = new PersonId(1);
    private static final PersonId BOB = new PersonId(2);
    private static final FileName NAME = new FileName("tea.txt");
    private static final FileHosting RULES =
            new FileHosting(
                    true,
                    32 << 10,
                    List.of("*/*"),
                    64 << 10,
                    96 << 10,
                    Optional.of(Duration.ofDays(1)));

    @TempDir private Path folder;

    private final Set<PersonId> accounts = new HashSet<>(Set.of(ANN, BOB));
    private Instant now = Instant.parse("2026-11-24T15:00:00Z");
    private Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        uploads =
                new Uploads(
                        folder.resolve("files"),
                        RULES,
                        accounts::contains,
                        () -> now,
                        new SecureRandom());
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    private void reopen() throws IOException {
        close();
        open();
    }

    private KeptFile upload(PersonId owner) throws Exception {
        try (var upload = uploads.begin(owner, 100)) {
            upload.write(ByteBuffer.wrap("tea".getBytes(UTF_8)));
            return upload.finish(NAME, MediaType.PLAIN_TEXT);
        }
    }

    private List<Path> onDisk() throws IOException {
        try (var files = Files.list(folder.resolve("files"))) {
            return files.toList();
        }
    }

    private NoRoom.Cause refusal(PersonId owner, long size) {
        return catchThrowableOfType(NoRoom.class, () -> uploads.begin(owner, size)).why();
    }

    @Test
    void aFileIsThereWhenItIsFinished() throws Exception {
        try (var upload = uploads.begin(ANN, 100)) {
            upload.write(ByteBuffer.wrap("tea".getBytes(UTF_8)));
            assertThat(uploads.all()).isEmpty();
            upload.finish(NAME, MediaType.PLAIN_TEXT);
        }
        var file = uploads.all().getFirst();
        assertThat(file.size()).isEqualTo(3);
        assertThat(uploads.find(file.id())).contains(file);
        assertThat(uploads.content(file)).hasContent("tea");
        assertThat(uploads.count()).isEqualTo(1);
        assertThat(uploads.bytes()).isEqualTo(3);
        reopen();
        assertThat(uploads.all()).containsExactly(file);
    }

    @Test
    void whatIsNotFinishedLeavesNothing() throws Exception {
        try (var upload = uploads.begin(ANN, 100)) {
            upload.write(ByteBuffer.wrap("te".getBytes(UTF_8)));
        }
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void aFileThatIsTooOldIsGone() throws Exception {
        var file = upload(ANN);
        now = now.plus(Duration.ofDays(1)).minusMillis(1);
        assertThat(uploads.find(file.id())).isPresent();
        now = now.plusMillis(1);
        assertThat(uploads.find(file.id())).isEmpty();
        assertThat(uploads.all()).isEmpty();
        uploads.tidySoon();
        close();
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void aFileGoesWithItsAccount() throws Exception {
        var file = upload(ANN);
        var other = upload(BOB);
        accounts.remove(ANN);
        assertThat(uploads.find(file.id())).isEmpty();
        uploads.tidySoon();
        close();
        assertThat(onDisk()).hasSize(1);
        assertThat(uploads.all()).containsExactly(other);
    }

    @Test
    void ifTheJournalKnowsNobodyNoFileIsDeletedAtTheStart() throws Exception {
        var file = upload(ANN);
        accounts.remove(ANN);
        reopen();
        close();
        assertThat(onDisk()).hasSize(1);
        accounts.add(ANN);
        reopen();
        assertThat(uploads.find(file.id())).isPresent();
    }

    @Test
    void aFileIsRemovedOnce() throws Exception {
        var file = upload(ANN);
        assertThat(uploads.remove(file.id())).isTrue();
        assertThat(uploads.remove(file.id())).isFalse();
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void anAccountAndAllOfThemHaveOnlySoMuchRoom() throws Exception {
        // The smallest counts as 16 KiB.
        for (var count = 0; count < 4; count++) {
            upload(ANN);
        }
        assertThat(refusal(ANN, 1)).isEqualTo(NoRoom.Cause.ACCOUNT);
        upload(BOB);
        upload(BOB);
        assertThat(refusal(BOB, 1)).isEqualTo(NoRoom.Cause.SERVER);
        uploads.remove(uploads.all().getFirst().id());
        upload(BOB);
    }

    @Test
    void whatIsBeingSentTakesRoomAsWell() throws Exception {
        try (var _ = uploads.begin(ANN, 32 << 10);
                var _ = uploads.begin(ANN, 32 << 10)) {
            assertThat(refusal(ANN, 1)).isEqualTo(NoRoom.Cause.ACCOUNT);
        }
        upload(ANN);
    }

    @Test
    void onlySoManyAreSentAtOnce() throws Exception {
        var under = new ArrayList<Upload>();
        for (var count = 0; count < Uploads.AT_ONCE_OF_ACCOUNT; count++) {
            under.add(uploads.begin(ANN, 1));
        }
        assertThat(refusal(ANN, 1)).isEqualTo(NoRoom.Cause.ACCOUNT_IS_BUSY);
        for (var upload : under) {
            upload.close();
        }
        upload(ANN);
    }

    @Test
    void whatIsBrokenStaysForWhoeverLooksAfterTheServer() throws Exception {
        var file = upload(ANN);
        var broken = upload(BOB);
        Files.writeString(uploads.content(broken).resolveSibling("about.json"), "{\"owner\":");
        Files.writeString(folder.resolve("files/notes.txt"), "mine");
        reopen();
        assertThat(uploads.all()).containsExactly(file);
        assertThat(onDisk()).hasSize(3);
    }
}
