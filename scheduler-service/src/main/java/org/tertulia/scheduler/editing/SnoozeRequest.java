package org.tertulia.scheduler.editing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /reminders/{id}/snooze}: one of the two.
 *
 * @param until when to be reminded again
 * @param minutes in how many minutes to be
 */
record SnoozeRequest(@Nullable Instant until, @Nullable Integer minutes) {}
