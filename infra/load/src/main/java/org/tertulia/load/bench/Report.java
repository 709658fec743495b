package org.tertulia.load.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tertulia.load.bench.BenchResult.Pair;

/** The result as a table for people: medians, the baseline's beside the suite's, and their ratio. */
final class Report {
    private static final String ROW = "  %-34s %12s %12s %8s";

    private Report() {}

    static List<String> lines(BenchResult result) {
        var lines = new ArrayList<String>();
        if (result.fanOut() != null && result.paced() != null) {
            lines.addAll(fanOutHead(result.plan()));
            var underWay = "%d under way: ".formatted(result.plan().underWay());
            lines.addAll(fanOut(underWay, result.fanOut()));
            lines.addAll(fanOut("%d a second: ".formatted(result.plan().rate()), result.paced()));
        }
        if (result.posts() != null) {
            lines.addAll(postsHead(result.plan()));
            lines.addAll(posts(result.posts()));
        }
        return lines;
    }

    private static List<String> fanOutHead(BenchPlan plan) {
        return List.of(
                "",
                "Fan-out: each message of one group to %d sockets of %d people, through the gateway."
                        .formatted(plan.sockets(), plan.people()),
                "Baseline: a bare Reactor Netty broadcast to as many sockets, same frame size.",
                ROW.formatted("", "suite", "baseline", "ratio"));
    }

    private static List<String> postsHead(BenchPlan plan) {
        return List.of(
                "",
                "Durable posts: %d people over WebSockets through the gateway, each the next message"
                                .formatted(plan.senders())
                        + " when the one before is acknowledged.",
                "Baseline: the same rows inserted in batches by the same driver, nothing else.",
                ROW.formatted("", "suite", "baseline", "ratio"));
    }

    private static List<String> fanOut(String how, Pair<FanOut> pair) {
        return List.of(
                row(how + "deliveries/s", "%.0f", pair, FanOut::deliveriesPerSecond),
                row(how + "p50 ms", "%.2f", pair, FanOut::p50Millis),
                row(how + "p99 ms", "%.2f", pair, FanOut::p99Millis));
    }

    private static List<String> posts(Pair<Posts> pair) {
        return List.of(
                row("posts/s", "%.0f", pair, Posts::postsPerSecond),
                row("p50 ms", "%.2f", pair, Posts::p50Millis),
                row("p99 ms", "%.2f", pair, Posts::p99Millis),
                row("messages per commit", "%.1f", pair, Posts::meanBatch));
    }

    private static <T> String row(
            String name, String format, Pair<T> pair, ToDoubleFunction<T> figure) {
        var suite = Median.of(pair.suite(), figure);
        var baseline = Median.of(pair.baseline(), figure);
        var ratio = baseline == 0 ? "-" : String.format(Locale.ROOT, "%.2f", suite / baseline);
        return ROW.formatted(
                name,
                String.format(Locale.ROOT, format, suite),
                String.format(Locale.ROOT, format, baseline),
                ratio);
    }
}
