package org.tertulia.scheduler.editing;

import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.scheduler.reminders.IfLate;

/**
 * Body of {@code PATCH /reminders/{id}}; what is absent stays as it is.
 *
 * @param text what to be reminded of
 * @param dueAt when, for once; or
 * @param recurrence when, again and again
 * @param zone in whose local time it is thought of; a recurrence goes on there
 * @param ifLate what becomes of occurrences that are late
 */
record ChangeReminderRequest(
        @Nullable String text,
        @Nullable Instant dueAt,
        @Valid @Nullable RecurrenceRequest recurrence,
        @Nullable String zone,
        @Nullable IfLate ifLate) {}
