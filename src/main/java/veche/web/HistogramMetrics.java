package veche.web;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import java.util.function.Supplier;
import java.util.stream.Stream;
import veche.chat.Hub;
import veche.journal.Histogram;

/// How long things take. They are counted already, which Micrometer has no meter for; so they go to
/// Prometheus's own registry below it.
final class HistogramMetrics {

    private HistogramMetrics() {}

    static void bind(Hub hub, PrometheusRegistry registry) {
        registry.register(
                histogram(
                        "veche_commit_seconds",
                        "How long the disk took for each commit",
                        hub::commitTimes));
        registry.register(
                histogram(
                        "veche_message_stored_seconds",
                        "From when a message was received until it was stored",
                        () -> hub.deliveries().untilStored()));
        registry.register(
                histogram(
                        "veche_message_delivered_seconds",
                        "From when a message was received until it was in all outboxes",
                        () -> hub.deliveries().untilDelivered()));
    }

    private static Collector histogram(
            String name, String description, Supplier<Histogram.Counted> counted) {
        return () ->
                HistogramSnapshot.builder()
                        .name(name)
                        .help(description)
                        .dataPoint(point(counted.get()))
                        .build();
    }

    private static HistogramDataPointSnapshot point(Histogram.Counted counted) {
        var bounds = counted.bounds().stream().map(it -> it.toNanos() / 1e9);
        return HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(
                        ClassicHistogramBuckets.of(
                                Stream.concat(bounds, Stream.of(Double.POSITIVE_INFINITY)).toList(),
                                counted.counts()))
                .sum(counted.total().toNanos() / 1e9)
                .build();
    }
}
