package veche.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed for real, in the middle of a storm of messages.
class CrashTest {

    private static final int CRASHES = 20;

    /// What a process says of itself that SIGKILL has ended.
    private static final int KILLED = 128 + 9;

    @RegisterExtension final Launcher launcher = new Launcher();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void whatAnybodyHasSeenSurvivesEveryCrashAndNobodyMissesAnything() throws Exception {
        // How much is heard before a crash. Where in its work that finds the server is chance.
        var random = new Random(20);
        var storm = new Storm(folder);
        for (var crash = 0; crash < CRASHES; crash++) {
            var server = launcher.serve(folder, Storm.SETTINGS);
            storm.gather(server.address());
            storm.rage(1 + random.nextInt(Storm.MOST), server::kill);
            assertThat(server.awaitExit()).isEqualTo(KILLED);
            storm.settle();
        }
        storm.gather(launcher.serve(folder, Storm.SETTINGS).address());
    }
}
