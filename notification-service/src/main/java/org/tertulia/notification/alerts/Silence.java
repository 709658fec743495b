package org.tertulia.notification.alerts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;

/**
 * How long nobody has written in a chat, as somebody who waits for it sees it.
 *
 * @param chat where
 * @param spokenSeq the seq of the newest message; 0 when none is known
 * @param spokenAt when that was, UTC; null when none is known
 * @param since when the alert was made: what was before it does not count
 * @param quietFor for how long nobody is to write
 * @param concerns whether the owner is a member who wants to be told of anything in the chat
 */
record Silence(
        ChatId chat,
        long spokenSeq,
        @Nullable Instant spokenAt,
        Instant since,
        Duration quietFor,
        boolean concerns) {

    /** When it has lasted that long, unless somebody writes. */
    Instant endsAt() {
        var begin = spokenAt == null || spokenAt.isBefore(since) ? since : spokenAt;
        return begin.plus(quietFor);
    }
}
