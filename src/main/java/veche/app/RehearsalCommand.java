package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import veche.journal.SqliteLibrary;

/// `veche rehearsal`: a server starts as with `veche serve`, is visited in every way, and stops.
/// The launcher has Java watch that once after each build, and keep for all later starts what it
/// has seen (an AOT cache). What is visited here is ready early there.
///
/// It does not go through picocli, as a plain `serve` does not: what links with picocli could not
/// be kept.
///
/// @param data for the server's data
/// @param library for what is unpacked, to be found there by later starts
record RehearsalCommand(Path data, Path library) implements Callable<Integer> {

    /// The first of its arguments.
    static final String NAME = "rehearsal";

    /// How long a visitor waits for an answer, in milliseconds.
    private static final int PATIENCE = 10_000;

    private static final String ANYWHERE = "127.0.0.1:0";

    @Override
    public Integer call() throws IOException {
        // What an operator has set, such as a password, is no matter of a rehearsal.
        var settings = Files.createTempFile("rehearsal", ".toml");
        try {
            var server = server(settings);
            SqliteLibrary.unpack(library);
            return server.call(RehearsalCommand::rehearse);
        } finally {
            Files.delete(settings);
        }
    }

    private ServeCommand server(Path settings) {
        return PlainArguments.serve(
                        "serve",
                        "--config",
                        settings.toString(),
                        "--data",
                        data.toString(),
                        "--line",
                        ANYWHERE,
                        "--irc",
                        ANYWHERE,
                        "--irc-tls",
                        ANYWHERE,
                        "--http",
                        ANYWHERE,
                        "--https",
                        ANYWHERE)
                .orElseThrow(() -> new IllegalArgumentException("not plain: " + data));
    }

    /// The console runs meanwhile, as it does when people come.
    private static void rehearse(Server server) throws IOException {
        Thread.ofPlatform().name("visitors").start(() -> visit(server));
        server.control().run();
    }

    private static void visit(Server server) {
        try (server) {
            for (var listener : server.listeners().all()) {
                if (!listener.isTls()) {
                    say(
                            listener.address(),
                            listener.protocol().equals("irc")
                                    ? """
                                    NICK visitor\r
                                    USER visitor 0 * :Visitor\r
                                    JOIN #veche\r
                                    PRIVMSG #veche :good evening\r
                                    QUIT\r
                                    """
                                    : "guest\npassword of a guest\n");
                }
            }
            for (var url : server.web().urls()) {
                var place = URI.create(url);
                if (place.getScheme().equals("http")) {
                    var address = new InetSocketAddress(place.getHost(), place.getPort());
                    say(address, request("/", "close", ""));
                    say(address, request("/readyz", "close", ""));
                    say(
                            address,
                            request(
                                    "/ws",
                                    "Upgrade",
                                    """
                                    Upgrade: websocket\r
                                    Sec-WebSocket-Version: 13\r
                                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                                    """));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String request(String path, String connection, String more) {
        return "GET "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: "
                + connection
                + "\r\n"
                + more
                + "\r\n";
    }

    /// Says something, and listens to all of the answer.
    private static void say(InetSocketAddress address, String words) throws IOException {
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(words.getBytes(UTF_8));
            socket.shutdownOutput();
            var _ = socket.getInputStream().readAllBytes();
        }
    }
}
