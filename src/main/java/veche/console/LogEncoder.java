package veche.console;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Writes a log record as it stands in the file. Under the log's lock, as everything here.
final class LogEncoder extends EncoderBase<ILoggingEvent> {

    private final ZoneId zone;

    private @Nullable ILoggingEvent latest;
    private @Nullable LogRecord record;

    LogEncoder(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return (record(event).full() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// The record of an event. That of the last one is made once.
    LogRecord record(ILoggingEvent event) {
        var made = record;
        if (made == null || !event.equals(latest)) { // it is equal only to itself
            made = LogRecord.of(event, zone);
            record = made;
            latest = event;
        }
        return made;
    }

    @Override
    public byte[] headerBytes() {
        return new byte[0];
    }

    @Override
    public byte[] footerBytes() {
        return new byte[0];
    }
}
