package veche.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import veche.config.Config;
import veche.config.ConfigException;
import veche.config.Overrides;
import veche.console.Exit;
import veche.journal.SqliteLibrary;

/// `veche rehearsal`: a server starts, is visited in every way, and stops. The launcher has Java
/// watch that once after each build, and keep for all later starts what it has seen (an AOT cache).
/// What is visited here is ready early there.
@Command(name = "rehearsal", hidden = true)
final class RehearsalCommand implements Callable<Integer> {

    /// How long a visitor waits for an answer, in milliseconds.
    private static final int PATIENCE = 10_000;

    private static final String ANYWHERE = "127.0.0.1:0";

    /// For the server's data.
    @Parameters(index = "0")
    private Path data = Path.of("");

    /// For what is unpacked, to be found there by later starts.
    @Parameters(index = "1")
    private Path library = Path.of("");

    @Override
    public Integer call() throws IOException, ConfigException, CannotStart {
        SqliteLibrary.unpack(library);
        var anywhere = List.of(ANYWHERE);
        var overrides =
                new Overrides(Optional.of(data), anywhere, anywhere, anywhere, anywhere, anywhere);
        ServeCommand.serve(
                () -> Config.load(Optional.empty(), overrides), RehearsalCommand::rehearse);
        return Exit.DONE.code();
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
