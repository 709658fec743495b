package org.tertulia.message.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.web.PageCursor;

/** Windows as cursors. */
final class SearchCursor {

    private static final int PARTS = 4;
    private static final int PLACE_PARTS = 3;

    /** Later than anything that is ever posted, and still a time for PostgreSQL. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private SearchCursor() {}

    static String encode(SearchWindow window) {
        var told = window.told();
        return PageCursor.encode(
                text(window.below()),
                text(window.down()),
                told == null ? "" : text(told.place()),
                told == null ? "" : Long.toHexString(Double.doubleToLongBits(told.score())));
    }

    /** Null is the newest window. Fails with malformed-request. */
    static SearchWindow decode(@Nullable String cursor) {
        if (cursor == null) {
            return SearchWindow.NEWEST;
        }
        var parts = PageCursor.decode(cursor, PARTS);
        try {
            var told = place(parts.get(2));
            return new SearchWindow(
                    place(parts.get(0)),
                    place(parts.get(1)),
                    told == null ? null : new SearchHit(told, score(parts.get(3))));
        } catch (RuntimeException notOurs) {
            throw PageCursor.malformed();
        }
    }

    private static double score(String text) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(text, 16));
    }

    private static String text(@Nullable SearchPlace place) {
        return place == null
                ? ""
                : "%d %s %d"
                        .formatted(
                                ChronoUnit.MICROS.between(Instant.EPOCH, place.postedAt()),
                                place.chatId(),
                                place.seq());
    }

    private static @Nullable SearchPlace place(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var parts = text.split(" ", PLACE_PARTS);
        var postedAt = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
        if (postedAt.isBefore(Instant.EPOCH) || postedAt.isAfter(LATEST)) {
            throw PageCursor.malformed();
        }
        return new SearchPlace(postedAt, UUID.fromString(parts[1]), Long.parseLong(parts[2]));
    }
}
