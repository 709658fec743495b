package org.tertulia.media.content;

import org.jspecify.annotations.Nullable;

/** What a request for bytes is to be answered with (RFC 9110, sections 13 and 14). */
sealed interface Selection {

    /** All of them. */
    record Whole() implements Selection {}

    /** A stretch of them. */
    record Part(ByteRange range) implements Selection {}

    /** None: the client has them. */
    record Unchanged() implements Selection {}

    /** None: there are none where the client asks. */
    record Unsatisfiable() implements Selection {}

    /**
     * What decides.
     *
     * @param ifNoneMatch the entity tags that the client has
     * @param range the stretch that it wants; heeded for GET only
     * @param ifRange the entity tag that it has the rest of
     */
    record Wish(@Nullable String ifNoneMatch, @Nullable String range, @Nullable String ifRange) {}

    /** Of so many bytes with this entity tag. A date in {@code If-Range} never fits: files have none. */
    static Selection of(Wish wish, String tag, long length) {
        if (wish.ifNoneMatch() != null && EntityTags.contain(wish.ifNoneMatch(), tag)) {
            return new Unchanged();
        }
        var fits = wish.ifRange() == null || wish.ifRange().strip().equals(tag);
        var range = fits ? ByteRange.of(wish.range(), length) : null;
        if (range == null) {
            return new Whole();
        }
        return range.equals(ByteRange.BEYOND) ? new Unsatisfiable() : new Part(range);
    }
}
