package org.tertulia.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.verification.JavaReports;
import org.tertulia.local.verification.Program;
import org.tertulia.local.verification.SpareSuite;
import org.tertulia.local.verification.TestCount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs the tests that need a running suite, and adds up all. The Java part (the Maven build with its
 * tests) is run by the script before, because it builds this very program.
 */
@Command(
        name = "test",
        description = "Runs all tests, or one part of them: java, suite or browser.")
final class TestCommand implements Callable<Integer> {
    private static final Map<String, Integer> INSTANCES = Map.of("message-service", 2);

    /** How one part of the tests went. */
    private record Result(TestCount count, long millis) {}

    @Mixin private Where where = new Where();

    @Parameters(arity = "0..*", paramLabel = "PART", description = "java, suite or browser.")
    private List<String> parts = new ArrayList<>();

    @Option(names = "--java-started", hidden = true)
    private long javaStarted;

    @Option(names = "--java-exit", hidden = true)
    private int javaExit;

    private final Map<String, Result> results = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = where.out();
        if (parts.contains("java")) {
            results.put("java", javaResult());
        }
        if (javaExit != 0) {
            out.println("The Java part failed; what needs a running suite was left out.");
        } else if (parts.contains("suite") || parts.contains("browser")) {
            againstASuite(out);
        }
        return report(out);
    }

    private Result javaResult() {
        var count = JavaReports.sum(Where.modules(), javaStarted);
        var silent = javaExit != 0 && count.failed() == 0;
        var failure = new TestCount(0, silent ? 1 : 0, 0);
        return new Result(count.plus(failure), System.currentTimeMillis() - javaStarted);
    }

    private void againstASuite(PrintWriter out) throws IOException, InterruptedException {
        var start = System.nanoTime();
        try (var suite = SpareSuite.start(Where.modules(), where.home().cache(), INSTANCES, out)) {
            results.put("start", new Result(TestCount.NONE, millisSince(start)));
            if (parts.contains("suite")) {
                results.put("suite", run(suite, suiteTests(), out));
            }
            if (parts.contains("browser")) {
                results.put("browser", run(suite, browserTests(), out));
            }
            if (results.values().stream().anyMatch(it -> it.count().failed() > 0)) {
                suite.keepLogs();
                out.println("The logs of the suite are kept in " + suite.logs());
            }
        } catch (PartFailure e) {
            out.println(e.getMessage());
            results.put("start", new Result(new TestCount(0, 1, 0), millisSince(start)));
        }
    }

    private static Result run(SpareSuite suite, Program program, PrintWriter out)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var outcome = program.run(suite.environment(), out);
        var count = TestCount.ofOutput(outcome.output(), outcome.exitCode());
        return new Result(count, millisSince(start));
    }

    private static Program suiteTests() {
        return LoadPrograms.of("test", List.of());
    }

    private static Program browserTests() {
        var web = Where.modules().resolve("web");
        return new Program(web, List.of("npm", "run", "--silent", "e2e"));
    }

    private int report(PrintWriter out) {
        var sum =
                results.values().stream()
                        .map(Result::count)
                        .reduce(TestCount.NONE, TestCount::plus);
        out.println();
        results.forEach(
                (part, result) ->
                        out.printf(
                                Locale.ROOT,
                                "%-8s %6.1f s  %s%n",
                                part,
                                result.millis() / 1000.0,
                                result.count().closingLine()));
        out.println(sum.closingLine());
        out.flush();
        return sum.failed() == 0 && javaExit == 0 ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
