package veche.app;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import veche.config.Address;
import veche.config.Config;
import veche.net.ListeningSocket;

/// Where the server listens, by protocol, each in the order of the settings. They are bound as soon
/// as the settings are known: who connects while the journal is read waits, and is not refused.
record Sockets(
        List<ListeningSocket> line,
        List<ListeningSocket> irc,
        List<ListeningSocket> ircTls,
        List<ListeningSocket> http,
        List<ListeningSocket> https)
        implements AutoCloseable {

    /// All of them listen afterwards, or none does.
    ///
    /// @throws CannotStart if somebody else listens where we should, or we may not
    static Sockets bind(Config config) throws CannotStart {
        var sockets =
                new Sockets(
                        at(config.line().listen()),
                        at(config.irc().listen()),
                        at(config.irc().tlsListen()),
                        at(config.http().listen()),
                        at(config.http().tlsListen()));
        try {
            for (var socket : sockets.all()) {
                socket.bind();
            }
            return sockets;
        } catch (IOException e) {
            sockets.close();
            throw CannotStart.listening(e);
        }
    }

    private static List<ListeningSocket> at(List<Address> addresses) {
        return addresses.stream().map(it -> new ListeningSocket(it.resolve())).toList();
    }

    private List<ListeningSocket> all() {
        return Stream.of(line, irc, ircTls, http, https).flatMap(List::stream).toList();
    }

    /// Closes those at which nobody accepts.
    @Override
    public void close() {
        for (var socket : all()) {
            try {
                socket.close();
            } catch (IOException e) {
                // It goes with the process at the latest.
            }
        }
    }
}
