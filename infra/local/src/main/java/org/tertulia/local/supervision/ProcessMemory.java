package org.tertulia.local.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of the machine's memory processes take: their proportional share (PSS), which counts a
 * page that several map only once in all. Known on Linux only.
 */
final class ProcessMemory {
    private static final int BYTES_PER_KILOBYTE = 1024;

    private ProcessMemory() {}

    /** The sum of some processes, in bytes; null when the system tells it of none of them. */
    static @Nullable Long of(List<ProcessHandle> processes) {
        var shares = processes.stream().flatMap(ProcessMemory::of).toList();
        return shares.isEmpty() ? null : shares.stream().mapToLong(Long::longValue).sum();
    }

    private static Stream<Long> of(ProcessHandle process) {
        return lines(Path.of("/proc", "" + process.pid(), "smaps_rollup")).stream()
                .filter(it -> it.startsWith("Pss:"))
                .map(it -> Long.parseLong(it.replaceAll("\\D", "")) * BYTES_PER_KILOBYTE);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
