package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tertulia.load.bench.BenchResult.Pair;

class ReportTest {
    private static final BenchPlan PLAN =
            new BenchPlan(500, 50, 400, 8, 20, 64, Duration.ofSeconds(5), 3, 80);

    @Test
    void mediansShouldStandBesideEachOtherWithTheirRatio() {
        var full =
                new Pair<>(
                        List.of(new FanOut(20_000, 2, 8), new FanOut(25_000, 3, 9)),
                        List.of(new FanOut(90_000, 1, 2), new FanOut(90_000, 1, 2)));
        var result = new BenchResult(PLAN, BenchResult.Machine.here(), full, full, null);

        assertThat(Report.lines(result))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .contains("8 under way: deliveries/s")
                                        .containsPattern("22500 +90000 +0.25"))
                .noneSatisfy(line -> assertThat(line).contains("Durable"));
    }

    @Test
    void postsShouldBeToldWithTheirCommits() {
        var posts =
                new Pair<>(
                        List.of(new Posts(3_000, 20, 40, 14.5)),
                        List.of(new Posts(6_000, 10, 20, 15)));
        var result = new BenchResult(PLAN, BenchResult.Machine.here(), null, null, posts);

        assertThat(Report.lines(result))
                .anySatisfy(line -> assertThat(line).containsPattern("posts/s +3000 +6000 +0.50"))
                .anySatisfy(line -> assertThat(line).containsPattern("commit +14.5 +15.0 +0.97"));
    }
}
