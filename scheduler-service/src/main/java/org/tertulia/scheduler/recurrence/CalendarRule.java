package org.tertulia.scheduler.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says rules in the way in which no two calendars read them differently; see {@link CalendarSeries}. */
final class CalendarRule {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final int HOURS_OF_A_DAY = 24;

    /** Which mean something else in a rule by the day, or nothing. */
    private static final Set<RulePart> ONLY_BY_THE_HOUR =
            Set.of(RulePart.BYSETPOS, RulePart.BYYEARDAY, RulePart.BYWEEKNO);

    private CalendarRule() {}

    /** The rule; empty when it can not be said so. */
    static Optional<String> of(Recurrence recurrence) {
        var parts = new EnumMap<>(RuleText.of(recurrence.rule(), recurrence.zone()).parts());
        if (parts.remove(RulePart.COUNT) != null) {
            parts.put(RulePart.UNTIL, text(recurrence.last()));
        }
        if ("HOURLY".equals(parts.get(RulePart.FREQ)) && !byTheDay(parts, recurrence.start())) {
            return Optional.empty();
        }
        return Optional.of(new RuleText(parts).toString());
    }

    private static String text(Instant moment) {
        return UTC.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Whether a rule by the hour could be made one by the day: when it has the same hours each day. */
    private static boolean byTheDay(Map<RulePart, String> parts, LocalDateTime start) {
        var interval = Integer.parseInt(parts.getOrDefault(RulePart.INTERVAL, "1"));
        var dayByDay = interval % HOURS_OF_A_DAY == 0;
        if (parts.keySet().stream().anyMatch(ONLY_BY_THE_HOUR::contains)
                || (!dayByDay && HOURS_OF_A_DAY % interval != 0)) {
            return false;
        }
        var hours = hours(parts, start.getHour(), interval);
        parts.put(RulePart.FREQ, "DAILY");
        parts.remove(RulePart.INTERVAL);
        if (interval > HOURS_OF_A_DAY) {
            parts.put(RulePart.INTERVAL, Integer.toString(interval / HOURS_OF_A_DAY));
        }
        parts.put(
                RulePart.BYHOUR,
                hours.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return !hours.isEmpty();
    }

    /** At which hours it is due of those days on which it is. */
    private static SortedSet<Integer> hours(Map<RulePart, String> parts, int first, int interval) {
        var hours = new TreeSet<Integer>();
        for (int passed = 0; passed < HOURS_OF_A_DAY; passed += interval) {
            hours.add((first + passed) % HOURS_OF_A_DAY);
        }
        var only = parts.get(RulePart.BYHOUR);
        if (only != null) {
            hours.retainAll(Arrays.stream(only.split(",")).map(Integer::valueOf).toList());
        }
        return hours;
    }
}
