package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Somebody with netcat: a socket, bytes out, bytes in. Every wait has a limit far beyond what a
/// server in good health takes, after which the test fails and shows what was read so far.
final class Client implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final String NOWHERE = "#nowhere-at-all";

    private final Socket socket;
    private final InputStream in;
    private final ByteArrayOutputStream transcript = new ByteArrayOutputStream();

    private Client(InetSocketAddress address, int receiveBuffer) throws IOException {
        socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(address);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// Connects, and reads up to the first prompt.
    static Client connect(InetSocketAddress address) throws IOException {
        return connect(address, 0);
    }

    /// As [#connect], with a kernel that takes little from the server before the client reads it.
    ///
    /// @param receiveBuffer how much, in bytes, roughly; 0 for what is usual
    static Client connect(InetSocketAddress address, int receiveBuffer) throws IOException {
        var client = new Client(address, receiveBuffer);
        client.expectLine("*** Welcome to Veche. …");
        client.expectLine("*** What you type is shown …");
        return client;
    }

    /// Connects, registers or logs in, and reads up to the line that says who is here.
    static Client arrive(InetSocketAddress address, String name, String password)
            throws IOException {
        var client = connect(address);
        client.logIn(name, password);
        client.readUntil("*** In #");
        return client;
    }

    /// Gives a name and a password, and reads nothing behind the prompt for the password.
    void logIn(String name, String password) throws IOException {
        expectPrompt("Name:");
        send(name);
        var prompt = readPrompt();
        assertThat(prompt).containsIgnoringCase("password");
        send(password);
    }

    void send(String line) throws IOException {
        sendBytes((line + "\n").getBytes(UTF_8));
    }

    void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /// Tells the server that nothing more comes, and reads on.
    void finishSending() throws IOException {
        socket.shutdownOutput();
    }

    void expectLine(String expected) throws IOException {
        var line = withoutTime(readLine());
        if (expected.endsWith("…")) {
            assertThat(line)
                    .as(transcript.toString(UTF_8))
                    .startsWith(expected.substring(0, expected.length() - 1));
        } else {
            assertThat(line).as(transcript.toString(UTF_8)).isEqualTo(expected);
        }
    }

    void expectPrompt(String expected) throws IOException {
        assertThat(readPrompt()).as(transcript.toString(UTF_8)).isEqualTo(expected);
    }

    /// The server has sent everything and hung up.
    void expectEnd() throws IOException {
        assertThat(in.read()).as("%s and then the end", transcript.toString(UTF_8)).isEqualTo(-1);
        close();
    }

    /// Leaves, and waits until the server has said goodbye and hung up.
    void leave() throws IOException {
        send("/quit");
        readUntil("*** Goodbye.");
        expectEnd();
    }

    void assertToldNothingMore() throws IOException {
        send("/part " + NOWHERE);
        expectLine("*** You are not in " + NOWHERE + ". /join " + NOWHERE + " enters it.");
    }

    /// The next line, without its end.
    String readLine() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = read(); next != '\n'; next = read()) {
            bytes.write(next);
        }
        return bytes.toString(UTF_8);
    }

    /// Lines up to the first that begins so, which is the last in the list.
    List<String> readUntil(String beginning) throws IOException {
        var lines = new ArrayList<String>();
        do {
            lines.add(withoutTime(readLine()));
        } while (!lines.getLast().startsWith(beginning));
        return lines;
    }

    /// Hears everything, line by line, until the server hangs up or is gone. What has no line end
    /// is no line.
    void follow(Consumer<String> listener) {
        var bytes = new ByteArrayOutputStream();
        try {
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    listener.accept(withoutTime(bytes.toString(UTF_8)));
                    bytes.reset();
                } else {
                    bytes.write(next);
                }
            }
        } catch (IOException gone) {
            // As a client sees it whose server is killed.
        }
    }

    /// All that is left, up to the end.
    List<String> readToEnd() throws IOException {
        return new String(in.readAllBytes(), UTF_8).lines().map(Client::withoutTime).toList();
    }

    /// Up to the next `: `, at which all prompts end.
    private String readPrompt() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(UTF_8).endsWith(": ")) {
            bytes.write(read());
        }
        var text = bytes.toString(UTF_8);
        return text.substring(0, text.length() - 1);
    }

    private int read() throws IOException {
        var next = in.read();
        if (next < 0) {
            throw new AssertionError("the server hung up after:\n" + transcript.toString(UTF_8));
        }
        transcript.write(next);
        return next;
    }

    static String withoutTime(String line) {
        return line.replaceFirst("^\\[\\d\\d:\\d\\d] ", "");
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
