package org.tertulia.message.details;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.web.CursorPage;
import org.tertulia.starter.web.PageCursor;

/** Where a page of each list begins, as a cursor that clients carry; absent, at its begin. */
final class DetailsCursor {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final ReactionView NOBODY =
            new ReactionView(new UserId(new UUID(0, 0)), Instant.EPOCH);

    private DetailsCursor() {}

    /** The version before which a page of versions begins. */
    static int version(@Nullable String cursor) {
        return cursor == null
                ? Integer.MAX_VALUE
                : read(() -> Integer.parseInt(PageCursor.decode(cursor, 1).getFirst()));
    }

    static String of(VersionView last) {
        return PageCursor.encode(Integer.toString(last.version()));
    }

    /** The reaction after which a page of reactions begins. */
    static ReactionView reaction(@Nullable String cursor) {
        return cursor == null
                ? NOBODY
                : read(
                        () -> {
                            var parts = PageCursor.decode(cursor, 2);
                            return new ReactionView(
                                    UserId.valueOf(parts.getLast()),
                                    Instant.parse(parts.getFirst()));
                        });
    }

    static String of(ReactionView last) {
        return PageCursor.encode(last.at().toString(), last.userId().toString());
    }

    /** The pin before which a page of pins begins. */
    static Pin pin(@Nullable String cursor) {
        return cursor == null
                ? new Pin(Long.MAX_VALUE, LATEST)
                : read(
                        () -> {
                            var parts = PageCursor.decode(cursor, 2);
                            return new Pin(
                                    Long.parseLong(parts.getLast()),
                                    Instant.parse(parts.getFirst()));
                        });
    }

    static String of(Pin last) {
        return PageCursor.encode(last.at().toString(), Long.toString(last.seq()));
    }

    /** The page that is the first {@code limit} of what was found with a limit of one more. */
    static <T> CursorPage<T> page(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new CursorPage<>(found, null);
        }
        var items = found.subList(0, limit);
        return new CursorPage<>(items, cursor.apply(items.getLast()));
    }

    private static <T> T read(Supplier<T> parts) {
        try {
            return parts.get();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw PageCursor.malformed();
        }
    }
}
