package org.tertulia.scheduler.feed;

import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A time zone as part of an iCalendar file (RFC 5545, section 3.6.5), from the same rules by which reminders are due: from a
 * year before a moment on, and for twenty years after it. Some programs are wrong about the first year in which not all of a
 * zone's changes are told. Changes that come on the same Sunday each year are said by a rule, which has no end; others one by
 * one.
 */
final class TimeZoneText {

    private static final int YEARS_AHEAD = 20;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int LAST_WHOLE_WEEK = 28;
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, Month.JANUARY, 1, 0, 0);

    private TimeZoneText() {}

    /** What changes of the clock have in common that are said at once. */
    private record Sort(boolean daylight, ZoneOffset from, ZoneOffset to) {}

    /** Writes the zone; {@code since} is the earliest time that is told of it. */
    static void write(CalendarText text, ZoneId zone, LocalDateTime since) {
        text.line("BEGIN", "VTIMEZONE").line("TZID", zone.getId());
        var rules = zone.getRules();
        var changes = new ArrayList<>(changes(rules, since));
        if (changes.isEmpty()) {
            var offset = rules.getOffset(since);
            writeSingle(text, new Sort(false, offset, offset), List.of(LONG_AGO));
        }
        for (var rule : rules.getTransitionRules()) {
            yearly(rule).ifPresent(every -> writeYearly(text, rules, rule, every, changes));
        }
        var single = new LinkedHashMap<Sort, List<LocalDateTime>>();
        changes.forEach(
                it ->
                        single.computeIfAbsent(sort(rules, it), _ -> new ArrayList<>())
                                .add(it.getDateTimeBefore()));
        single.forEach((sort, times) -> writeSingle(text, sort, times));
        text.line("END", "VTIMEZONE");
    }

    /** With the one before them, if there are any. */
    private static List<ZoneOffsetTransition> changes(ZoneRules rules, LocalDateTime since) {
        var begin = since.minusYears(1).toInstant(ZoneOffset.UTC);
        var end = since.plusYears(YEARS_AHEAD).toInstant(ZoneOffset.UTC);
        var found = new ArrayList<ZoneOffsetTransition>();
        for (var next = rules.nextTransition(begin);
                next != null && next.getInstant().isBefore(end);
                next = rules.nextTransition(next.getInstant())) {
            found.add(next);
        }
        var before = rules.previousTransition(begin.plusNanos(1));
        if (before != null && !found.isEmpty()) {
            found.addFirst(before);
        }
        return found;
    }

    private static Sort sort(ZoneRules rules, ZoneOffsetTransition change) {
        return new Sort(
                rules.isDaylightSavings(change.getInstant()),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    /** Writes those of the changes that the rule says, and takes them out, if they come at one local time of one weekday. */
    private static void writeYearly(
            CalendarText text,
            ZoneRules rules,
            ZoneOffsetTransitionRule rule,
            String every,
            List<ZoneOffsetTransition> changes) {
        var said = changes.stream().filter(it -> isOf(rule, it)).toList();
        if (said.isEmpty() || !isRegular(rule, said)) {
            return;
        }
        var sort = sort(rules, said.getFirst());
        begin(text, sort, said.getFirst().getDateTimeBefore());
        text.line("RRULE", every);
        end(text, sort.daylight());
        changes.removeAll(said);
    }

    private static boolean isOf(ZoneOffsetTransitionRule rule, ZoneOffsetTransition change) {
        return rule.createTransition(change.getDateTimeBefore().getYear()).equals(change);
    }

    /** Not when the time of a rule is that of another place, which may be another weekday here. */
    private static boolean isRegular(
            ZoneOffsetTransitionRule rule, List<ZoneOffsetTransition> said) {
        var first = said.getFirst().getDateTimeBefore();
        var last = said.getLast().getDateTimeBefore();
        return said.size() == last.getYear() - first.getYear() + 1
                && said.stream()
                        .map(ZoneOffsetTransition::getDateTimeBefore)
                        .allMatch(
                                it ->
                                        it.getMonth() == rule.getMonth()
                                                && it.getDayOfWeek() == rule.getDayOfWeek()
                                                && it.toLocalTime().equals(first.toLocalTime()));
    }

    /** The last weekday of a month, or the first, second, third or fourth. */
    private static Optional<String> yearly(ZoneOffsetTransitionRule rule) {
        var weekday = rule.getDayOfWeek();
        var which = which(rule.getDayOfMonthIndicator(), rule.getMonth());
        if (weekday == null || which.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s"
                        .formatted(
                                rule.getMonth().getValue(),
                                which.get(),
                                weekday.name().substring(0, 2)));
    }

    /** Of the weekdays of a month, the first on or after this day; -1 for the last. */
    private static Optional<Integer> which(int day, Month month) {
        var isLast =
                month.minLength() == month.maxLength()
                        && day + DAYS_OF_A_WEEK - 1 == month.maxLength();
        if (day == -1 || isLast) {
            return Optional.of(-1);
        }
        return day % DAYS_OF_A_WEEK == 1 && day < LAST_WHOLE_WEEK
                ? Optional.of(day / DAYS_OF_A_WEEK + 1)
                : Optional.empty();
    }

    private static void writeSingle(CalendarText text, Sort sort, List<LocalDateTime> times) {
        begin(text, sort, times.getFirst());
        if (times.size() > 1) {
            text.line("RDATE", CalendarText.locals(times.subList(1, times.size())));
        }
        end(text, sort.daylight());
    }

    private static void begin(CalendarText text, Sort sort, LocalDateTime start) {
        text.line("BEGIN", name(sort.daylight()))
                .line("DTSTART", CalendarText.local(start))
                .line("TZOFFSETFROM", offset(sort.from()))
                .line("TZOFFSETTO", offset(sort.to()));
    }

    private static void end(CalendarText text, boolean daylight) {
        text.line("END", name(daylight));
    }

    private static String name(boolean daylight) {
        return daylight ? "DAYLIGHT" : "STANDARD";
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
    }
}
