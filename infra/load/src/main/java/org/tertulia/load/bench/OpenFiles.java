package org.tertulia.load.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.tertulia.load.home.Programs;

/** How many files, and so sockets, a process may have open. Known on Linux only. */
final class OpenFiles {
    /** What a process has open beside the sockets that are measured. */
    private static final int BESIDE = 1_000;

    private static final int LIMIT_SECONDS = 10;

    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final String LINE = "Max open files";

    /** What is allowed now, and up to where a process may raise that by itself. */
    record Limit(long soft, long hard) {
        static final Limit NONE = new Limit(UNLIMITED, UNLIMITED);
    }

    private OpenFiles() {}

    /**
     * Lets a process that runs have so many sockets: raises its limit where that is allowed.
     *
     * @throws BenchFailure when it is not
     */
    static void allow(String name, long pid, int sockets) throws InterruptedException {
        var needed = (long) sockets + BESIDE;
        var limit = limit(pid);
        if (limit.soft() >= needed) {
            return;
        }
        raise(pid, needed, Math.max(needed, limit.hard()));
        var raised = limit(pid);
        if (raised.soft() < needed) {
            throw new BenchFailure(
                    "%s may have %d files open and needs %d: start it after ulimit -n %d"
                            .formatted(name, raised.soft(), needed, needed));
        }
    }

    private static void raise(long pid, long soft, long hard) throws InterruptedException {
        if (!Programs.isInstalled("prlimit")) {
            return;
        }
        var limits = "--nofile=%d:%s".formatted(soft, hard == UNLIMITED ? "unlimited" : hard);
        try {
            var process =
                    new ProcessBuilder("prlimit", "--pid", "" + pid, limits)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new BenchFailure("prlimit does not run: " + e.getMessage());
        }
    }

    private static Limit limit(long pid) {
        try {
            return limit(Files.readString(Path.of("/proc", "" + pid, "limits")));
        } catch (IOException e) {
            return Limit.NONE;
        }
    }

    /** What {@code /proc/PID/limits} tells. */
    static Limit limit(String limits) {
        return limits.lines()
                .filter(it -> it.startsWith(LINE))
                .map(it -> it.substring(LINE.length()).strip().split("\\s+", -1))
                .map(it -> new Limit(number(it[0]), number(it[1])))
                .findFirst()
                .orElse(Limit.NONE);
    }

    private static long number(String limit) {
        return limit.equals("unlimited") ? UNLIMITED : Long.parseLong(limit);
    }
}
