package org.tertulia.load.bench;

import java.util.List;
import java.util.Locale;

/**
 * Deliveries of some rounds, each message to each socket.
 *
 * @param deliveries how many
 * @param p50Millis half of all took at most so long, from the sender to the receiver
 * @param p99Millis 99 of 100 of all did
 * @param lowestP99Millis that of the best round
 * @param highestP99Millis that of the worst round
 * @param came the share of them that were followed by their translation
 * @param asked how often the first engine was asked
 */
record DeliveryFigures(
        int deliveries,
        double p50Millis,
        double p99Millis,
        double lowestP99Millis,
        double highestP99Millis,
        double came,
        int asked) {
    private static final double P99 = 0.99;

    static DeliveryFigures of(List<Latencies> rounds, int translations, int asked) {
        var all = Latencies.pooled(rounds);
        var ofRounds =
                rounds.stream().mapToDouble(it -> it.percentileMillis(P99)).summaryStatistics();
        return new DeliveryFigures(
                all.count(),
                all.percentileMillis(0.5),
                all.percentileMillis(P99),
                ofRounds.getMin(),
                ofRounds.getMax(),
                (double) translations / all.count(),
                asked);
    }

    /**
     * One line of a table.
     *
     * @param normal the p99 that it is compared with
     */
    String line(String row, String name, double normal) {
        return String.format(
                Locale.ROOT,
                row,
                name,
                decimals(p50Millis),
                decimals(p99Millis),
                "%s to %s".formatted(decimals(lowestP99Millis), decimals(highestP99Millis)),
                decimals(p99Millis / normal),
                String.format(Locale.ROOT, "%.0f %%", came * 100),
                asked);
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
