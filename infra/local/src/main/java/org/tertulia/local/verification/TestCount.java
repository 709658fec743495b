package org.tertulia.local.verification;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How many tests passed, failed and were skipped.
 *
 * @param passed those that ran and found nothing wrong
 * @param failed those that found something wrong, or could not run
 * @param skipped those that were not to run here
 */
public record TestCount(int passed, int failed, int skipped) {
    public static final TestCount NONE = new TestCount(0, 0, 0);

    private static final Pattern PASSED = Pattern.compile("(\\d+) passed");
    private static final Pattern FAILED = Pattern.compile("(\\d+) failed");
    private static final Pattern SKIPPED = Pattern.compile("(\\d+) skipped");
    private static final Pattern TEST_FILES = Pattern.compile("^\\s*Test Files\\b.*");

    /** The sum of both. */
    public TestCount plus(TestCount other) {
        return new TestCount(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    /**
     * Reads the closing lines of a test run, such as {@code 12 passed, 1 failed}; the last number of
     * each kind counts. A run that ended badly without naming a failure counts as one failure.
     */
    public static TestCount ofOutput(List<String> lines, int exitCode) {
        var passed = last(lines, PASSED);
        var failed = last(lines, FAILED);
        var silent = exitCode != 0 && failed == 0;
        return new TestCount(passed, silent ? 1 : failed, last(lines, SKIPPED));
    }

    private static int last(List<String> lines, Pattern pattern) {
        return lines.stream()
                .filter(it -> !TEST_FILES.matcher(it).matches())
                .flatMap(it -> pattern.matcher(it).results())
                .map(MatchResult::group)
                .map(it -> Integer.parseInt(it.substring(0, it.indexOf(' '))))
                .reduce(0, (former, latter) -> latter);
    }

    /** The line by which a run is judged, as in {@code 12 passed, 0 failed}. */
    public String closingLine() {
        var line = "%d passed, %d failed".formatted(passed, failed);
        return skipped == 0 ? line : line + ", %d skipped".formatted(skipped);
    }
}
