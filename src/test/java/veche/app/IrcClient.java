package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An IRC client that does nothing of its own: a socket, lines out, lines in. Every wait has a
/// limit far beyond what a server in good health takes, after which the test fails and shows what
/// was read so far.
final class IrcClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<String> transcript = new ArrayList<>();
    private boolean isOver;
    private boolean isSettled = true;
    private int pings;

    /// @param socket connected, and closed with the client
    IrcClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// Connects, and says nothing.
    static IrcClient connect(InetSocketAddress address) throws IOException {
        return connect(new Socket(), address);
    }

    /// As [#connect], with little room here for what is not read, in bytes.
    static IrcClient connect(InetSocketAddress address, int room) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(room);
        return connect(socket, address);
    }

    private static IrcClient connect(Socket socket, InetSocketAddress address) throws IOException {
        socket.connect(address, PATIENCE_MILLIS);
        return new IrcClient(socket);
    }

    /// Says who it is, and reads all that every client is told then: up to the end of the message
    /// of the day.
    ///
    /// @param capabilities what it asks for before, separated by spaces; empty for none
    void register(String nickname, String capabilities) throws IOException {
        if (!capabilities.isEmpty()) {
            request(capabilities);
        }
        introduce(nickname);
    }

    /// As [#register], logging in to an account by SASL PLAIN. What she is told of her channels
    /// comes after what is read here.
    void logIn(String nickname, String account, String password, String capabilities)
            throws IOException {
        request(("sasl " + capabilities).strip());
        send("AUTHENTICATE PLAIN");
        readUntil("…AUTHENTICATE +");
        var proof = ("\0" + account + "\0" + password).getBytes(UTF_8);
        send("AUTHENTICATE " + Base64.getEncoder().encodeToString(proof));
        readUntil(":… 903 …");
        introduce(nickname);
    }

    private void request(String capabilities) throws IOException {
        send("CAP REQ :" + capabilities);
        readUntil(":… CAP * ACK …");
    }

    private void introduce(String nickname) throws IOException {
        send("NICK " + nickname);
        send("USER " + nickname + " 0 * :" + nickname);
        send("CAP END");
        var end = new Remembered();
        var last = "";
        do {
            last = readLine();
        } while (!end.matches(":… 376 …", last) && !end.matches(":… 422 …", last));
    }

    void send(String line) throws IOException {
        sendBytes((line + "\r\n").getBytes(UTF_8));
    }

    /// Sends bytes as they are: pieces of lines, or what is no line at all.
    void sendBytes(byte[] bytes) throws IOException {
        isSettled = false;
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// The next line, without its end.
    String readLine() throws IOException {
        var line = next();
        if (line == null) {
            throw new AssertionError("the server hung up after:\n" + transcript());
        }
        return line;
    }

    /// Lines up to the first that is so, in which `…` is any text. That one is the last in the
    /// list.
    List<String> readUntil(String expected) throws IOException {
        var lines = new ArrayList<String>();
        var nothing = new Remembered();
        do {
            lines.add(readLine());
        } while (!nothing.matches(expected, lines.getLast()));
        return lines;
    }

    /// The server has sent everything and hung up.
    void expectEnd() throws IOException {
        assertThat(next()).as("the end after:\n%s", transcript()).isNull();
        close();
    }

    /// Leaves, and waits until the server has said goodbye and hung up.
    void leave() throws IOException {
        send("QUIT");
        while (next() != null) {
            // What came before the goodbye is not asked for any more.
        }
        close();
    }

    /// Waits until all that this client has asked for is done and told to everyone. What it is told
    /// meanwhile it can read later.
    void settle() throws IOException {
        if (isSettled || isOver) {
            return;
        }
        var end = ping();
        for (var line = fetch(); line != null; line = fetch()) {
            if (line.endsWith(end)) {
                isSettled = true;
                return;
            }
            ahead.add(line);
        }
        isOver = true;
    }

    /// Forgets what it was told and has not read, and what it has.
    void forget() {
        ahead.clear();
        transcript.clear();
    }

    void assertToldNothingMore() throws IOException {
        var end = ping();
        assertThat(readLine()).as(transcript()).endsWith(end);
        isSettled = true;
    }

    private String ping() throws IOException {
        pings++;
        send("PING still-there-" + pings);
        return " still-there-" + pings;
    }

    /// What has been read, for the one who looks for the error.
    String transcript() {
        return String.join("\n", transcript);
    }

    private @Nullable String next() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.poll();
        }
        return isOver ? null : fetch();
    }

    private @Nullable String fetch() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                assertThat(bytes.toString(UTF_8)).as("half a line").isEmpty();
                return null;
            }
            bytes.write(next);
        }
        var line = bytes.toString(UTF_8);
        assertThat(line).as("a line with its end").endsWith("\r");
        transcript.add(line.strip());
        return line.substring(0, line.length() - 1);
    }

    /// Breaks the connection, so that even what has arrived here is not read any more.
    void breakOff() throws IOException {
        socket.setSoLinger(true, 0); // closing is a reset now
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
