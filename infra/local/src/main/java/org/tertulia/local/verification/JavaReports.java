package org.tertulia.local.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds up the XML reports that the Maven build leaves beside each module. */
public final class JavaReports {
    private static final Pattern REPORT =
            Pattern.compile(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml");
    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");
    private static final int MODULE_DEPTH = 5;

    private JavaReports() {}

    /**
     * The sum of all reports below a folder.
     *
     * @param since only reports written after this moment count, in milliseconds since 1970
     */
    public static TestCount sum(Path root, long since) {
        try (var files = Files.find(root, MODULE_DEPTH, (path, attributes) -> isReport(path))) {
            return files.filter(it -> isNewer(it, since))
                    .flatMap(JavaReports::read)
                    .reduce(TestCount.NONE, TestCount::plus);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the test reports", e);
        }
    }

    private static boolean isReport(Path path) {
        return REPORT.matcher(path.toString()).matches();
    }

    private static boolean isNewer(Path file, long since) {
        try {
            return Files.getLastModifiedTime(file).toMillis() >= since;
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<TestCount> read(Path report) {
        try {
            return SUITE.matcher(Files.readString(report)).results().map(it -> count(it.group()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + report, e);
        }
    }

    private static TestCount count(String suite) {
        var failed = number(suite, "failures") + number(suite, "errors");
        var skipped = number(suite, "skipped");
        return new TestCount(number(suite, "tests") - failed - skipped, failed, skipped);
    }

    private static int number(String suite, String attribute) {
        var matcher = Pattern.compile("\\b" + attribute + "=\"(\\d+)\"").matcher(suite);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
