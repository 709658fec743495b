package org.tertulia.scheduler.scheduled;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.id.UserId;

/**
 * A scheduled message at one of its versions.
 *
 * @param id its id, and the client message id of the message that is posted
 * @param author whose it is, and who alone may know of it until it is posted
 * @param chat where it is to be posted
 * @param content what it says
 * @param dueAt when, UTC
 * @param zone in whose local time its author thinks of that
 * @param state where it is
 * @param refusal why it was not posted; null unless it was refused
 * @param message the seq of the message that was posted; null until then
 * @param version 1, 2, 3 …: it grows with each change, of its author's and of what becomes of it
 * @param createdAt when it was made, UTC
 * @param changedAt when this version came to be, UTC
 */
record ScheduledMessage(
        ScheduledMessageId id,
        UserId author,
        ChatId chat,
        Content content,
        Instant dueAt,
        ZoneId zone,
        ScheduledState state,
        @Nullable Refusal refusal,
        @Nullable Long message,
        long version,
        Instant createdAt,
        Instant changedAt) {

    boolean isWaiting() {
        return state == ScheduledState.WAITING;
    }

    /** The next version of one that waits, saying that and due then; itself when it is that already. */
    ScheduledMessage changed(Content says, Instant due, ZoneId in, Instant now) {
        if (says.equals(content) && due.equals(dueAt) && in.equals(zone)) {
            return this;
        }
        return next(says, due, in, state, now);
    }

    /** The next version of one that waits, on its way. */
    ScheduledMessage sending(Instant now) {
        return next(content, dueAt, zone, ScheduledState.SENDING, now);
    }

    private ScheduledMessage next(
            Content says, Instant due, ZoneId in, ScheduledState to, Instant now) {
        return new ScheduledMessage(
                id, author, chat, says, due, in, to, refusal, message, version + 1, createdAt, now);
    }
}
