package org.tertulia.scheduler.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tertulia.scheduler.recurrence.Recurrence;
import org.tertulia.scheduler.reminders.Firing;
import org.tertulia.scheduler.reminders.IfLate;
import org.tertulia.scheduler.reminders.MessageReference;
import org.tertulia.scheduler.reminders.Reminder;
import org.tertulia.scheduler.reminders.ReminderId;
import org.tertulia.scheduler.reminders.ReminderState;
import org.tertulia.starter.id.ChatId;

/**
 * A reminder as its owner sees it. What is null is left out.
 *
 * @param id its id
 * @param audience whom it reminds
 * @param text what of
 * @param chatId the chat it is about
 * @param message the seq of the message it is about
 * @param next when it fires next, UTC; null when it does not any more
 * @param snoozedUntil until when what was told, or what was to come, was put off, UTC
 * @param zone in whose local time it is thought of
 * @param recurrence when it comes again; null for once
 * @param ifLate what becomes of occurrences that are late
 * @param state where it is
 * @param lastFiring the occurrence that was told last
 * @param version its version, which is its entity tag
 * @param createdAt when it was made, UTC
 * @param changedAt when this version came to be, UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReminderView(
        ReminderId id,
        AudienceView audience,
        String text,
        @Nullable ChatId chatId,
        @Nullable Long message,
        @Nullable Instant next,
        @Nullable Instant snoozedUntil,
        String zone,
        @Nullable RecurrenceView recurrence,
        IfLate ifLate,
        ReminderState state,
        @Nullable FiringView lastFiring,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /** When a reminder comes again. */
    record RecurrenceView(String rule, String zone, LocalDateTime start) {

        static @Nullable RecurrenceView of(@Nullable Recurrence recurrence) {
            return recurrence == null
                    ? null
                    : new RecurrenceView(
                            recurrence.rule(), recurrence.zone().getId(), recurrence.start());
        }
    }

    /** An occurrence that was told. */
    record FiringView(UUID id, Instant dueAt, Instant firedAt) {

        static @Nullable FiringView of(@Nullable Firing firing) {
            return firing == null
                    ? null
                    : new FiringView(firing.id(), firing.dueAt(), firing.firedAt());
        }
    }

    static ReminderView of(Reminder reminder) {
        var timing = reminder.timing();
        return new ReminderView(
                reminder.id(),
                AudienceView.of(reminder.audience()),
                reminder.text(),
                chat(reminder.about()),
                message(reminder.about()),
                timing.next(),
                timing.snoozedUntil(),
                timing.zone().getId(),
                RecurrenceView.of(timing.recurrence()),
                timing.ifLate(),
                reminder.state(),
                FiringView.of(reminder.lastFiring()),
                reminder.version(),
                reminder.createdAt(),
                reminder.changedAt());
    }

    private static @Nullable ChatId chat(@Nullable MessageReference about) {
        return about == null ? null : about.chat();
    }

    private static @Nullable Long message(@Nullable MessageReference about) {
        return about == null ? null : about.message();
    }
}
