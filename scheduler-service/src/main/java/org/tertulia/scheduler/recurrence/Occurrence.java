package org.tertulia.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * One time at which something is due: what the clock on the wall should show, and the instant at which that is.
 *
 * <p>Twice a year they are not the same thing. The rule, for everything that is due:
 *
 * <ul>
 *   <li>A local time that does not exist that night, because the clock is put forward past it, is due at the first instant
 *       after the gap: where 02:00 becomes 03:00, 02:30 is due at 03:00. It is then {@linkplain #moved() moved}.
 *   <li>A local time that comes twice, because the clock is put back, is due once, the first time.
 * </ul>
 *
 * <p>A later local time is therefore never due at an earlier instant, though two of them may be due at the same one.
 *
 * @param local what the clock should show
 * @param at when that is; its local time is {@code local}, unless it was moved
 */
public record Occurrence(LocalDateTime local, ZonedDateTime at) {

    /** The instant at which a clock of that zone shows that time, by the rule above. */
    public static Occurrence of(LocalDateTime local, ZoneId zone) {
        var gap = zone.getRules().getTransition(local);
        return gap != null && gap.isGap()
                ? new Occurrence(local, gap.getInstant().atZone(zone))
                : new Occurrence(local, ZonedDateTime.ofLocal(local, zone, null));
    }

    /** That moment, to the second, at the time that the clock shows then. */
    public static Occurrence at(ZonedDateTime moment) {
        var at = moment.truncatedTo(ChronoUnit.SECONDS);
        return new Occurrence(at.toLocalDateTime(), at);
    }

    /** The instant at which it is due. */
    public Instant instant() {
        return at.toInstant();
    }

    /** Whether the local time does not exist that night, so that it is due at the first one that does. */
    public boolean moved() {
        return !at.toLocalDateTime().equals(local);
    }
}
