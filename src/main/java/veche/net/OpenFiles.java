package veche.net;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// How many open files the system allows this process; each connection is one.
public final class OpenFiles {

    /// For everything else that is opened later: databases, logs, listeners, classes.
    private static final long RESERVE = 200;

    /// What Linux says of this process (proc_pid_limits(5), proc_pid_fd(5)).
    private static final Path LIMITS = Path.of("/proc/self/limits");

    /// What stands before the soft limit, which counts, and the hard one.
    private static final String NAME = "Max open files";

    private static final Path OPEN = Path.of("/proc/self/fd");

    private OpenFiles() {}

    /// How many connections there can be: what is allowed, without what is open now and a reserve
    /// of 200 (or half, where so few are allowed). At least 1; [Integer#MAX_VALUE] where the system
    /// does not say.
    public static int connections() {
        var free = Files.isReadable(LIMITS) ? freeOnLinux() : freeElsewhere();
        return free.isEmpty()
                ? Integer.MAX_VALUE
                : Math.clamp(
                        Math.max(free.getAsLong() - RESERVE, free.getAsLong() / 2),
                        1,
                        Integer.MAX_VALUE);
    }

    /// Asks Linux itself: Java's management, which knows it as well, takes long to load.
    private static OptionalLong freeOnLinux() {
        try {
            var open = OPEN.toFile().list();
            var limits = Files.readString(LIMITS);
            var soft = limits.substring(limits.indexOf(NAME) + NAME.length()).stripLeading();
            var allowed = soft.substring(0, soft.indexOf(' '));
            return open == null || allowed.equals("unlimited")
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(allowed) - open.length);
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong freeElsewhere() {
        return ManagementFactory.getOperatingSystemMXBean()
                                instanceof UnixOperatingSystemMXBean unix
                        && unix.getMaxFileDescriptorCount() > 0
                ? OptionalLong.of(
                        unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount())
                : OptionalLong.empty();
    }
}
