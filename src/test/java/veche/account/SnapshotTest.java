package veche.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import veche.account.Snapshot.Saved;
import veche.event.Credential;
import veche.language.Language;
import veche.name.CaseMapping;
import veche.name.ChannelName;
import veche.name.Nickname;
import veche.name.PersonId;

class SnapshotTest {

    private static final Instant TAKEN = Instant.parse("2026-11-22T20:13:38.123Z");

    private static final Saved ANN =
            new Saved(
                    new Account(
                            new PersonId(17),
                            new Nickname("Ann"),
                            Instant.parse("2026-09-01T08:00:00.001Z"),
                            Optional.of(Language.RUSSIAN),
                            new Credential("$argon2id$v=19$m=8,t=1,p=1$abc$def")),
                    List.of(new ChannelName("#Tea"), new ChannelName("#чай")),
                    4711);

    private static final Saved VLADIMIR =
            new Saved(
                    new Account(
                            new PersonId(9_000_000_000L),
                            new Nickname("Владимир"),
                            Instant.parse("2026-11-22T20:13:37Z"),
                            Optional.empty(),
                            Account.LOCKED),
                    List.of(),
                    0);

    private static final Snapshot SNAPSHOT = new Snapshot(TAKEN, List.of(ANN, VLADIMIR));

    @TempDir private Path data;

    private Path folder() {
        return data.resolve("snapshots");
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        var file = SNAPSHOT.write(folder());
        var read = Snapshot.read(file, CaseMapping.PRECIS);
        assertThat(read).isEqualTo(SNAPSHOT);
        // Names are equal in any case, but are kept as they were written.
        assertThat(read.toString()).isEqualTo(SNAPSHOT.toString());
        assertThat(read.accounts().getFirst().account().credential().secret())
                .isEqualTo(ANN.account().credential().secret());
    }

    @Test
    void anEmptyServerHasASnapshotToo() throws Exception {
        var empty = new Snapshot(TAKEN, List.of());
        assertThat(Snapshot.read(empty.write(folder()), CaseMapping.PRECIS)).isEqualTo(empty);
    }

    @Test
    void aSnapshotIsNamedByItsTimeAndNobodyElseCanReadIt() throws Exception {
        var file = SNAPSHOT.write(folder());
        assertThat(file).isEqualTo(folder().resolve("accounts-2026-11-22T20-13-38Z.json"));
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder())).isEqualTo("rwx------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void anEarlierSnapshotIsNeverOverwritten() throws Exception {
        var first = SNAPSHOT.write(folder());
        var before = Files.readString(first);
        var second = new Snapshot(TAKEN, List.of(ANN)).write(folder());
        var third = new Snapshot(TAKEN, List.of()).write(folder());
        assertThat(Files.readString(first)).isEqualTo(before);
        assertThat(Snapshot.read(second, CaseMapping.PRECIS).accounts()).containsExactly(ANN);
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void snapshotsAreListedOldestFirstAndNothingElseIs() throws Exception {
        assertThat(Snapshot.list(folder())).isEmpty();
        var recent = SNAPSHOT.write(folder());
        var old = new Snapshot(TAKEN.minusSeconds(86_400), List.of()).write(folder());
        Files.writeString(folder().resolve("notes.txt"), "not a snapshot");
        assertThat(Snapshot.list(folder())).containsExactly(old, recent);
    }

    @Test
    void nothingIsLeftBehindBesideTheSnapshot() throws Exception {
        var file = SNAPSHOT.write(folder());
        try (var files = Files.list(folder())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws Exception {
        var file = Files.writeString(data.resolve("file"), "in the way");
        assertThatIOException().isThrownBy(() -> SNAPSHOT.write(file));
        assertThat(file).hasContent("in the way");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> Snapshot.read(data.resolve("none.json"), CaseMapping.PRECIS))
                .withMessageContaining("none.json: there is no such file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : 1 | \"format\" : 2 | format must be 1: another Veche wrote this",
                "\"format\" : 1 | \"form\" : 1 | format must be a whole number from 1",
                "2026-11-22T20 | yesterday | taken must be a time such as",
                "\"taken\" | \"given\" | taken must be a text",
                "\"id\" : 17 | \"id\" : 0 | accounts[0].id must be a whole number from 1",
                "\"id\" : 17 | \"id\" : \"17\" | accounts[0].id must be a whole number from 1",
                "\"id\" : 17 | \"id\" : 9000000000 | accounts[1].name or id is that of another",
                "Ann | Владимир | accounts[1].name or id is that of another account too",
                "Ann | A n n | accounts[0].name must be a name, is \"A n n\"",
                "\"ru\" | \"xx\" | accounts[0].language must be a language, is \"xx\"",
                "#Tea | Tea | accounts[0].channels must be names of channels, is \"Tea\"",
                "4711 | -1 | accounts[0].seen must be a whole number from 0",
                "\"!\" | 7 | accounts[1].credential must be a text",
                "\"channels\" : [ ] | \"channels\" : 5 | accounts[1].channels must be a list",
                "\"accounts\" : [ | \"accounts\" : [ 5, | accounts[0] must be an object",
                "\"taken\" : | \"taken\" ; | line 3, column",
                "{ | [ | "
            })
    void whatIsWrongInAFileIsSaidWithItsPlace(String good, String bad, String message)
            throws Exception {
        var file = SNAPSHOT.write(folder());
        var text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> Snapshot.read(file, CaseMapping.PRECIS))
                .withMessageStartingWith(file + ": ")
                .withMessageContaining(message == null ? "" : message);
    }

    @Test
    void anEmptyOrACutFileIsNotASnapshot() throws Exception {
        var file = SNAPSHOT.write(folder());
        var text = Files.readString(file);
        for (var cut = 0; cut < text.length() - 2; cut += 7) {
            Files.writeString(file, text.substring(0, cut));
            assertThatExceptionOfType(SnapshotException.class)
                    .isThrownBy(() -> Snapshot.read(file, CaseMapping.PRECIS));
        }
    }
}
