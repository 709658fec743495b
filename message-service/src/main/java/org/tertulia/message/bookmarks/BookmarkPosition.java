package org.tertulia.message.bookmarks;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.message.timeline.MessagePlace;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.web.PageCursor;

/** Cursors of the list of a person's bookmarks, newest first. */
final class BookmarkPosition {

    /** Later than anything is marked, and within what the database can tell. */
    private static final Bookmark START =
            new Bookmark(
                    new MessagePlace(new ChatId(new UUID(-1, -1)), Long.MAX_VALUE),
                    Instant.parse("9999-12-31T00:00:00Z"));

    private BookmarkPosition() {}

    /** The bookmark that a cursor stands behind; without one, one before all. Fails with malformed-request. */
    static Bookmark of(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        var parts = PageCursor.decode(cursor, 3);
        try {
            return new Bookmark(
                    new MessagePlace(ChatId.valueOf(parts.get(1)), Long.parseLong(parts.get(2))),
                    Instant.parse(parts.get(0)));
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            throw PageCursor.malformed();
        }
    }

    /** The cursor of what comes after {@code bookmark}. */
    static String cursorAfter(Bookmark bookmark) {
        return PageCursor.encode(
                bookmark.savedAt().toString(),
                bookmark.place().chatId().toString(),
                Long.toString(bookmark.place().seq()));
    }
}
