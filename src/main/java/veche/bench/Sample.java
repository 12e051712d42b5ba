package veche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Linux says of processes and of the machine at one moment. Times are seconds since some
/// beginning, memory is in KiB; what is not known is not a number.
///
/// @param cpu the server's processor time
/// @param memory the server's resident memory
/// @param peak the most that was resident
/// @param own the benchmark's processor time
/// @param busy the machine's
/// @param stolen what the hypervisor took
record Sample(double cpu, double memory, double peak, double own, double busy, double stolen) {

    /// `USER_HZ`, which is 100 on every Linux of today.
    private static final double TICKS = 100;

    static Sample take(List<Long> processes) {
        var cpu = processes.isEmpty() ? Double.NaN : 0;
        var memory = cpu;
        var peak = cpu;
        for (var process : processes) {
            var folder = Path.of("/proc", process.toString());
            cpu += cpu(folder);
            memory += memory(folder, "VmRSS:");
            peak += memory(folder, "VmHWM:");
        }
        var machine = words(Path.of("/proc/stat"));
        return new Sample(
                cpu,
                memory,
                peak,
                cpu(Path.of("/proc/self")),
                number(machine, 1)
                        + number(machine, 2)
                        + number(machine, 3)
                        + number(machine, 6)
                        + number(machine, 7),
                number(machine, 8));
    }

    /// @param folder of a process
    private static double cpu(Path folder) {
        try {
            var stat = Files.readString(folder.resolve("stat"));
            // The program's name is in brackets, and may be anything.
            var words = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            return number(words, 11) + number(words, 12);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static double memory(Path folder, String name) {
        try (var lines = Files.lines(folder.resolve("status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToDouble(Double::parseDouble)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static List<String> words(Path file) {
        try (var lines = Files.lines(file)) {
            return List.of(lines.findFirst().orElse("").split(" +"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static double number(List<String> words, int index) {
        return index < words.size() ? Double.parseDouble(words.get(index)) / TICKS : Double.NaN;
    }
}
