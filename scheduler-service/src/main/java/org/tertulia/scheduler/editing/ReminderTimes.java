package org.tertulia.scheduler.editing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tertulia.scheduler.recurrence.InvalidRecurrence;
import org.tertulia.scheduler.recurrence.Recurrence;
import org.tertulia.scheduler.reminders.IfLate;
import org.tertulia.scheduler.reminders.Timing;
import org.tertulia.scheduler.zones.ComingTime;
import org.tertulia.scheduler.zones.TimeZones;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** Reads when a reminder is due. Everything here fails with validation-failed, naming the field. */
@Component
final class ReminderTimes {

    /** How far from now a time may be. */
    private static final Duration HORIZON = Duration.ofDays(3653);

    private static final String RULE = "recurrence.rule";

    /** By its name; the offset is called otherwise. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Clock clock;

    ReminderTimes(Clock clock) {
        this.clock = clock;
    }

    /** The present, as precise as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The timing of exactly one of the two; the zone, where it is told, has to be that of the recurrence. */
    Timing timing(
            @Nullable Instant dueAt,
            @Nullable RecurrenceRequest recurrence,
            @Nullable ZoneId zone,
            IfLate ifLate) {
        if (dueAt != null && recurrence == null) {
            var due = future("dueAt", dueAt);
            return Timing.once(due, zone == null ? UTC : zone, ifLate);
        }
        if (recurrence == null || dueAt != null) {
            throw refused("dueAt", "must be there when recurrence is not, and only then");
        }
        var read = recurrence(recurrence);
        if (zone != null && !zone.equals(read.zone())) {
            throw refused("zone", "must be that of the recurrence");
        }
        return recurring(read, ifLate);
    }

    /** From now on. Fails when the rule leads nowhere. */
    Timing recurring(Recurrence recurrence, IfLate ifLate) {
        var timing = Timing.recurring(recurrence, ifLate, now());
        var first = timing.next();
        if (first == null) {
            throw refused(RULE, "must have an occurrence to come");
        }
        future(RULE, first);
        return timing;
    }

    private Recurrence recurrence(RecurrenceRequest request) {
        var zone = TimeZones.of("recurrence.zone", request.zone());
        var present = LocalDateTime.ofInstant(now(), zone);
        var start = request.start();
        if (start.isBefore(present.minus(HORIZON)) || start.isAfter(present.plus(HORIZON))) {
            throw refused("recurrence.start", "must be within ten years from now");
        }
        try {
            return new Recurrence(request.rule(), start, zone);
        } catch (InvalidRecurrence notFollowed) {
            throw refused(RULE, "can not be followed: " + notFollowed.getMessage());
        }
    }

    /** A time to come. */
    Instant future(String field, Instant time) {
        return ComingTime.of(field, time, now(), HORIZON, "within ten years");
    }

    /** Until when to snooze. */
    Instant until(SnoozeRequest request) {
        var until = request.until();
        var minutes = request.minutes();
        if (until != null && minutes == null) {
            return future("until", until);
        }
        if (minutes == null || until != null) {
            throw refused("until", "must be there when minutes is not, and only then");
        }
        return future("minutes", now().plus(Duration.ofMinutes(minutes)));
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(
                        ProblemTypes.VALIDATION_FAILED,
                        "The field %s %s.".formatted(field, message))
                .field(field, message);
    }
}
