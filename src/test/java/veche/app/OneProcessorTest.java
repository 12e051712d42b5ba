package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A server with one processor for all of its clients, which none of them may keep.
class OneProcessorTest {

    private static final List<String> ONE =
            List.of(
                    "-Djdk.virtualThreadScheduler.parallelism=1",
                    "-Djdk.virtualThreadScheduler.maxPoolSize=1");

    /// So many empty lines that the server finds more whenever it looks.
    private static final byte[] FLOOD = "\n".repeat(1 << 16).getBytes(UTF_8);

    @RegisterExtension final Launcher launcher = new Launcher();

    @TempDir Path folder;

    @Test
    void whoeverSendsWithoutEndKeepsNobodyFromBeingServed() throws Exception {
        var port = Launcher.ircPort(launcher.serve(folder, "", ONE));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var flood = new Socket(address.getAddress(), port);
                var ann = IrcClient.connect(address)) {
            Thread.ofPlatform().daemon().start(() -> pour(flood));
            ann.register("ann", "");
            try (var bob = IrcClient.connect(address)) {
                bob.register("bob", "");
            }
        }
    }

    /// Until the socket is closed.
    private static void pour(Socket socket) {
        try {
            while (true) {
                socket.getOutputStream().write(FLOOD);
            }
        } catch (IOException e) {
            // As it was meant.
        }
    }
}
