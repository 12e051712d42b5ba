package veche.net;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import veche.config.Network;
import veche.config.PerNetwork;

/// Lets in so many connections from one network, and so many new ones in a time. A listener asks it
/// about each connection before anything is done for it.
///
/// Of networks without a connection [#NETWORKS] are remembered; at one more, the one that was quiet
/// for longest is forgotten. Any thread may call; nothing blocks.
public final class Turnstile {

    static final int NETWORKS = 10_000;

    /// What is said to a connection.
    public sealed interface Answer {

        /// It may come in, and [leaves][#leave] once.
        record Admitted() implements Answer {}

        /// There are as many connections from its network as may be at once.
        ///
        /// @param network by which it is counted
        /// @param most how many that is
        record TooMany(Network network, int most) implements Answer {}

        /// Its network opened too many of late.
        ///
        /// @param network by which it is counted
        /// @param retryAfter how long it is until there is room for one more; positive
        record TooFast(Network network, Duration retryAfter) implements Answer {}
    }

    private static final Answer ADMITTED = new Answer.Admitted();

    private final PerNetwork settings;
    private final OptionalInt most;
    private final Optional<Rate> rate;

    /// How many connections there are from each network that has one.
    private final Map<Network, Integer> present = new HashMap<>();

    /// When each network may open a whole burst again; the one that was quiet for longest first.
    private final Map<Network, Long> full =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Network, Long> eldest) {
                    return size() > NETWORKS;
                }
            };

    public Turnstile(PerNetwork settings) {
        this.settings = settings;
        this.most = settings.connections();
        this.rate =
                settings.newConnections().stream()
                        .mapToObj(count -> Rate.of(count, count, settings.window()))
                        .findFirst();
    }

    /// Whether a connection may come in. One that may not is not counted, however often it tries.
    public Answer admit(InetAddress from, Instant now) {
        return settings.exempts(from) ? ADMITTED : admit(settings.networkOf(from), now);
    }

    private synchronized Answer admit(Network network, Instant now) {
        var connections = present.getOrDefault(network, 0);
        if (most.isPresent() && connections >= most.getAsInt()) {
            return new Answer.TooMany(network, most.getAsInt());
        }
        if (rate.isPresent()) {
            var before = full.getOrDefault(network, Rate.UNUSED);
            var wait = rate.get().wait(before, 1, now);
            full.put(network, rate.get().afterUse(before, wait.isPositive() ? 0 : 1, now));
            if (wait.isPositive()) {
                return new Answer.TooFast(network, wait);
            }
        }
        present.put(network, connections + 1);
        return ADMITTED;
    }

    /// A connection that was admitted has ended.
    ///
    /// @throws IllegalStateException if there is none from its network, which is a bug
    public void leave(InetAddress from) {
        if (!settings.exempts(from)) {
            leave(settings.networkOf(from));
        }
    }

    private synchronized void leave(Network network) {
        var connections = present.getOrDefault(network, 0);
        if (connections == 0) {
            throw new IllegalStateException("nobody is here from " + network);
        }
        if (connections == 1) {
            present.remove(network);
        } else {
            present.put(network, connections - 1);
        }
    }
}
