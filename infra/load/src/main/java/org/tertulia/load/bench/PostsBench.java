package org.tertulia.load.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tertulia.load.bench.BenchResult.Pair;

/** Durable posts, the suite's and the baseline's by turns, after a round of each that does not count. */
final class PostsBench {
    /** How many commits message-service has under way at a time unless configured otherwise. */
    private static final int LANES = 4;

    private final BenchPlan plan;
    private final SuitePosts suite;
    private final InsertBaseline baseline;
    private final PrintWriter out;

    PostsBench(BenchPlan plan, SuitePosts suite, InsertBaseline baseline, PrintWriter out) {
        this.plan = plan;
        this.suite = suite;
        this.baseline = baseline;
        this.out = out;
    }

    Pair<Posts> run() throws InterruptedException {
        var warm = suite.run(plan.length());
        insertLike(warm);
        var suiteRounds = new ArrayList<Posts>();
        var baselineRounds = new ArrayList<Posts>();
        for (var round = 1; round <= plan.rounds(); round++) {
            suite.keepAlive();
            var posts = suite.run(plan.length());
            suiteRounds.add(posts);
            baselineRounds.add(insertLike(posts));
            tell(round, suiteRounds, baselineRounds);
        }
        return new Pair<>(suiteRounds, baselineRounds);
    }

    private Posts insertLike(Posts posts) throws InterruptedException {
        var batch = (int) Math.max(1, Math.round(posts.meanBatch()));
        return baseline.run(plan.length(), batch, LANES);
    }

    private void tell(int round, List<Posts> suiteRounds, List<Posts> baselineRounds) {
        out.printf(
                Locale.ROOT,
                "  posts %d/%d: suite %.0f a second, baseline %.0f%n",
                round,
                plan.rounds(),
                suiteRounds.getLast().postsPerSecond(),
                baselineRounds.getLast().postsPerSecond());
        out.flush();
    }
}
