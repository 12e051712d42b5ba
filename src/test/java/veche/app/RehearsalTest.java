package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The launcher has Java watch a rehearsal.
class RehearsalTest {

    @RegisterExtension final Launcher launcher = new Launcher();

    @TempDir Path folder;

    @Test
    void peopleComeByEveryDoorAndTheServerStops() throws Exception {
        var data = folder.resolve("data");
        var library = folder.resolve("library");

        var rehearsal = launcher.start(folder, "rehearsal", data.toString(), library.toString());

        assertThat(rehearsal.awaitExit()).as("%s", rehearsal).isZero();
        assertThat(Files.readString(data.resolve("log/veche.log")))
                .contains("account registered", "came in nickname=visitor", "protocol=websocket");
        assertThat(library).isDirectoryContaining("glob:**/*sqlitejdbc*");
    }

    @Test
    void picocliKnowsNothingOfIt() {
        assertThat(VecheCommand.line().getSubcommands())
                .containsKey("serve")
                .doesNotContainKey(RehearsalCommand.NAME);
        assertThat(PlainArguments.command(RehearsalCommand.NAME)).isEmpty();
        assertThat(PlainArguments.command(RehearsalCommand.NAME, "data")).isEmpty();
        assertThat(PlainArguments.command(RehearsalCommand.NAME, "data", "library").orElseThrow())
                .isEqualTo(new RehearsalCommand(Path.of("data"), Path.of("library")));
    }
}
