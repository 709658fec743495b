package org.tertulia.notification.quiet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When somebody does not want to be disturbed, by the clock on their wall.
 *
 * <p>On each of the days it is quiet from {@code from} until the clock shows {@code to} next: the same day, or when {@code
 * to} is not after {@code from}, the day after; then the day is the one on which it began. The same {@code from} and {@code
 * to} are a whole day. Where one stretch ends as the next begins, both are one.
 *
 * <p>The clock is that of {@code zone}, as {@link java.time.zone.ZoneRules} know it. In the nights in which it changes, a
 * stretch lasts an hour more or less. A time that does not exist that night is the first one that does: where 02:00 becomes
 * 03:00, quiet until 02:30 is quiet until 03:00. A time that comes twice is the first of both. Reminders have the same rule.
 *
 * @param enabled whether it counts
 * @param from when it begins, to the minute
 * @param to when it ends, to the minute; that minute is not quiet any more
 * @param days on which it begins
 * @param zone whose clock
 */
record QuietPlan(boolean enabled, LocalTime from, LocalTime to, Set<Weekday> days, ZoneId zone) {

    /** Of who has not said anything: nothing is quiet. What else it has is a proposal. */
    static final QuietPlan NONE =
            new QuietPlan(
                    false,
                    LocalTime.of(22, 0),
                    LocalTime.of(8, 0),
                    EnumSet.allOf(Weekday.class),
                    ZoneId.of("UTC"));

    /** As many as days of a week may follow one another, when each is a whole day. */
    private static final int MOST_STRETCHES = 7;

    /** Refuses what would begin and never end. */
    QuietPlan {
        days = Set.copyOf(days);
        if (!ends(from, to, days)) {
            throw new IllegalArgumentException("quiet hours must end");
        }
    }

    /** Whether it ends somewhen: not when each day is a whole one. */
    static boolean ends(LocalTime from, LocalTime to, Set<Weekday> days) {
        return !from.equals(to) || days.size() < Weekday.values().length;
    }

    /** When the quiet that is now is over; empty when it is not quiet now. */
    Optional<Instant> endOf(Instant now) {
        if (!enabled) {
            return Optional.empty();
        }
        var end = now;
        for (var n = 0; n < MOST_STRETCHES; n++) {
            end = stretchEnd(end).orElse(end);
        }
        return end.equals(now) ? Optional.empty() : Optional.of(end);
    }

    /** A stretch begins on the day of a moment that it has, or on the day before. */
    private Optional<Instant> stretchEnd(Instant moment) {
        var today = LocalDate.ofInstant(moment, zone);
        return Stream.of(today.minusDays(1), today)
                .filter(this::begins)
                .filter(day -> !instant(day.atTime(from)).isAfter(moment))
                .map(day -> instant(end(day)))
                .filter(moment::isBefore)
                .max(Comparator.naturalOrder());
    }

    private boolean begins(LocalDate day) {
        return days.stream().anyMatch(weekday -> weekday.is(day.getDayOfWeek()));
    }

    private LocalDateTime end(LocalDate day) {
        return to.isAfter(from) ? day.atTime(to) : day.plusDays(1).atTime(to);
    }

    private Instant instant(LocalDateTime local) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }
}
