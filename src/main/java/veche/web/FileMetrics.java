package veche.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import veche.file.Uploads;

/// What people have uploaded.
record FileMetrics(Uploads uploads) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("veche.uploads", uploads, Uploads::received)
                .description("Files that were uploaded")
                .register(registry);
        Gauge.builder("veche.files", uploads, Uploads::count)
                .description("Files that are kept")
                .register(registry);
        Gauge.builder("veche.files.bytes", uploads, Uploads::bytes)
                .description("Bytes of the files that are kept")
                .register(registry);
    }
}
