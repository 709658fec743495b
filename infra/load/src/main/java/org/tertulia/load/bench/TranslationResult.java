package org.tertulia.load.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured of translations.
 *
 * @param machine what it was measured on
 * @param quality how near they are to a person's, by direction
 * @param speed how fast they are, by how many are under way
 * @param deliveries what they do to the delivery of messages; null when that was not measured
 */
record TranslationResult(
        BenchResult.Machine machine,
        List<TranslatingBench.Quality> quality,
        List<TranslatingBench.Speed> speed,
        TranslatedDelivery.@Nullable Deliveries deliveries) {
    private static final String SCORES = "  %-34s %12s %12s %12s";
    private static final String DELIVERIES = "  %-34s %8s %8s %16s %8s %8s %8s";

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(
                "Translation of 40 chat sentences, through the gateway, without saying their language.");
        lines.add("Baseline: a bare warm Apertium pipe for each direction.");
        lines.add(Report.head());
        for (var of : speed) {
            var under = ", %d under way".formatted(of.atATime());
            lines.add(
                    Report.row(
                            "sentences/s" + under,
                            "%.0f",
                            of.rounds(),
                            Translating::sentencesPerSecond));
            lines.add(Report.row("p50 ms" + under, "%.2f", of.rounds(), Translating::p50Millis));
            lines.add(Report.row("p99 ms" + under, "%.2f", of.rounds(), Translating::p99Millis));
        }
        lines.add("");
        lines.add(
                "chrF2 against one reference each (0 to 100), %d left as they are."
                        .formatted(
                                quality.stream().mapToInt(TranslatingBench.Quality::left).sum()));
        lines.add(SCORES.formatted("", "suite", "baseline", "untranslated"));
        quality.forEach(it -> lines.add(it.line(SCORES)));
        if (deliveries != null) {
            lines.add("");
            lines.add(
                    "Delivery of the messages themselves, in ms, and how many of their translations came.");
            lines.add(
                    DELIVERIES.formatted(
                            "", "p50", "p99", "p99 of rounds", "ratio", "came", "asked"));
            lines.addAll(deliveries.lines(DELIVERIES));
        }
        return lines;
    }
}
