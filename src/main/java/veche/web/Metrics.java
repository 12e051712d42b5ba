package veche.web;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;
import veche.account.WrongPasswords;
import veche.chat.Hub;
import veche.file.Uploads;
import veche.journal.Journal;
import veche.net.Connections;
import veche.net.Listeners;

/// How the server fares, in figures for Prometheus. What each of them means is in
/// `docs/metrics.md`. Safe for use by many threads.
///
/// Everything is counted where it happens, whether anybody asks or not. What gathers it is made
/// when somebody asks first, since most servers are never asked, and start sooner so.
public final class Metrics implements AutoCloseable {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Hub hub;
    private final Journal journal;
    private final Connections connections;
    private final Listeners listeners;
    private final WrongPasswords passwords;
    private final Uploads uploads;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private @Nullable PrometheusMeterRegistry registry;

    /// @param listeners whose protocols are told apart
    /// @param passwords who is asked for how many were right and wrong
    public Metrics(
            Hub hub,
            Journal journal,
            Connections connections,
            Listeners listeners,
            WrongPasswords passwords,
            Uploads uploads) {
        this.hub = hub;
        this.journal = journal;
        this.connections = connections;
        this.listeners = listeners;
        this.passwords = passwords;
        this.uploads = uploads;
    }

    /// `/metrics`, in Prometheus's text format 0.0.4.
    Answer page() {
        return new Answer(200, TYPE, registry().scrape());
    }

    private synchronized PrometheusMeterRegistry registry() {
        if (registry == null) {
            registry = gather();
        }
        return registry;
    }

    private PrometheusMeterRegistry gather() {
        var all = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ConnectionMetrics(connections, listeners).bindTo(all);
        new ChatMetrics(hub, journal, passwords).bindTo(all);
        new FileMetrics(uploads).bindTo(all);
        HistogramMetrics.bind(hub, all.getPrometheusRegistry());
        new JvmMemoryMetrics().bindTo(all);
        new JvmThreadMetrics().bindTo(all);
        collections.bindTo(all);
        new ProcessorMetrics().bindTo(all);
        new FileDescriptorMetrics().bindTo(all);
        new UptimeMetrics().bindTo(all);
        return all;
    }

    @Override
    public synchronized void close() {
        collections.close();
        if (registry != null) {
            registry.close();
        }
    }
}
