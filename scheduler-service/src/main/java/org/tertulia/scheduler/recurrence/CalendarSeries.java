package org.tertulia.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a recurrence is to come, in the words of RFC 5545 in which every calendar reads it the same way. A calendar differs
 * from {@link Recurrence} in three things, which are said without a doubt here:
 *
 * <ul>
 *   <li>Its start is an occurrence always: so this begins with one.
 *   <li>Where a local time does not exist, it leaves the occurrence out (section 3.3.10), or moves it by the length of the gap
 *       (3.3.5): so the moment after the gap is {@linkplain #added added}, and the moved one {@linkplain #excluded excluded}. For
 *       the same reason it may count otherwise: so there is an end in time instead of a COUNT.
 *   <li>It may count hours as they pass: so hours of the day are named.
 * </ul>
 *
 * <p>What can not be said by a rule in that way is a list of its next occurrences.
 *
 * @param start the first occurrence, by the clock on the wall
 * @param rule which others there are; null when all are {@code added}
 * @param added further ones, in order
 * @param excluded times of the rule at which it is not due, in order
 */
public record CalendarSeries(
        LocalDateTime start,
        @Nullable String rule,
        List<LocalDateTime> added,
        List<LocalDateTime> excluded) {

    /** How far ahead the nights are looked at in which the clock is put forward. */
    private static final int YEARS_AHEAD = 3;

    /** Occurrences by which a rule is compared with the one that it stands for. */
    private static final int COMPARED = 25;

    /** Keeps its own copies. */
    public CalendarSeries {
        added = List.copyOf(added);
        excluded = List.copyOf(excluded);
    }

    /** The occurrences from that instant on; empty when there are none. */
    public static Optional<CalendarSeries> of(Recurrence recurrence, Instant from) {
        var coming = recurrence.next(from.minusNanos(1), COMPARED);
        return coming.isEmpty()
                ? Optional.empty()
                : Optional.of(byRule(recurrence, coming).orElseGet(() -> listed(recurrence, from)));
    }

    private static CalendarSeries listed(Recurrence recurrence, Instant from) {
        var times =
                recurrence.next(from.minusNanos(1), Recurrence.MAX_LISTED).stream()
                        .map(it -> it.at().toLocalDateTime())
                        .toList();
        return new CalendarSeries(
                times.getFirst(), null, times.subList(1, times.size()), List.of());
    }

    /** Empty when no rule says the same. */
    private static Optional<CalendarSeries> byRule(Recurrence recurrence, List<Occurrence> coming) {
        var first = coming.stream().filter(it -> !it.moved()).findFirst();
        var text = CalendarRule.of(recurrence);
        if (first.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        var start = first.get();
        var before = coming.subList(0, coming.indexOf(start));
        return shifted(recurrence, text.get(), start.local())
                .filter(rule -> agree(rule, start, coming))
                .map(rule -> withGaps(rule, before));
    }

    private static Optional<Recurrence> shifted(
            Recurrence recurrence, String rule, LocalDateTime start) {
        try {
            return Optional.of(new Recurrence(rule, start, recurrence.zone()));
        } catch (InvalidRecurrence notFollowed) {
            return Optional.empty();
        }
    }

    private static boolean agree(Recurrence rule, Occurrence start, List<Occurrence> coming) {
        var expected = coming.subList(coming.indexOf(start), coming.size());
        return rule.next(start.instant().minusNanos(1), expected.size()).equals(expected);
    }

    private static CalendarSeries withGaps(Recurrence rule, List<Occurrence> before) {
        var added = new TreeSet<LocalDateTime>();
        var excluded = new TreeSet<LocalDateTime>();
        before.forEach(it -> added.add(it.at().toLocalDateTime()));
        for (var gap : gaps(rule)) {
            var end = gap.getDateTimeAfter();
            var missing = rule.localTimes(gap.getDateTimeBefore(), end);
            var existing = rule.localTimes(end, end.plus(gap.getDuration()));
            if (!missing.isEmpty() && isDue(rule, gap.getInstant())) {
                // Another one may be due there anyway, or where a calendar moves one of the gap to.
                added.add(end);
                missing.stream().map(it -> it.plus(gap.getDuration())).forEach(excluded::add);
                excluded.remove(end);
                excluded.removeAll(existing);
            }
        }
        return new CalendarSeries(
                rule.start(), rule.rule(), List.copyOf(added), List.copyOf(excluded));
    }

    private static List<ZoneOffsetTransition> gaps(Recurrence rule) {
        var rules = rule.zone().getRules();
        var begin = rule.start().atZone(rule.zone());
        var end = begin.plusYears(YEARS_AHEAD).toInstant();
        return Stream.iterate(
                        rules.nextTransition(begin.toInstant()),
                        next -> next != null && next.getInstant().isBefore(end),
                        next -> rules.nextTransition(next.getInstant()))
                .filter(ZoneOffsetTransition::isGap)
                .toList();
    }

    /** Not when the rule has ended by then. */
    private static boolean isDue(Recurrence rule, Instant moment) {
        return rule.after(moment.minusNanos(1))
                .filter(it -> it.instant().equals(moment))
                .isPresent();
    }
}
