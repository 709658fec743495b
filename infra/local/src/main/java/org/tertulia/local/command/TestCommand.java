package org.tertulia.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tertulia.local.part.PartFailure;
import org.tertulia.local.training.Training;
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
        description = "Runs all tests, or parts of them: java, suite, browser, faults.")
final class TestCommand implements Callable<Integer> {
    private static final Map<String, Integer> INSTANCES = Map.of("message-service", 2);

    /** Faults; below, making start-up caches takes longer than they save. Guessed. */
    private static final int WORTH_TRAINING = 100;

    private static final Set<String> DOORS = Set.of("postgresql", "kafka");

    /** How one part of the tests went. */
    private record Result(TestCount count, long millis) {}

    @Mixin private Where where = new Where();

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "java, suite, browser: together all tests; faults: the long fault suite.")
    private List<String> parts = new ArrayList<>();

    @Option(names = "--faults", description = "faults: how many (default 200).")
    private @Nullable Integer faults;

    @Option(names = "--seed", description = "faults: the seed of the run to see again.")
    private @Nullable Long seed;

    @Option(names = "--seconds", description = "faults: none begins after this time (default 900).")
    private @Nullable Integer seconds;

    @Option(names = "--people", description = "faults: how many write (default 8).")
    private @Nullable Integer people;

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
        if (javaExit == 0 && parts.contains("faults")) {
            withFaults(out);
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

    /**
     * The program opens the doors through which the services reach PostgreSQL and Kafka, so it begins
     * before the suite does; it waits for the suite by itself.
     */
    private void withFaults(PrintWriter out) throws IOException, InterruptedException {
        var start = System.nanoTime();
        try (var suite =
                SpareSuite.prepare(Where.modules(), where.home().cache(), INSTANCES, DOORS)) {
            makeStartUpCaches(suite);
            var program = new FutureTask<>(() -> run(suite, faultSuite(suite), out));
            Thread.ofPlatform().daemon().name("faults").start(program);
            suite.start(out);
            var result = program.get();
            results.put("faults", result);
            if (result.count().failed() > 0) {
                suite.keepLogs();
                out.println("The logs of the suite are kept in " + suite.logs());
            }
        } catch (PartFailure | ExecutionException e) {
            out.println(e.getMessage());
            results.put("faults", new Result(new TestCount(0, 1, 0), millisSince(start)));
        }
    }

    /** Parts that are killed are back in half the time or less with one, so a long run gets them first. */
    private void makeStartUpCaches(SpareSuite suite) throws InterruptedException {
        if (faults != null && faults < WORTH_TRAINING) {
            return;
        }
        var home = where.home().create();
        try (var training = new Training(home, Where.modules(), suite.allParts(), Duration.ZERO)) {
            training.start();
            training.await();
        }
    }

    private Program faultSuite(SpareSuite suite) {
        var arguments = new ArrayList<String>();
        DOORS.forEach(it -> arguments.addAll(List.of("--door", suite.door(it))));
        add(arguments, "--faults", faults);
        add(arguments, "--seed", seed);
        add(arguments, "--seconds", seconds);
        add(arguments, "--people", people);
        return LoadPrograms.of("faults", arguments);
    }

    private static void add(List<String> arguments, String option, @Nullable Number value) {
        if (value != null) {
            arguments.addAll(List.of(option, "" + value));
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
