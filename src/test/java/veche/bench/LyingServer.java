package veche.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The smallest server that the benchmark takes for one of IRC, with one channel. What it tells of
/// the hundredth message that it is given is a lie.
final class LyingServer implements AutoCloseable {

    private static final int LIE_AT = 100;

    /// What it does with a message that it has to tell a member.
    enum Lie {
        NOTHING,
        LOSES,
        DUPLICATES,
        REORDERS,
        ALTERS,
        SHORTENS,
        SAYS_IT_WAS_SOMEBODY_ELSE,
        HANGS_UP
    }

    private final Lie lie;
    private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final List<Member> members = new ArrayList<>();
    private int told;

    LyingServer(Lie lie) throws IOException {
        this.lie = lie;
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var member = new Member(socket.accept());
                Thread.ofVirtual().start(member::serve);
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var member : members) {
            member.socket.close();
        }
    }

    /// A client. Its monitor is the server's: everything happens one after the other.
    private final class Member {

        private final Socket socket;
        private final OutputStream out;
        private String name = "";
        private @Nullable String held;

        Member(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        void serve() {
            try (var in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    synchronized (LyingServer.this) {
                        obey(line);
                    }
                }
            } catch (IOException _) {
                // The client is gone.
            }
        }

        private void obey(String line) throws IOException {
            var words = line.split(" ", 3);
            switch (words[0]) {
                case "NICK" -> name = words[1];
                case "USER" -> send(":server 001 x :hi\r\n:server 422 x :no motd\r\n");
                case "JOIN" -> {
                    members.add(this);
                    send(
                            ":%s!u@h JOIN %s\r\n:server 366 x %s :end\r\n"
                                    .formatted(name, words[1], words[1]));
                }
                case "PING" -> send(":server PONG server " + words[1] + "\r\n");
                case "PRIVMSG" ->
                        members.stream()
                                .filter(it -> it != this)
                                .forEach(it -> it.tell(name, line));
                default -> {}
            }
        }

        /// Tells it, and lies if it is time.
        private void tell(String sender, String line) {
            var honest = ":" + sender + "!u@h " + line + "\r\n";
            var toTell = told++ == LIE_AT ? lie(sender, line, honest) : honest;
            try {
                send(
                        toTell
                                + (toTell.isEmpty() || held == null || toTell.equals(held)
                                        ? ""
                                        : held));
                held = toTell.isEmpty() && lie == Lie.REORDERS ? honest : null;
            } catch (IOException _) {
                // Whoever was told a lie has gone.
            }
        }

        private String lie(String sender, String line, String honest) {
            return switch (lie) {
                case NOTHING -> honest;
                case LOSES, REORDERS -> "";
                case DUPLICATES -> honest + honest;
                case ALTERS -> honest.replace("xyz", "xyZ");
                case SHORTENS -> honest.replace("xyz", "xy");
                case SAYS_IT_WAS_SOMEBODY_ELSE -> ":" + sender + "9!u@h " + line + "\r\n";
                case HANGS_UP -> {
                    try {
                        socket.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    yield "";
                }
            };
        }

        private void send(String lines) throws IOException {
            out.write(lines.getBytes(ISO_8859_1));
        }
    }
}
