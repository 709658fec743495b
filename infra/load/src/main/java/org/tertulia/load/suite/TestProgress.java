package org.tertulia.load.suite;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Tells of each test as it ends, and of all that failed at the end, with the lines of their traces. */
final class TestProgress implements TestExecutionListener {
    private static final int TRACE_LINES = 12;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final Map<String, Long> starts = new HashMap<>();
    private final Map<String, Throwable> failures = new LinkedHashMap<>();
    private int passed;
    private int skipped;

    TestProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        starts.put(test.getUniqueId(), System.nanoTime());
        if (test.getSource().orElse(null) instanceof ClassSource source && test.isContainer()) {
            out.println(source.getJavaClass().getSimpleName());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped++;
        tell("skipped", test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isContainer() && result.getStatus() == Status.SUCCESSFUL) {
            return;
        }
        var reason = result.getThrowable().map(Throwable::getMessage).orElse("");
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                passed++;
                tell("ok", test, "");
            }
            case ABORTED -> {
                skipped++;
                tell("skipped", test, reason);
            }
            case FAILED -> {
                failures.put(
                        name(test),
                        result.getThrowable().orElseGet(() -> new AssertionError("failed")));
                tell("FAILED", test, reason.lines().findFirst().orElse(""));
            }
        }
    }

    /** The summary; its last line is {@code 12 passed, 1 failed, 2 skipped}. */
    void conclude() {
        failures.forEach(this::explain);
        out.println();
        out.printf("%d passed, %d failed, %d skipped%n", passed, failures.size(), skipped);
        out.flush();
    }

    boolean isGood() {
        return failures.isEmpty() && passed > 0;
    }

    private void explain(String test, Throwable failure) {
        out.printf("%n%s%n%s%n", test, failure);
        var shown = 0;
        for (var line : failure.getStackTrace()) {
            if (line.getClassName().startsWith("org.tertulia") && shown++ < TRACE_LINES) {
                out.println("    at " + line);
            }
        }
        if (failure.getCause() != null) {
            out.println("  because of " + failure.getCause());
        }
    }

    private void tell(String outcome, TestIdentifier test, String remark) {
        var start = starts.getOrDefault(test.getUniqueId(), System.nanoTime());
        out.printf(
                Locale.ROOT,
                "  %-7s %6.1f s  %s%s%n",
                outcome,
                (System.nanoTime() - start) / NANOS_PER_SECOND,
                name(test),
                remark.isEmpty() ? "" : ": " + remark);
        out.flush();
    }

    /** Cases of a parameterized test are told with the name of their method. */
    private static String name(TestIdentifier test) {
        var method = test.getLegacyReportingName().replaceAll("\\(.*", "");
        var display = test.getDisplayName().replace("()", "");
        return method.equals(display) ? method : method + " " + display;
    }
}
