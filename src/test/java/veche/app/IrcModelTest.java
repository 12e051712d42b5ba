package veche.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Whatever clients do, everyone is told what the [IrcModel] says.
class IrcModelTest {

    private static final int SESSIONS = 1000;

    /// So many sessions are acted out at once, which the server stores together.
    private static final int AT_ONCE = 8;

    /// The sessions have this seed and those after it. To act out only one that has failed, make it
    /// the seed of that one, and `SESSIONS` and `AT_ONCE` 1.
    private static final long SEED = 20_261_124;

    @Test
    void everyoneIsToldWhatTheModelSays()
            throws IOException, InterruptedException, ExecutionException {
        try (var server = ChatServer.start("[log]\nlevel = \"warn\"\n[history]\nnewcomers = 0\n");
                var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = new ArrayList<Future<?>>();
            for (var worker = 0; worker < AT_ONCE; worker++) {
                all.add(workers.submit(sessions(server, worker)));
            }
            for (var sessions : all) {
                sessions.get();
            }
        }
    }

    private static Callable<?> sessions(ChatServer server, int worker) {
        return () -> {
            var suffix = String.valueOf((char) ('a' + worker));
            try (var session = new RandomIrcSession(server.ircAddress(), "-" + suffix)) {
                for (var index = worker; index < SESSIONS; index += AT_ONCE) {
                    session.run(SEED + index);
                }
            }
            return null;
        };
    }
}
