package org.tertulia.scheduler.editing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tertulia.scheduler.reminders.IfLate;
import org.tertulia.starter.id.ChatId;

/**
 * Body of {@code POST /reminders}.
 *
 * @param text what to be reminded of
 * @param dueAt when, for once; or else
 * @param recurrence when, again and again
 * @param zone in whose local time it is thought of; that of the recurrence, or UTC, when absent
 * @param chatId what it is about
 * @param message the seq of the message in that chat which it is about
 * @param ifLate what becomes of occurrences that are late; they fire when absent
 * @param audience whom to remind; oneself when absent
 */
record CreateReminderRequest(
        @NotNull String text,
        @Nullable Instant dueAt,
        @Valid @Nullable RecurrenceRequest recurrence,
        @Nullable String zone,
        @Nullable ChatId chatId,
        @Min(1) @Nullable Long message,
        @Nullable IfLate ifLate,
        @Valid @Nullable AudienceRequest audience) {}
