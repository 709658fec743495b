package org.tertulia.local.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A suite's state as a table for people. */
public final class StatusTable {
    private static final String ROW = "%-20s %-11s %6s %8s %9s %9s %s";

    private StatusTable() {}

    /** The lines of the table, heading first, sums last. */
    public static List<String> lines(SuiteStatus suite) {
        var lines = new ArrayList<String>();
        lines.add(row("part", "state", "port", "pid", "memory", "ready in", ""));
        suite.parts().forEach(it -> lines.add(row(it)));
        if (suite.launcherPid() != null) {
            lines.add(launcherRow(suite));
        }
        lines.add(sumRow(suite));
        return lines;
    }

    private static String launcherRow(SuiteStatus suite) {
        var memory = bytes(suite.launcherMemoryBytes());
        return row("(launcher)", "", "", "" + suite.launcherPid(), memory, "", "");
    }

    private static String sumRow(SuiteStatus suite) {
        var memory =
                Stream.concat(
                                Stream.ofNullable(suite.launcherMemoryBytes()),
                                suite.parts().stream().map(PartStatus::memoryBytes))
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum();
        var state = suite.ready() ? "ready" : "not ready";
        return row("all", state, "", "", bytes(memory), millis(suite.readyMillis()), "");
    }

    private static String row(PartStatus part) {
        return row(
                part.part(),
                part.state().text(),
                "" + part.port(),
                part.pid() == null ? "-" : "" + part.pid(),
                bytes(part.memoryBytes()),
                millis(part.readyMillis()),
                part.restarts() == 0 ? "" : "restarted " + part.restarts() + " times");
    }

    private static String row(
            String part,
            String state,
            String port,
            String pid,
            String memory,
            String ready,
            String remark) {
        return ROW.formatted(part, state, port, pid, memory, ready, remark).stripTrailing();
    }

    private static String bytes(@Nullable Long bytes) {
        return bytes == null ? "-" : (bytes >> 20) + " MiB";
    }

    /** Seconds with one digit, as in {@code 1.5 s}. */
    static String millis(@Nullable Long millis) {
        return millis == null ? "-" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
