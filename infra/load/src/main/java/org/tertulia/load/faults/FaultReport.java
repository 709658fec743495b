package org.tertulia.load.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tertulia.load.faults.town.Tally;
import org.tertulia.load.faults.town.Town;

/** What a run tells at its end. */
final class FaultReport {
    private FaultReport() {}

    static List<String> lines(
            FaultOptions options,
            Injector injector,
            List<Round> rounds,
            Town town,
            Map<String, List<String>> broken)
            throws InterruptedException {
        var tally = town.journal().tally();
        var faults = injector.counts();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("seed        %d".formatted(options.seed()));
        lines.add(
                "faults      %d of %d in %d rounds: %s"
                        .formatted(sum(faults), options.faults(), rounds.size(), listed(faults)));
        lines.add("operations  %s".formatted(listed(tally.operations())));
        lines.addAll(counts(tally, town.repeatedFrames()));
        lines.add("back after  %s, at most, when killed".formatted(seconds(injector.away())));
        rounds.stream()
                .max(Comparator.comparing(Round::recovery))
                .ifPresent(it -> lines.add("slowest     " + it.text()));
        lines.addAll(verdict(options, broken));
        return lines;
    }

    private static List<String> counts(Tally tally, long repeatedFrames) {
        return List.of(
                "acks        %d; the longest was waited for %.1f s"
                        .formatted(tally.acks(), tally.longestWait().toMillis() / 1000.0),
                "retries     %d requests, %d WebSocket frames"
                        .formatted(tally.restRetries(), repeatedFrames),
                "sockets     %d connections, %d resumes, %d snapshots"
                        .formatted(tally.connections(), tally.resumes(), tally.snapshots()));
    }

    /** What did not hold, or that everything did. */
    static List<String> verdict(FaultOptions options, Map<String, List<String>> broken) {
        if (broken.isEmpty()) {
            return List.of("Everything held.");
        }
        var lines = new ArrayList<String>();
        broken.forEach(
                (invariant, violations) -> {
                    lines.add("BROKEN: " + invariant);
                    violations.forEach(it -> lines.add("  " + it));
                });
        lines.add("The same schedule again: " + options.again());
        return lines;
    }

    private static String seconds(Map<String, Duration> times) {
        return times.entrySet().stream()
                .map(
                        it ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %.1f s",
                                        it.getKey(),
                                        it.getValue().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String listed(Map<String, ? extends Number> counts) {
        return counts.entrySet().stream()
                .map(it -> String.format(Locale.ROOT, "%s %d", it.getKey(), it.getValue()))
                .collect(Collectors.joining(", "));
    }
}
