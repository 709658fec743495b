package org.tertulia.notification.push.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a try. */
sealed interface PushOutcome {

    /** The push service has it. */
    record Accepted() implements PushOutcome {}

    /** There is no such subscription any more (RFC 8030, section 7.3). */
    record Gone() implements PushOutcome {}

    /**
     * It will never be taken.
     *
     * @param reason what the push service said, or why it was not asked
     */
    record Refused(String reason) implements PushOutcome {}

    /**
     * It may be taken later.
     *
     * @param reason what happened
     * @param retryAfter how long the push service wants to be left alone; null when it does not say
     * @param broken whether the push service itself fails, and not for this message alone
     */
    record Later(String reason, @Nullable Duration retryAfter, boolean broken)
            implements PushOutcome {}

    /** The push service was not asked, since it keeps failing. */
    record Resting() implements PushOutcome {}
}
