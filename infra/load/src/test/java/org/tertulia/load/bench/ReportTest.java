package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tertulia.load.bench.BenchResult.Pair;

class ReportTest {
    private static final BenchPlan PLAN =
            new BenchPlan(500, 50, 400, 8, 20, 64, Duration.ofSeconds(5), 3, 80);

    @Test
    void everyRoomShouldStandBesideTheSuiteWithItsRatios() {
        var full =
                Comparison.of(
                        rooms(
                                List.of(new FanOut(20_000, 2, 8), new FanOut(25_000, 3, 10)),
                                List.of(new FanOut(90_000, 1, 2), new FanOut(90_000, 1, 2)),
                                List.of(new FanOut(10_000, 5, 9), new FanOut(20_000, 5, 9))));
        var fanOut = new FanOutResult(full, full, full);
        var result = new BenchResult(PLAN, BenchResult.Machine.here(), fanOut, null);

        assertThat(Report.lines(result))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .containsPattern(
                                                "8 under way: suite +22500 +2.50 +9.00 *$"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .containsPattern(
                                                "8 under way: baseline +90000 +1.00 +2.00"
                                                        + " +0.25 +2.50 +4.50"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .containsPattern(
                                                "rate: ws +15000 +5.00 +9.00 +1.50 +0.50 +1.00"))
                .noneSatisfy(line -> assertThat(line).contains("Durable"));
    }

    private static Map<String, List<FanOut>> rooms(
            List<FanOut> suite, List<FanOut> baseline, List<FanOut> ws) {
        var rooms = new LinkedHashMap<String, List<FanOut>>();
        rooms.put("suite", suite);
        rooms.put("baseline", baseline);
        rooms.put("ws", ws);
        return rooms;
    }

    @Test
    void postsShouldBeToldWithTheirCommits() {
        var posts =
                new Pair<>(
                        List.of(new Posts(3_000, 20, 40, 14.5)),
                        List.of(new Posts(6_000, 10, 20, 15)));
        var result = new BenchResult(PLAN, BenchResult.Machine.here(), null, posts);

        assertThat(Report.lines(result))
                .anySatisfy(line -> assertThat(line).containsPattern("posts/s +3000 +6000 +0.50"))
                .anySatisfy(line -> assertThat(line).containsPattern("commit +14.5 +15.0 +0.97"));
    }
}
