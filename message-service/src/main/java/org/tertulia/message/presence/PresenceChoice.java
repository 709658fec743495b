package org.tertulia.message.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.starter.id.UserId;

/**
 * What a person wants to be shown as, wherever they are connected. The greatest version counts.
 *
 * @param userId the person
 * @param version 0 when they never chose anything, then 1, 2, 3 …
 * @param invisible whether they are to look offline
 * @param text their custom status
 * @param emoji the emoji of it
 * @param until when all of it ends by itself; null when never
 */
public record PresenceChoice(
        UserId userId,
        long version,
        boolean invisible,
        @Nullable String text,
        @Nullable String emoji,
        @Nullable Instant until) {

    /** Of somebody who never chose anything. */
    public static PresenceChoice none(UserId userId) {
        return new PresenceChoice(userId, 0, false, null, null, null);
    }

    /** What is left of it at {@code now}. */
    PresenceChoice at(Instant now) {
        return isOver(now) ? new PresenceChoice(userId, version, false, null, null, null) : this;
    }

    /** Whether its time has passed at {@code now}. */
    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
