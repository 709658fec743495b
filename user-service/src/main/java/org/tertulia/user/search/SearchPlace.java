package org.tertulia.user.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.web.PageCursor;

/**
 * A place in the results of a search: after the person with that key.
 *
 * @param stage in which stage
 * @param key what the stage is ordered by
 * @param userId tells people with the same key apart
 */
record SearchPlace(SearchStage stage, String key, UUID userId) {

    private static final int PARTS = 3;
    private static final UUID LOWEST = new UUID(0, 0);

    /** Before everybody in a stage. */
    static SearchPlace startOf(SearchStage stage) {
        return new SearchPlace(stage, stage == SearchStage.SIMILAR ? "2" : "", LOWEST);
    }

    /** The place a client continues from; the very first when it sent no cursor. */
    static SearchPlace of(@Nullable String cursor) {
        if (cursor == null) {
            return startOf(SearchStage.HANDLE);
        }
        var parts = PageCursor.decode(cursor, PARTS);
        try {
            var place =
                    new SearchPlace(
                            SearchStage.valueOf(parts.getFirst()),
                            parts.get(1),
                            UUID.fromString(parts.getLast()));
            return place.stage == SearchStage.SIMILAR ? place.checked() : place;
        } catch (IllegalArgumentException notOurs) {
            throw PageCursor.malformed();
        }
    }

    private SearchPlace checked() {
        if (!Double.isFinite(Double.parseDouble(key))) {
            throw PageCursor.malformed();
        }
        return this;
    }

    String cursor() {
        return PageCursor.encode(stage.name(), key, userId.toString());
    }
}
