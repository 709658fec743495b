package org.tertulia.load.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * All that was measured of translations.
 *
 * @param machine what it was measured on
 * @param quality how near they are to a person's, by direction
 * @param speed how fast they are, by how many are under way
 * @param deliveries what they do to the delivery of messages, by engine; empty when that was not measured
 */
record TranslationResult(
        BenchResult.Machine machine,
        List<TranslatingBench.Quality> quality,
        List<TranslatingBench.Speed> speed,
        List<TranslatedDelivery.Delivery> deliveries) {
    private static final String SCORES = "  %-34s %12s %12s %12s";
    private static final String DELIVERIES = "  %-34s %12s %12s %8s %12s";

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
        if (!deliveries.isEmpty()) {
            lines.add("");
            lines.add(
                    "Delivery of the messages themselves, p99 in ms, translated or not, by first engine.");
            lines.add(DELIVERIES.formatted("", "translated", "not", "ratio", "came"));
            deliveries.forEach(it -> lines.add(it.line(DELIVERIES)));
        }
        return lines;
    }
}
