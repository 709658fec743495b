package org.tertulia.message.receipts;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;

/**
 * Where a page of members begins.
 *
 * @param userId after whom
 */
record MemberCursor(UserId userId) {

    private static final MemberCursor START = new MemberCursor(new UserId(new UUID(0, 0)));

    /** Reads a cursor that a client carried; without one, before all. Fails with malformed-request. */
    static MemberCursor of(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        var id = PageCursor.decode(cursor, 1).getFirst();
        try {
            return new MemberCursor(new UserId(UUID.fromString(id)));
        } catch (IllegalArgumentException notAnId) {
            throw PageCursor.malformed();
        }
    }

    /** The first {@code limit} of {@code found}, and where the next page begins if there are more. */
    static <T> CursorPage<T> page(List<T> found, int limit, Function<T, UserId> userId) {
        if (found.size() <= limit) {
            return new CursorPage<>(found, null);
        }
        var items = found.subList(0, limit);
        return new CursorPage<>(items, PageCursor.encode(userId.apply(items.getLast()).toString()));
    }
}
