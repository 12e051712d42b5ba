package veche.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A server to be measured, and how it is spoken to.
///
/// @param name as it was written
/// @param password for PASS
/// @param capabilities to be asked for
/// @param every which clients ask for them: 1 is all, 2 is every second one
/// @param processes which are the server's, on this machine; empty if that is not known
record Target(
        String name,
        InetSocketAddress address,
        Door door,
        Optional<String> password,
        List<String> capabilities,
        int every,
        List<Long> processes) {

    /// How lines of IRC come to the server.
    enum Door {
        PLAIN,
        TLS,
        /// TLS whose certificate is believed whoever has signed it.
        ANY_TLS,
        WEBSOCKET
    }

    /// How many addresses of this machine are used in turn, so that neither ports run out nor a
    /// limit for each address is reached.
    private static final int SOURCES = 249;

    /// From where a client connects: 127.0.0.2 and up in turn if the server is on this machine, or
    /// else null, which is wherever the system thinks right.
    @Nullable InetSocketAddress source(int client) throws UnknownHostException {
        if (!address.getAddress().isLoopbackAddress()
                || address.getAddress().getAddress().length != 4) {
            return null;
        }
        var from = new byte[] {127, 0, 0, (byte) (2 + client % SOURCES)};
        return new InetSocketAddress(InetAddress.getByAddress(from), 0);
    }

    /// What a client asks for.
    List<String> capabilities(int client) {
        return client % every == 0 ? capabilities : List.of();
    }

    /// The same with more capabilities, for which all ask.
    Target asking(List<String> more) {
        var all = new ArrayList<>(capabilities);
        all.addAll(more);
        return new Target(name, address, door, password, List.copyOf(all), 1, processes);
    }
}
