package veche.net;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How many open files the system allows this process; each connection is one.
public final class OpenFiles {

    /// For everything else that is opened later: databases, logs, listeners, classes.
    private static final long RESERVE = 200;

    private OpenFiles() {}

    /// How many connections there can be: what is allowed, without what is open now and a reserve
    /// of 200 (or half, where so few are allowed). At least 1; [Integer#MAX_VALUE] where the system
    /// does not say.
    public static int connections() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                && unix.getMaxFileDescriptorCount() > 0) {
            var free = unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount();
            return Math.clamp(Math.max(free - RESERVE, free / 2), 1, Integer.MAX_VALUE);
        }
        return Integer.MAX_VALUE;
    }
}
