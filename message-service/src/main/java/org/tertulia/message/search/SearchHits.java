package org.tertulia.message.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a window.
 *
 * @param hits from the best to the worst
 * @param below what all of them are older than; null when there is none
 * @param rest where the window ends, with older messages to search after it; null when there are none
 */
record SearchHits(List<SearchHit> hits, @Nullable SearchPlace below, @Nullable SearchPlace rest) {

    /** Keeps its own copy. */
    SearchHits {
        hits = List.copyOf(hits);
    }

    /**
     * From rows that go from new to old; one without a rank is the rest. Hits of a window that has been
     * told in part are scored as before, whatever has gone from it since.
     */
    static SearchHits of(List<Row> rows, SearchWindow window) {
        var rest = rows.stream().filter(row -> row.rank() == null).map(Row::place).findFirst();
        var places = rows.stream().filter(row -> row.rank() != null).map(Row::place).toList();
        var below = places.isEmpty() ? null : below(places.getFirst(), window);
        var hits =
                below == null
                        ? List.<SearchHit>of()
                        : rows.stream()
                                .flatMap(row -> row.hit(below.postedAt()))
                                .sorted(SearchHit.BEST_FIRST)
                                .toList();
        return new SearchHits(hits, below, rest.orElse(null));
    }

    private static SearchPlace below(SearchPlace found, SearchWindow window) {
        var below = window.below();
        return window.told() == null || below == null ? found.next() : below;
    }

    /** A row as the database tells it. */
    record Row(SearchPlace place, @Nullable Double rank) {

        private Stream<SearchHit> hit(Instant newest) {
            return rank == null ? Stream.empty() : Stream.of(SearchHit.of(place, rank, newest));
        }
    }
}
