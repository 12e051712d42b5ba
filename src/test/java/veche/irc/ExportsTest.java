package veche.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import veche.account.Account;
import veche.event.Credential;
import veche.journal.MemoryJournal;
import veche.name.Nickname;
import veche.name.PersonId;

class ExportsTest {

    private static final Account ANN = account(1, "ann");
    private static final Account BOB = account(12, "bob");

    @TempDir private Path folder;

    private static Account account(long id, String name) {
        return new Account(
                new PersonId(id),
                new Nickname(name),
                Instant.EPOCH,
                Optional.empty(),
                new Credential("secret"));
    }

    @Test
    void ofEachAccountTheLastFilesAreKept() throws Exception {
        try (var exports = new Exports(new MemoryJournal(), folder)) {
            var kept = new ArrayList<Path>();
            kept.add(exports.write(BOB, List.of(), Instant.EPOCH));
            for (var second = 1; second <= Exports.KEPT + 2; second++) {
                kept.add(exports.write(ANN, List.of(), Instant.ofEpochSecond(second)));
            }
            kept.subList(1, 3).clear();
            assertThat(files()).containsExactlyInAnyOrderElementsOf(kept);
        }
    }

    private List<Path> files() throws IOException {
        try (var found = Files.list(folder)) {
            return found.toList();
        }
    }
}
