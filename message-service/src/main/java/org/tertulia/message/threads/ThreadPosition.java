package org.tertulia.message.threads;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.web.PageCursor;

/**
 * Where in the list of followed threads a page begins: behind this one.
 *
 * @param activeAt when something last happened in it
 * @param chatId its chat
 * @param thread the seq of the message whose thread it is
 */
record ThreadPosition(Instant activeAt, ChatId chatId, long thread) {

    private static final int PARTS = 3;

    /** Before everything: later than any message. */
    private static final ThreadPosition START =
            new ThreadPosition(
                    Instant.parse("9999-12-31T00:00:00Z"), new ChatId(new UUID(-1, -1)), 0);

    /** Reads the cursor of a request. */
    static ThreadPosition of(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        var parts = PageCursor.decode(cursor, PARTS);
        try {
            var found =
                    new ThreadPosition(
                            Instant.parse(parts.get(0)),
                            ChatId.valueOf(parts.get(1)),
                            Long.parseLong(parts.get(2)));
            if (found.isPossible()) {
                return found;
            }
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw PageCursor.malformed();
        }
        throw PageCursor.malformed();
    }

    private boolean isPossible() {
        return activeAt.isAfter(Instant.EPOCH) && activeAt.isBefore(START.activeAt());
    }

    String cursor() {
        return PageCursor.encode(activeAt.toString(), chatId.toString(), Long.toString(thread));
    }
}
