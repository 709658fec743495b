package org.tertulia.message.drafts;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.web.PageCursor;

/**
 * A place in the list of a person's drafts, newest first.
 *
 * @param version of the draft there
 * @param chatId its chat
 * @param thread its thread; 0 for the main conversation
 */
record DraftPosition(long version, ChatId chatId, long thread) {

    private static final DraftPosition START =
            new DraftPosition(Long.MAX_VALUE, new ChatId(new UUID(-1, -1)), Long.MAX_VALUE);

    /** The place that a cursor stands for; the start without one. Fails with malformed-request. */
    static DraftPosition of(@Nullable String cursor) {
        if (cursor == null) {
            return START;
        }
        var parts = PageCursor.decode(cursor, 3);
        try {
            return new DraftPosition(
                    Long.parseLong(parts.get(0)),
                    ChatId.valueOf(parts.get(1)),
                    Long.parseLong(parts.get(2)));
        } catch (IllegalArgumentException notOurs) {
            throw PageCursor.malformed();
        }
    }

    /** The cursor of what comes after {@code draft}. */
    static String cursorAfter(Draft draft) {
        return PageCursor.encode(
                Long.toString(draft.version()),
                draft.chatId().toString(),
                Long.toString(Objects.requireNonNullElse(draft.thread(), 0L)));
    }
}
