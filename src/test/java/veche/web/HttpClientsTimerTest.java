package veche.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import veche.config.Network;

/// When it is looked who has to go, while all places are taken.
class HttpClientsTimerTest {

    private static final String ALONE = "192.0.2.1";
    private static final String CROWDED = "192.0.2.2";

    /// Keeps what it is given until the test has it run.
    private static final class Timers extends AbstractLifeCycle implements Scheduler {

        private final class Timer implements Task {
            private final Runnable action;

            private Timer(Runnable action) {
                this.action = action;
            }

            private void run() {
                waiting.remove(this);
                action.run();
            }

            @Override
            public boolean cancel() {
                return waiting.remove(this);
            }
        }

        private final List<Timer> waiting = new ArrayList<>();

        @Override
        public Task schedule(Runnable action, long delay, TimeUnit unit) {
            var timer = new Timer(action);
            waiting.add(timer);
            return timer;
        }
    }

    private final Timers timers = new Timers();
    private final ServerConnector connector =
            new ServerConnector(
                    new Server(), null, timers, null, 1, 1, new HttpConnectionFactory());
    private final HttpClients clients =
            new HttpClients(
                    1,
                    connector,
                    address ->
                            Optional.of(new Network(address, 32))
                                    .filter(_ -> address.getHostAddress().equals(CROWDED)));

    @AutoClose private final SocketChannel accepted = SocketChannel.open();

    HttpClientsTimerTest() throws IOException {}

    private void come(String from) {
        var address = new InetSocketAddress(InetAddress.ofLiteral(from), 1);
        var end =
                new ByteArrayEndPoint() {
                    @Override
                    public SocketAddress getRemoteSocketAddress() {
                        return address;
                    }
                };
        var connection =
                new AbstractConnection(end, connector.getExecutor()) {
                    @Override
                    public void onFillable() {
                        throw new AssertionError("nothing comes");
                    }
                };
        clients.onOpened(connection);
        clients.onAccepting(accepted);
        clients.onAccepted(accepted);
    }

    @Test
    void aSoonerLookTakesThePlaceOfALaterOne() {
        come(ALONE);
        var later = timers.waiting.getFirst();
        come(CROWDED);
        assertThat(timers.waiting).hasSize(1).doesNotContain(later);
    }

    @Test
    void aLookThatHadBegunWhenASoonerOneWasFoundHasNoSuccessor() {
        come(ALONE);
        var later = timers.waiting.getFirst();
        come(CROWDED);
        later.run();
        assertThat(timers.waiting).hasSize(1);
    }

    @Test
    void oneLookIsFollowedByOne() {
        come(ALONE);
        come(CROWDED);
        timers.waiting.getFirst().run();
        assertThat(timers.waiting).hasSize(1);
    }
}
