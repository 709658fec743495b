package org.tertulia.scheduler.reminders;

import java.time.Instant;
import java.util.Objects;
import org.tertulia.contracts.Topics;
import org.tertulia.contracts.reminder.ReminderFired;
import org.tertulia.contracts.reminder.ReminderRefused;
import org.tertulia.contracts.reminder.ReminderSettled;
import org.tertulia.scheduler.audience.Audience;
import org.tertulia.starter.id.UserId;

/** What others are told of a reminder. */
final class ReminderEvents {

    static final String TOPIC = Topics.REMINDER_EVENTS;

    private ReminderEvents() {}

    /** The last firing of the reminder. */
    static ReminderFired fired(Reminder reminder) {
        var firing = Objects.requireNonNull(reminder.lastFiring());
        var about = reminder.about();
        return new ReminderFired(
                reminder.id().value(),
                reminded(reminder).value(),
                reminder.audience().isOthers() ? reminder.owner().value() : null,
                reminder.audience() instanceof Audience.Chat(var chat) ? chat.value() : null,
                firing.id(),
                reminder.text(),
                about == null ? null : about.chat().value(),
                about == null ? null : about.message(),
                firing.dueAt(),
                firing.firedAt());
    }

    private static UserId reminded(Reminder reminder) {
        return reminder.audience() instanceof Audience.Person(var user) ? user : reminder.owner();
    }

    /** Its owner may not remind these any more, as it came out when it was due. */
    static ReminderRefused refused(Reminder reminder, Instant now) {
        return new ReminderRefused(
                reminder.id().value(),
                reminder.owner().value(),
                reminder.text(),
                Objects.requireNonNull(reminder.timing().next()),
                now);
    }

    /** The last firing of the reminder was seen to. */
    static ReminderSettled settled(Reminder reminder, Instant now) {
        return new ReminderSettled(
                reminder.id().value(),
                reminder.owner().value(),
                Objects.requireNonNull(reminder.lastFiring()).id(),
                now);
    }
}
