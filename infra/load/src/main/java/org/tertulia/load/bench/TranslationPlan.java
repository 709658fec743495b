package org.tertulia.load.bench;

import java.time.Duration;

/**
 * What is to be measured of translations.
 *
 * @param sentences how many are translated in a round
 * @param rounds how many rounds of each kind; the median counts
 * @param rate how many messages a second are said in a round of deliveries
 * @param length how long such a round lasts
 */
record TranslationPlan(int sentences, int rounds, int rate, Duration length) {
    /** Messages of a round of deliveries. */
    int messages() {
        return (int) Math.max(1, rate * length.toMillis() / 1000);
    }
}
