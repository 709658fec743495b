package org.tertulia.scheduler.phrases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Again and again: a rule without the time of day.
 *
 * @param unit of FREQ
 * @param interval every how many of them
 * @param days the BY parts that say which days; empty if it is counted from today
 */
record Repeats(Unit unit, int interval, String days) implements Fragment {

    /** The last day that every month has. */
    private static final int SHORTEST_MONTH = 28;

    static Repeats every(int interval, Unit unit) {
        return new Repeats(unit, interval, "");
    }

    static Repeats weekly(int interval, Collection<DayOfWeek> weekdays) {
        var codes = weekdays.stream().distinct().sorted().map(Repeats::code);
        return new Repeats(Unit.WEEK, interval, "BYDAY=" + codes.collect(Collectors.joining(",")));
    }

    /** The first, second … Monday of the month; the last is -1. */
    static Repeats monthly(int which, DayOfWeek weekday) {
        return new Repeats(Unit.MONTH, 1, "BYDAY=" + which + code(weekday));
    }

    /** A day of the month, or its last one where a month is too short; -1 is the last one anyway. */
    static Repeats monthly(int day) {
        return new Repeats(Unit.MONTH, 1, dayOfMonth(day));
    }

    /** A day of the year. The 29th of February is the 28th where there is none. */
    static Repeats yearly(int month, int day) {
        return new Repeats(Unit.YEAR, 1, "BYMONTH=" + month + ";" + dayOfMonth(day));
    }

    /** A date that every year has, or at least some. */
    static Optional<Repeats> yearlyOn(int day, int month) {
        return Day.OnDate.of(month, day, OptionalInt.empty()).map(_ -> yearly(month, day));
    }

    /** RFC 5545 leaves out months that lack a day. The last of all days up to it is in every month. */
    private static String dayOfMonth(int day) {
        if (day <= SHORTEST_MONTH) {
            return "BYMONTHDAY=" + day;
        }
        var days = IntStream.rangeClosed(SHORTEST_MONTH, day).mapToObj(Integer::toString);
        return "BYMONTHDAY=" + days.collect(Collectors.joining(",")) + ";BYSETPOS=-1";
    }

    /** On that day, if it can be said so: every week on Monday, every year on the third of March. */
    Optional<Repeats> on(Day day) {
        if (!days.isEmpty()) {
            return Optional.empty();
        }
        return switch (day) {
            case Day.OnWeekday(var weekday, var which)
                    when unit == Unit.WEEK && which == Day.Which.ANY ->
                    Optional.of(weekly(interval, List.of(weekday)));
            case Day.OnDayOfMonth(var of) when unit == Unit.MONTH ->
                    Optional.of(new Repeats(unit, interval, monthly(of).days));
            case Day.OnDate(var month, var of, var year) when unit == Unit.YEAR && year.isEmpty() ->
                    Optional.of(new Repeats(unit, interval, yearly(month, of).days));
            default -> Optional.empty();
        };
    }

    /**
     * Counted from a date. Of the months and years that lack it the last day is due, as if the day had been said.
     */
    Repeats from(LocalDate start) {
        if (start.getDayOfMonth() <= SHORTEST_MONTH) {
            return this;
        }
        return switch (unit) {
            case MONTH -> new Repeats(unit, interval, dayOfMonth(start.getDayOfMonth()));
            case YEAR ->
                    new Repeats(
                            unit,
                            interval,
                            yearly(start.getMonthValue(), start.getDayOfMonth()).days);
            default -> this;
        };
    }

    /** The same days of each week, month or year. */
    Repeats eachTime() {
        return new Repeats(unit, 1, days);
    }

    String rule() {
        var rule = "FREQ=%s;INTERVAL=%d".formatted(unit.frequency(), interval);
        return days.isEmpty() ? rule : rule + ";" + days;
    }

    private static String code(DayOfWeek weekday) {
        return weekday.name().substring(0, 2);
    }
}
