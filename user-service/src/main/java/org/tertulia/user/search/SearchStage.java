package org.tertulia.user.search;

/** The stages of a search, the best matches first. Each is a bounded walk along one index. */
enum SearchStage {
    /** The handle begins with the words. */
    HANDLE,
    /** The name begins with the words. */
    NAME,
    /** Another word of the name begins with them, or they are similar (pg_trgm's word similarity). */
    SIMILAR;

    /** Fewest characters for {@link #SIMILAR}: less than that is in every third name. */
    static final int SIMILAR_FROM = 2;

    /** Whether there is a stage after this one for such words. */
    boolean isLast(String words) {
        return this == SIMILAR
                || (this == NAME && words.codePointCount(0, words.length()) < SIMILAR_FROM);
    }

    /** The stage after this one. */
    SearchStage next() {
        return values()[ordinal() + 1];
    }
}
