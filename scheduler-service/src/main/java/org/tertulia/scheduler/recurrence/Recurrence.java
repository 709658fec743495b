package org.tertulia.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that repeats by the clock on the wall of a time zone: each day at nine is each day at nine, whatever that is in
 * UTC. The rule says which local times there are (RFC 5545, sections 3.3.10 and 3.8.5.3); {@link Occurrence} says at which
 * instant each of them is due, on the nights too in which the clock is put forward or back.
 *
 * <ul>
 *   <li>The start is counted from, and is an occurrence only if the rule says so: weekly on Mondays from a Wednesday is
 *       first due on the Monday after it.
 *   <li>COUNT counts local times. UNTIL is an instant, and inclusive; given as a date, it is the end of that day.
 *   <li>A rule by the hour counts hours of the wall clock as well: every six hours is due at the same four times each
 *       day. Two local times that are due at the same instant, because one of them was moved, are due once.
 * </ul>
 *
 * <p>Two recurrences are equal when their rules are the same, however they were written. Instances are immutable.
 *
 * @param rule the RRULE in its canonical form: parts in the order of {@code FREQ INTERVAL COUNT UNTIL BY… WKST}, values
 *     sorted, UNTIL in UTC, nothing that holds anyway. It is made canonical by the constructor.
 * @param start the local time from which it counts, to the second
 * @param zone whose wall clock it follows
 */
public record Recurrence(String rule, LocalDateTime start, ZoneId zone) {

    /** Characters of a rule as it is given; the longest sensible one has about 100. */
    public static final int MAX_LENGTH = 300;

    /** Of INTERVAL. */
    public static final int MAX_INTERVAL = 1_000;

    /** Of COUNT: what is counted has to be gone through one by one. */
    public static final int MAX_COUNT = 10_000;

    /** Occurrences that are listed at once. */
    public static final int MAX_LISTED = 100;

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /**
     * Checks all that can be checked of it.
     *
     * @throws InvalidRecurrence which tells why
     */
    public Recurrence {
        start = start.truncatedTo(ChronoUnit.SECONDS);
        if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.Reason.START, "It starts too early or too late");
        }
        var text = RuleText.of(rule, zone);
        rule = text.toString();
        if (list(text, start, zone, Instant.MIN, 1).isEmpty()) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.Reason.NEVER, "There is no time at which it is due");
        }
    }

    /** The first occurrence later than that instant; none when the rule has ended by then. */
    public Optional<Occurrence> after(Instant instant) {
        return next(instant, 1).stream().findFirst();
    }

    /** The first {@code count} occurrences later than that instant, but {@value #MAX_LISTED} at most, in order. */
    public List<Occurrence> next(Instant after, int count) {
        return list(RuleText.of(rule, zone), start, zone, after, Math.min(count, MAX_LISTED));
    }

    /** When the last one is due of a recurrence that has a COUNT: all are gone through. */
    Instant last() {
        var times = LocalTimes.of(RuleText.of(rule, zone), start, start);
        var last = start;
        for (var next = times.next(); next.isPresent(); next = times.next()) {
            last = next.get();
        }
        return Occurrence.of(last, zone).instant();
    }

    /** The local times of the rule from one up to another, that one not included, wherever they exist; some hours apart at most. */
    List<LocalDateTime> localTimes(LocalDateTime from, LocalDateTime to) {
        var times = LocalTimes.of(RuleText.of(rule, zone), start, from);
        var found = new ArrayList<LocalDateTime>();
        for (var next = times.next();
                next.isPresent() && next.get().isBefore(to);
                next = times.next()) {
            if (!next.get().isBefore(from)) {
                found.add(next.get());
            }
        }
        return List.copyOf(found);
    }

    private static List<Occurrence> list(
            RuleText rule, LocalDateTime start, ZoneId zone, Instant after, int count) {
        // No earlier local time is due later, so those before the local time of that instant are
        // behind us.
        var earliest =
                after.isAfter(Occurrence.of(start, zone).instant())
                        ? LocalDateTime.ofInstant(after, zone)
                        : start;
        var times = LocalTimes.of(rule, start, earliest);
        var end = rule.until().orElse(Instant.MAX);
        var found = new ArrayList<Occurrence>();
        var last = after;
        var next = times.next().map(time -> Occurrence.of(time, zone));
        while (found.size() < count && next.isPresent() && !next.get().instant().isAfter(end)) {
            if (next.get().instant().isAfter(last)) {
                found.add(next.get());
                last = next.get().instant();
            }
            next = times.next().map(time -> Occurrence.of(time, zone));
        }
        return List.copyOf(found);
    }

    /** The two lines of an iCalendar file that say all of it. */
    @Override
    public String toString() {
        return "DTSTART;TZID=%s:%s\nRRULE:%s".formatted(zone, LOCAL.format(start), rule);
    }
}
