package org.tertulia.load.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.bench.BenchResult.Pair;

/** The result as a table for people: medians, what the suite is compared with beside it, and ratios. */
final class Report {
    private static final String ROW = "  %-34s %12s %12s %8s";

    /** A room's figures, and the suite's divided by them. */
    private static final String ROOM = "  %-36s %12s %9s %9s  %12s %8s %8s";

    private Report() {}

    static List<String> lines(BenchResult result) {
        var lines = new ArrayList<String>();
        var plan = result.plan();
        if (result.fanOut() != null) {
            lines.addAll(fanOutHead(plan));
            lines.addAll(fanOut("%d under way".formatted(plan.underWay()), result.fanOut().full()));
            lines.addAll(fanOut("%d a second".formatted(plan.rate()), result.fanOut().paced()));
            lines.addAll(fanOut("half of its fullest rate", result.fanOut().half()));
        }
        if (result.posts() != null) {
            lines.addAll(postsHead(plan));
            lines.addAll(posts(result.posts()));
        }
        return lines;
    }

    private static List<String> fanOutHead(BenchPlan plan) {
        return List.of(
                "",
                "Fan-out: each message of one group to %d sockets of %d people, through the gateway."
                        .formatted(plan.sockets(), plan.people()),
                "Baseline: a bare Reactor Netty broadcast. All: as many sockets, same frame size.",
                ROOM.formatted("", "deliveries/s", "p50 ms", "p99 ms", "suite to it:", "", ""));
    }

    private static List<String> fanOut(String how, Comparison comparison) {
        var lines = new ArrayList<String>();
        comparison
                .medians()
                .forEach(
                        (room, figures) ->
                                lines.add(
                                        room(
                                                how + ": " + room,
                                                figures,
                                                comparison.ratios().get(room))));
        return lines;
    }

    private static String room(String name, FanOut figures, @Nullable FanOut ratio) {
        return ROOM.formatted(
                name,
                decimal("%.0f", figures.deliveriesPerSecond()),
                decimal("%.2f", figures.p50Millis()),
                decimal("%.2f", figures.p99Millis()),
                ratio == null ? "" : decimal("%.2f", ratio.deliveriesPerSecond()),
                ratio == null ? "" : decimal("%.2f", ratio.p50Millis()),
                ratio == null ? "" : decimal("%.2f", ratio.p99Millis()));
    }

    private static String decimal(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }

    private static List<String> postsHead(BenchPlan plan) {
        return List.of(
                "",
                "Durable posts: %d people over WebSockets through the gateway, each the next message"
                                .formatted(plan.senders())
                        + " when the one before is acknowledged.",
                "Baseline: the same rows inserted in batches by the same driver, nothing else.",
                head());
    }

    /** What stands over rows of a suite and its baseline. */
    static String head() {
        return ROW.formatted("", "suite", "baseline", "ratio");
    }

    private static List<String> posts(Pair<Posts> pair) {
        return List.of(
                row("posts/s", "%.0f", pair, Posts::postsPerSecond),
                row("p50 ms", "%.2f", pair, Posts::p50Millis),
                row("p99 ms", "%.2f", pair, Posts::p99Millis),
                row("messages per commit", "%.1f", pair, Posts::meanBatch));
    }

    /** The medians of a figure, and the suite's divided by the baseline's. */
    static <T> String row(String name, String format, Pair<T> pair, ToDoubleFunction<T> figure) {
        var suite = Median.of(pair.suite(), figure);
        var baseline = Median.of(pair.baseline(), figure);
        var ratio = baseline == 0 ? "-" : decimal("%.2f", suite / baseline);
        return ROW.formatted(name, decimal(format, suite), decimal(format, baseline), ratio);
    }
}
