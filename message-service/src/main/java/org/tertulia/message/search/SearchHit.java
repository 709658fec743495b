package org.tertulia.message.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * A message that a query finds.
 *
 * @param place where it is
 * @param score how well it fits; greater is better
 */
record SearchHit(SearchPlace place, double score) {

    /** From the best to the worst; of the same, the newer first. */
    static final Comparator<SearchHit> BEST_FIRST =
            Comparator.comparingDouble(SearchHit::score).thenComparing(SearchHit::place).reversed();

    /** A message that is older by this counts half. Guessed. */
    private static final Duration HALVED_AFTER = Duration.ofDays(30);

    /**
     * A hit by its rank and its age.
     *
     * @param rank of the text, as PostgreSQL tells it
     * @param newest when the newest hit of the window was posted
     */
    static SearchHit of(SearchPlace place, double rank, Instant newest) {
        var age = Duration.between(place.postedAt(), newest).toMillis();
        return new SearchHit(place, rank / (1 + age / (double) HALVED_AFTER.toMillis()));
    }
}
