package veche.app;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The network between a client and a server, which can be cut and mended.
final class Cable implements Closeable {

    private final InetSocketAddress server;
    private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    /// @param server where it leads
    Cable(InetSocketAddress server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /// Where its near end is.
    InetSocketAddress address() {
        return new InetSocketAddress(here.getInetAddress(), here.getLocalPort());
    }

    /// Its near end, for a browser.
    URI url() {
        return URI.create("http://127.0.0.1:" + here.getLocalPort());
    }

    /// From now on nothing gets through, and whoever was connected is not any more.
    void cut() {
        isCut = true;
        ends.forEach(Cable::close);
        ends.clear();
    }

    void mend() {
        isCut = false;
    }

    private void accept() {
        try {
            while (true) {
                var near = here.accept();
                ends.add(near);
                if (isCut) {
                    close(near);
                } else {
                    var far = new Socket(server.getAddress(), server.getPort());
                    ends.add(far);
                    Thread.ofVirtual().start(() -> carry(near, far));
                    Thread.ofVirtual().start(() -> carry(far, near));
                }
            }
        } catch (IOException e) {
            // It is taken away.
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // It is cut, or one of the two has gone.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone in any case.
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        here.close();
    }
}
