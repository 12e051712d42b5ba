package veche.console;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds records in the log. What it looks for, it looks for from the end, so that a long log is
/// not read for the sake of its last lines.
final class LogReader {

    private final LogBytes bytes;

    LogReader(LogBytes bytes) {
        this.bytes = bytes;
    }

    /// Tells the last records that pass a filter, oldest first.
    ///
    /// @param limit at most so many
    void last(long limit, LogFilter filter, Consumer<LogRecord> reader) throws IOException {
        for (var at = start(limit, filter); at < bytes.size(); ) {
            var end = endOfRecord(at);
            record(at, end).filter(filter::passes).ifPresent(reader);
            at = end;
        }
    }

    /// Where the first of the last records begins.
    private long start(long limit, LogFilter filter) throws IOException {
        var found = 0L;
        var start = bytes.size();
        for (var end = bytes.size(); end > 0 && found < limit; ) {
            var begin = startOfRecord(end);
            var record = record(begin, end).orElse(null);
            if (record != null && filter.isTooOld(record)) {
                break;
            }
            if (record != null && filter.passes(record)) {
                found++;
                start = begin;
            }
            end = begin;
        }
        return start;
    }

    private Optional<LogRecord> record(long from, long to) throws IOException {
        return LogRecord.parse(bytes.text(from, to).stripTrailing());
    }

    /// Where the record begins that ends at a position: behind a line's end, and not with a tab.
    private long startOfRecord(long end) throws IOException {
        var start = end - 1;
        while (start > 0 && !isStart(start)) {
            start--;
        }
        return start;
    }

    private long endOfRecord(long start) throws IOException {
        var end = start + 1;
        while (end < bytes.size() && !isStart(end)) {
            end++;
        }
        return end;
    }

    private boolean isStart(long position) throws IOException {
        return bytes.at(position) != '\t' && bytes.at(position - 1) == '\n';
    }
}
