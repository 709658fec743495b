package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tertulia.load.bench.BenchResult.Pair;

/** Files up and down, through the suite and straight to its store by turns, after a round of each that does not count. */
final class MediaBench {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGA = 1e6;

    private final MediaPlan plan;
    private final Shelf suite;
    private final Shelf baseline;
    private final PrintWriter out;
    private final byte[] piece;

    MediaBench(MediaPlan plan, Shelf suite, Shelf baseline, PrintWriter out) {
        this.plan = plan;
        this.suite = suite;
        this.baseline = baseline;
        this.out = out;
        this.piece = new byte[plan.pieceBytes()];
        new Random(1).nextBytes(piece);
    }

    /**
     * Measures.
     *
     * @throws BenchFailure when a file is refused, or does not come back whole
     */
    Pair<Throughput> run() throws InterruptedException {
        round(suite);
        round(baseline);
        var suiteRounds = new ArrayList<Throughput>();
        var baselineRounds = new ArrayList<Throughput>();
        for (var round = 1; round <= plan.rounds(); round++) {
            suiteRounds.add(round(suite));
            baselineRounds.add(round(baseline));
            tell(round, suiteRounds.getLast(), baselineRounds.getLast());
        }
        return new Pair<>(suiteRounds, baselineRounds);
    }

    private Throughput round(Shelf shelf) throws InterruptedException {
        var start = System.nanoTime();
        var keys = all(lane -> shelf.put(lane, plan, piece));
        var between = System.nanoTime();
        var lengths = all(lane -> shelf.get(lane, keys.get(lane)));
        var end = System.nanoTime();
        if (lengths.stream().anyMatch(it -> it != plan.fileBytes())) {
            throw new BenchFailure("Not all came back whole: " + lengths);
        }
        for (var lane = 0; lane < keys.size(); lane++) {
            shelf.remove(lane, keys.get(lane));
        }
        return new Throughput(
                megabytesPerSecond(between - start), megabytesPerSecond(end - between));
    }

    private double megabytesPerSecond(long nanos) {
        return plan.fileBytes() * plan.transfers() / MEGA * NANOS_PER_SECOND / nanos;
    }

    /** What every lane comes to, all at the same time. */
    private <T> List<T> all(IntFunction<T> work) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun =
                    IntStream.range(0, plan.transfers())
                            .mapToObj(lane -> threads.submit(() -> work.apply(lane)))
                            .toList();
            var results = new ArrayList<T>();
            for (var one : begun) {
                results.add(result(one));
            }
            return results;
        }
    }

    private static <T> T result(Future<T> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchFailure failure
                    ? failure
                    : new BenchFailure("A transfer ended early: " + e.getCause());
        }
    }

    private void tell(int round, Throughput suiteRound, Throughput baselineRound) {
        out.printf(
                Locale.ROOT,
                "  files %d/%d, MB/s up and down: suite %.0f and %.0f, store %.0f and %.0f%n",
                round,
                plan.rounds(),
                suiteRound.upMegabytes(),
                suiteRound.downMegabytes(),
                baselineRound.upMegabytes(),
                baselineRound.downMegabytes());
        out.flush();
    }
}
