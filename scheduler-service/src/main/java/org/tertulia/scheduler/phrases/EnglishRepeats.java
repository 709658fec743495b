package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.EnglishDays.MONTH_AND_DAY;
import static org.tertulia.scheduler.phrases.EnglishWords.NUMBER;
import static org.tertulia.scheduler.phrases.EnglishWords.ORDINAL_DAY;
import static org.tertulia.scheduler.phrases.EnglishWords.UNIT;
import static org.tertulia.scheduler.phrases.EnglishWords.WEEKDAYS_PLURAL;
import static org.tertulia.scheduler.phrases.EnglishWords.WEEKDAY_OR_SHORT;
import static org.tertulia.scheduler.phrases.EnglishWords.WHICH_WEEKDAY;
import static org.tertulia.scheduler.phrases.Fragment.one;
import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.words;

import java.time.DayOfWeek;
import java.util.List;

/** What repeats, in English: "every other Tuesday", "on the last Friday of every month". */
final class EnglishRepeats {

    private static final Parser<String> EVERY = words("every", "each");

    private static final Parser<Repeats> COUNTED =
            anyOf(
                    EVERY.then(NUMBER.or(1).and(UNIT, Repeats::every)),
                    words("every other", "every second")
                            .then(UNIT)
                            .map(unit -> Repeats.every(2, unit)),
                    words("daily", "everyday").map(_ -> Repeats.every(1, Unit.DAY)),
                    words("hourly").map(_ -> Repeats.every(1, Unit.HOUR)),
                    words("weekly").map(_ -> Repeats.every(1, Unit.WEEK)),
                    words("monthly").map(_ -> Repeats.every(1, Unit.MONTH)),
                    words("yearly", "annually").map(_ -> Repeats.every(1, Unit.YEAR)));

    private static final Parser<List<DayOfWeek>> SOME_WEEKDAYS =
            several(
                    WEEKDAY_OR_SHORT,
                    words(",", "and", ", and", "and every", "and each", "and on"));

    private static final Parser<Repeats> ON_WEEKDAYS =
            anyOf(
                    words("on")
                            .maybe()
                            .then(EVERY)
                            .then(SOME_WEEKDAYS)
                            .map(days -> Repeats.weekly(1, days)),
                    words("on")
                            .maybe()
                            .then(several(WEEKDAYS_PLURAL, words(",", "and", ", and", "and on")))
                            .map(days -> Repeats.weekly(1, days)),
                    words("every other")
                            .then(WEEKDAY_OR_SHORT)
                            .map(day -> Repeats.weekly(2, List.of(day))),
                    words("from", "every day from")
                            .maybe()
                            .then(
                                    WEEKDAY_OR_SHORT
                                            .before(words("to", "through", "-"))
                                            .and(WEEKDAY_OR_SHORT, Weekdays::through))
                            .map(days -> Repeats.weekly(1, days)),
                    words("every weekday", "each weekday", "weekdays", "on weekdays")
                            .map(_ -> Repeats.weekly(1, Weekdays.WORKING)),
                    words("every weekend", "each weekend", "weekends", "on weekends", "at weekends")
                            .map(_ -> Repeats.weekly(1, Weekdays.WEEKEND)));

    private static final Parser<String> OF_EACH_MONTH =
            words("of every month", "of each month", "every month", "each month");

    private static final Parser<Repeats> IN_MONTHS =
            anyOf(
                    words("the", "on the")
                            .maybe()
                            .then(WHICH_WEEKDAY.and(WEEKDAY_OR_SHORT, Repeats::monthly))
                            .before(OF_EACH_MONTH),
                    words("every", "on every")
                            .then(WHICH_WEEKDAY.and(WEEKDAY_OR_SHORT, Repeats::monthly))
                            .before(words("of the month")),
                    words("the last day", "on the last day")
                            .before(OF_EACH_MONTH)
                            .map(_ -> Repeats.monthly(-1)),
                    words("the first day", "on the first day")
                            .before(OF_EACH_MONTH)
                            .map(_ -> Repeats.monthly(1)),
                    words("the", "on the")
                            .then(ORDINAL_DAY)
                            .before(OF_EACH_MONTH)
                            .map(Repeats::monthly));

    private static final Parser<Repeats> IN_YEARS =
            anyOf(
                            words("every", "on every").then(MONTH_AND_DAY),
                            words("on")
                                    .maybe()
                                    .then(MONTH_AND_DAY)
                                    .before(words("every year", "each year", "of every year")))
                    .flatMap(date -> Repeats.yearlyOn(date.getLast(), date.getFirst()));

    private static final Parser<List<Fragment>> IN_PARTS =
            anyOf(
                    EVERY.then(EnglishClock.PART)
                            .map(
                                    part ->
                                            List.of(
                                                    Repeats.every(1, Unit.DAY),
                                                    new Fragment.During(part))),
                    EVERY.then(SOME_WEEKDAYS)
                            .and(
                                    EnglishClock.PART,
                                    (days, part) ->
                                            List.of(
                                                    Repeats.weekly(1, days),
                                                    new Fragment.During(part))));

    static final Parser<List<Fragment>> PHRASES =
            anyOf(one(COUNTED), one(ON_WEEKDAYS), one(IN_MONTHS), one(IN_YEARS), IN_PARTS);

    private EnglishRepeats() {}

    private static Parser<List<DayOfWeek>> several(
            Parser<DayOfWeek> day, Parser<String> separator) {
        return day.map(List::of).repeated(separator, Weekdays::and, Day.DAYS_OF_A_WEEK);
    }
}
