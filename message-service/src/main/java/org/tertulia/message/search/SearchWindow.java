package org.tertulia.message.search;

import org.jspecify.annotations.Nullable;

/**
 * The stretch of time whose hits are ranked together, and how far they have been told. Its bounds keep
 * it the same from page to page, whatever is said meanwhile.
 *
 * @param below only what is older than this; null for everything
 * @param down only what is not older than this; null for as far as one search goes
 * @param told the hits up to this one were on earlier pages; null when none were
 */
record SearchWindow(
        @Nullable SearchPlace below, @Nullable SearchPlace down, @Nullable SearchHit told) {

    /** The newest one. */
    static final SearchWindow NEWEST = new SearchWindow(null, null, null);

    /** What is older than {@code place}. */
    static SearchWindow olderThan(SearchPlace place) {
        return new SearchWindow(place, null, null);
    }
}
