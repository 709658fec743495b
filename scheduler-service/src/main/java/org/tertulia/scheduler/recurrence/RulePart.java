package org.tertulia.scheduler.recurrence;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of a rule, in the order in which they are written (RFC 5545, section 3.3.10), with the values that each may
 * have. Those of RFC 7529 (RSCALE, SKIP) are not among them: the last day of a short month can be said without.
 */
enum RulePart {
    FREQ,
    INTERVAL,
    COUNT,
    UNTIL,
    BYMONTH(1, 12, false),
    BYWEEKNO(1, 53, true),
    BYYEARDAY(1, 366, true),
    BYMONTHDAY(1, 31, true),
    BYDAY,
    BYHOUR(0, 23, false),
    BYMINUTE(0, 59, false),
    BYSECOND(0, 59, false),
    BYSETPOS(1, 366, true),
    WKST;

    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Set<String> OFTEN_ENOUGH =
            Set.of("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final int MAX_DIGITS = 6;
    private static final int MAX_ORDINAL = 53;

    private final int least;
    private final int most;
    private final boolean countsFromTheEnd;

    RulePart() {
        this(0, Integer.MAX_VALUE, false);
    }

    RulePart(int least, int most, boolean countsFromTheEnd) {
        this.least = least;
        this.most = most;
        this.countsFromTheEnd = countsFromTheEnd;
    }

    /** The same values, checked, each once and in order. */
    String canonical(String values) {
        return switch (this) {
            case FREQ -> frequency(values);
            case INTERVAL ->
                    bounded(values, Recurrence.MAX_INTERVAL, InvalidRecurrence.Reason.INTERVAL);
            case COUNT -> bounded(values, Recurrence.MAX_COUNT, InvalidRecurrence.Reason.COUNT);
            case UNTIL -> values;
            case WKST -> weekday(values);
            case BYDAY -> days(values);
            default -> numbers(values);
        };
    }

    private static String frequency(String value) {
        if (value.equals("MINUTELY") || value.equals("SECONDLY")) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.Reason.TOO_OFTEN, "FREQ=" + value + " is too often");
        }
        if (!OFTEN_ENOUGH.contains(value)) {
            throw RuleText.malformed("FREQ is " + value);
        }
        return value;
    }

    private String bounded(String value, int max, InvalidRecurrence.Reason reason) {
        var number = number(value);
        if (number < 1 || number > max) {
            throw new InvalidRecurrence(reason, "%s is not between 1 and %d".formatted(this, max));
        }
        return Integer.toString(number);
    }

    private static String weekday(String value) {
        if (!WEEKDAYS.contains(value)) {
            throw RuleText.malformed(value + " is no day of the week");
        }
        return value;
    }

    /** {@code 1MO,-1FR}: by weekday, then by which of them. */
    private String days(String values) {
        return list(
                split(values).map(this::day),
                Comparator.comparingInt(RulePart::weekdayOf).thenComparingInt(this::ordinalOf));
    }

    private String day(String value) {
        if (value.length() < 2) {
            throw RuleText.malformed(value + " is no day of the week");
        }
        var ordinal = ordinalOf(value);
        var counted = value.length() > 2;
        if (counted && (ordinal == 0 || Math.abs(ordinal) > MAX_ORDINAL)) {
            throw RuleText.malformed(value + " is no day of the week");
        }
        return (counted ? ordinal : "") + weekday(value.substring(value.length() - 2));
    }

    private static int weekdayOf(String day) {
        return WEEKDAYS.indexOf(day.substring(day.length() - 2));
    }

    private int ordinalOf(String day) {
        return day.length() == 2 ? 0 : number(day.substring(0, day.length() - 2));
    }

    private String numbers(String values) {
        return list(
                split(values).map(value -> Integer.toString(inRange(number(value)))),
                Comparator.comparingInt(Integer::parseInt));
    }

    private int inRange(int number) {
        var size = countsFromTheEnd ? Math.abs(number) : number;
        if (size < least || size > most) {
            throw RuleText.malformed("%s can not be %d".formatted(this, number));
        }
        return number;
    }

    private int number(String digits) {
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) {
            throw RuleText.malformed("%s has no number".formatted(this));
        }
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            throw RuleText.malformed("%s has no number".formatted(this));
        }
    }

    private static Stream<String> split(String values) {
        return Stream.of(values.split(",", -1));
    }

    private static String list(Stream<String> values, Comparator<String> order) {
        return String.join(",", values.distinct().sorted(order).toList());
    }
}
