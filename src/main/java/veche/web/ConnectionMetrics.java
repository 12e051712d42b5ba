package veche.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.stream.Stream;
import veche.net.Connections;
import veche.net.Listener;
import veche.net.Listeners;
import veche.net.Reason;

/// Who is connected, and how it ended with those who were.
final class ConnectionMetrics implements MeterBinder {

    private final Connections connections;
    private final Listeners listeners;

    ConnectionMetrics(Connections connections, Listeners listeners) {
        this.connections = connections;
        this.listeners = listeners;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.concat(listeners.all().stream().map(Listener::protocol), Stream.of(Chat.PROTOCOL))
                .distinct()
                .forEach(protocol -> open(registry, protocol));
        Gauge.builder("veche.connections.most", connections, Connections::most)
                .description("How many connections there can be at once")
                .register(registry);
        FunctionCounter.builder("veche.connections.accepted", connections, Connections::accepted)
                .description("Connections that were let in")
                .register(registry);
        for (var reason : Reason.values()) {
            ended(registry, reason);
        }
        Gauge.builder("veche.outbox.bytes", connections, ConnectionMetrics::queued)
                .description("Bytes that wait for slow clients")
                .register(registry);
    }

    private void open(MeterRegistry registry, String protocol) {
        Gauge.builder("veche.connections", connections, all -> open(all, protocol))
                .description("Connections that are open")
                .tag("protocol", protocol)
                .register(registry);
    }

    private static long open(Connections all, String protocol) {
        return all.all().stream().filter(it -> it.protocol().equals(protocol)).count();
    }

    private void ended(MeterRegistry registry, Reason reason) {
        FunctionCounter.builder(
                        "veche.connections.ended",
                        connections,
                        all -> all.ends().getOrDefault(reason, 0L))
                .description("Connections that ended or were turned away")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private static long queued(Connections all) {
        return all.all().stream().mapToLong(it -> it.outbox().queued()).sum();
    }
}
