package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.EnglishWords.MONTH;
import static org.tertulia.scheduler.phrases.EnglishWords.NUMBER;
import static org.tertulia.scheduler.phrases.EnglishWords.ORDINAL_DAY;
import static org.tertulia.scheduler.phrases.EnglishWords.UNIT;
import static org.tertulia.scheduler.phrases.EnglishWords.WEEKDAY;
import static org.tertulia.scheduler.phrases.EnglishWords.WEEKDAY_OR_SHORT;
import static org.tertulia.scheduler.phrases.Fragment.bare;
import static org.tertulia.scheduler.phrases.Fragment.one;
import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.digits;
import static org.tertulia.scheduler.phrases.Parser.words;

import java.time.DayOfWeek;
import java.util.List;
import java.util.OptionalInt;

/** Days in English, and how long until then: "the day after tomorrow", "an hour and a half from now". */
final class EnglishDays {

    private static final int LAST_DAY = 31;
    private static final int MOST_ITEMS = 6;

    private static final Parser<Day> NEAR =
            anyOf(
                    words("today").map(_ -> new Day.InDays(0)),
                    words("tomorrow").map(_ -> new Day.InDays(1)),
                    words("the day after tomorrow", "day after tomorrow")
                            .map(_ -> new Day.InDays(2)),
                    words("yesterday").map(_ -> new Day.InDays(-1)),
                    words("the day before yesterday", "day before yesterday")
                            .map(_ -> new Day.InDays(-2)));

    private static final Parser<Day> ON_WEEKDAY =
            anyOf(
                    WEEKDAY.map(day -> on(day, Day.Which.ANY)),
                    words("on").then(WEEKDAY_OR_SHORT).map(day -> on(day, Day.Which.ANY)),
                    words("this", "on this")
                            .then(WEEKDAY_OR_SHORT)
                            .map(day -> on(day, Day.Which.THIS)),
                    words("coming", "this coming", "the coming", "on the coming")
                            .then(WEEKDAY_OR_SHORT)
                            .map(day -> on(day, Day.Which.COMING)),
                    words("next", "on next")
                            .then(WEEKDAY_OR_SHORT)
                            .map(day -> on(day, Day.Which.NEXT)));

    private static final Parser<Day> IN_WEEK =
            anyOf(
                    words("next week", "of next week").map(_ -> new Day.InWeek(1)),
                    words("this week", "of this week").map(_ -> new Day.InWeek(0)));

    private static final Parser<Integer> DAY_OF_MONTH = anyOf(digits(1, LAST_DAY), ORDINAL_DAY);

    /** Month and day: "March 3rd", "the 3rd of March", "3 March". */
    static final Parser<List<Integer>> MONTH_AND_DAY =
            anyOf(
                    MONTH.before(words("the").maybe()).and(DAY_OF_MONTH, List::of),
                    words("the")
                            .then(ORDINAL_DAY)
                            .before(words("of").maybe())
                            .and(MONTH, (day, month) -> List.of(month, day)),
                    DAY_OF_MONTH
                            .before(words("of").maybe())
                            .and(MONTH, (day, month) -> List.of(month, day)));

    private static final Parser<Day> DATE =
            words("on")
                    .maybe()
                    .then(MONTH_AND_DAY)
                    .and(
                            words(",")
                                    .maybe()
                                    .then(Written.YEAR)
                                    .map(OptionalInt::of)
                                    .or(OptionalInt.empty()),
                            (date, year) -> Day.OnDate.of(date.getFirst(), date.getLast(), year))
                    .flatMap(date -> date);

    /** Americans write the month first, others the day: read only if it is the same or can be but one of them. */
    private static final Parser<Fragment> NUMERIC =
            Written.numericDate(
                    (first, second) ->
                            Written.slashYear().map(year -> either(first, second, year)));

    private static final Parser<Later> ITEM =
            anyOf(
                    NUMBER.and(UNIT, (count, unit) -> unit.times(count)),
                    words("a", "an").then(UNIT).map(unit -> unit.times(1)),
                    words("half an hour", "a half hour", "half hour")
                            .map(_ -> Unit.MINUTE.times(30)),
                    words("a quarter of an hour", "quarter of an hour")
                            .map(_ -> Unit.MINUTE.times(15)),
                    words("an hour and a half", "one hour and a half")
                            .map(_ -> Unit.MINUTE.times(90)),
                    NUMBER.before(anyOf(words("and a half hours"), words("hours and a half")))
                            .map(hours -> Unit.HOUR.times(hours).plus(Unit.MINUTE.times(30))));

    static final Parser<Later> AMOUNT =
            ITEM.repeated(words("and", ",").maybe(), Later::plus, MOST_ITEMS);

    static final Parser<List<Fragment>> PHRASES =
            anyOf(
                    one(NEAR),
                    one(ON_WEEKDAY),
                    one(IN_WEEK),
                    one(DATE),
                    anyOf(NEAR, ON_WEEKDAY).and(EnglishClock.PART, EnglishDays::during),
                    bare(NUMERIC),
                    one(words("on").then(NUMERIC)),
                    one(words("on the").then(ORDINAL_DAY).map(Day.OnDayOfMonth::new)),
                    bare(words("the").then(ORDINAL_DAY).map(Day.OnDayOfMonth::new)),
                    one(words("in").then(AMOUNT)),
                    one(AMOUNT.before(words("from now"))),
                    one(AMOUNT.before(words("ago")).map(Later::ago)));

    private EnglishDays() {}

    private static Day on(DayOfWeek weekday, Day.Which which) {
        return new Day.OnWeekday(weekday, which);
    }

    private static List<Fragment> during(Day day, PartOfDay part) {
        return List.of(day, new Fragment.During(part));
    }

    private static Fragment either(int first, int second, OptionalInt year) {
        var monthFirst = Day.OnDate.of(first, second, year);
        var dayFirst = Day.OnDate.of(second, first, year);
        if (monthFirst.isPresent() && dayFirst.isPresent() && !monthFirst.equals(dayFirst)) {
            return new Fragment.Vague();
        }
        return monthFirst
                .or(() -> dayFirst)
                .<Fragment>map(date -> date)
                .orElseGet(Fragment.Vague::new);
    }
}
