package org.tertulia.local.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which process a launcher started for a part, kept in {@code run/<part>.json} for as long as the
 * process lives. A process id alone may by now belong to somebody else, so the moment the process
 * began is part of its identity, and a record counts only while both agree.
 *
 * @param part the part's name
 * @param pid its process id
 * @param startedAt when the process began, in milliseconds since 1970 as the system tells it
 * @param port the part's main port
 * @param readyMillis from the start to ready; null until then
 */
public record RunRecord(
        String part, long pid, long startedAt, int port, @Nullable Long readyMillis) {
    /** The system tells start times to within a hundredth of a second, clock adjustments apart. */
    private static final long SAME_START_MILLIS = 2_000;

    /** Describes a process that has just been started. */
    public static RunRecord of(String part, ProcessHandle process, int port) {
        return new RunRecord(part, process.pid(), startOf(process), port, null);
    }

    public RunRecord ready(long millis) {
        return new RunRecord(part, pid, startedAt, port, millis);
    }

    /** The process, when it is still the one that was started. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(it -> Math.abs(startOf(it) - startedAt) <= SAME_START_MILLIS);
    }

    public void save(Home home) {
        StateFile.write(home.run(part + ".json"), this);
    }

    public void delete(Home home) {
        try {
            Files.deleteIfExists(home.run(part + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the run record of " + part, e);
        }
    }

    /** The record of one part. */
    public static Optional<RunRecord> find(Home home, String part) {
        return StateFile.read(home.run(part + ".json"), RunRecord.class);
    }

    /** The records of all parts, by name. */
    public static List<RunRecord> all(Home home) {
        try (var files = Files.list(home.run("."))) {
            return files.filter(it -> it.toString().endsWith(".json"))
                    .flatMap(it -> StateFile.read(it, RunRecord.class).stream())
                    .sorted(Comparator.comparing(RunRecord::part))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(it -> it.toEpochMilli()).orElse(0L);
    }
}
