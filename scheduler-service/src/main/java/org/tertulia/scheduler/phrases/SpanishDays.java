package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.Fragment.bare;
import static org.tertulia.scheduler.phrases.Fragment.one;
import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.word;
import static org.tertulia.scheduler.phrases.Parser.words;
import static org.tertulia.scheduler.phrases.SpanishWords.MONTH;
import static org.tertulia.scheduler.phrases.SpanishWords.NUMBER;
import static org.tertulia.scheduler.phrases.SpanishWords.UNIT;
import static org.tertulia.scheduler.phrases.SpanishWords.WEEKDAY;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Days in Spanish, and how long until then: "pasado mañana", "dentro de una hora y media". */
final class SpanishDays {

    private static final int LAST_DAY = 31;
    private static final int MOST_ITEMS = 6;

    private static final Parser<Day> NEAR =
            anyOf(
                    words("hoy", "hoy mismo").map(_ -> new Day.InDays(0)),
                    words("manana", "manana mismo").map(_ -> new Day.InDays(1)),
                    words("pasado manana").map(_ -> new Day.InDays(2)),
                    words("ayer").map(_ -> new Day.InDays(-1)),
                    words("anteayer", "antier").map(_ -> new Day.InDays(-2)));

    private static final Parser<Day> ON_WEEKDAY =
            anyOf(
                    words("el", "el dia").maybe().then(WEEKDAY).map(day -> on(day, Day.Which.ANY)),
                    words("este").then(WEEKDAY).map(day -> on(day, Day.Which.THIS)),
                    words("el")
                            .maybe()
                            .then(WEEKDAY)
                            .before(words("que viene", "proximo"))
                            .map(day -> on(day, Day.Which.COMING)),
                    words("el proximo", "proximo")
                            .then(WEEKDAY)
                            .map(day -> on(day, Day.Which.COMING)));

    private static final Parser<Day> IN_WEEK =
            anyOf(
                    words("la semana que viene", "la proxima semana").map(_ -> new Day.InWeek(1)),
                    words("de la semana que viene", "de la proxima semana")
                            .map(_ -> new Day.InWeek(1)),
                    words("esta semana", "de esta semana").map(_ -> new Day.InWeek(0)));

    /** A day of a month in digits or words. */
    static final Parser<Integer> DAY_OF_MONTH =
            anyOf(NUMBER, words("primero").map(_ -> 1)).when(day -> day >= 1 && day <= LAST_DAY);

    /** "3 de marzo", and perhaps a year. */
    private static final Parser<Day> DATE =
            words("el", "el dia")
                    .maybe()
                    .then(DAY_OF_MONTH.before(words("de")).and(MONTH, List::of))
                    .and(
                            words("de", "del")
                                    .then(Written.YEAR)
                                    .map(OptionalInt::of)
                                    .or(OptionalInt.empty()),
                            (date, year) -> Day.OnDate.of(date.getLast(), date.getFirst(), year))
                    .flatMap(date -> date);

    /** The day first, always. */
    private static final Parser<Fragment> NUMERIC =
            Written.numericDate(
                    (day, month) ->
                            Written.slashYear().flatMap(year -> Day.OnDate.of(month, day, year)));

    private static final Parser<Later> ITEM =
            anyOf(
                    NUMBER.and(UNIT, (count, unit) -> unit.times(count)),
                    words("media hora").map(_ -> Unit.MINUTE.times(30)),
                    words("un cuarto de hora").map(_ -> Unit.MINUTE.times(15)),
                    words("tres cuartos de hora").map(_ -> Unit.MINUTE.times(45)),
                    words("hora y media").map(_ -> Unit.MINUTE.times(90)),
                    NUMBER.before(words("hora", "horas"))
                            .and(
                                    words("y").then(word(Map.of("media", 30, "cuarto", 15))),
                                    (hours, minutes) ->
                                            Unit.HOUR
                                                    .times(hours)
                                                    .plus(Unit.MINUTE.times(minutes))));

    static final Parser<Later> AMOUNT =
            ITEM.repeated(words("y", ",").maybe(), Later::plus, MOST_ITEMS);

    static final Parser<List<Fragment>> PHRASES =
            anyOf(
                    one(NEAR),
                    one(ON_WEEKDAY),
                    one(IN_WEEK),
                    one(DATE),
                    bare(NUMERIC),
                    one(words("el", "el dia").then(NUMERIC)),
                    one(words("el dia").then(DAY_OF_MONTH).map(Day.OnDayOfMonth::new)),
                    bare(words("el").then(DAY_OF_MONTH).map(Day.OnDayOfMonth::new)),
                    one(words("en", "dentro de", "de aqui a").then(AMOUNT)),
                    one(words("hace").then(AMOUNT).map(Later::ago)));

    private SpanishDays() {}

    private static Day on(DayOfWeek weekday, Day.Which which) {
        return new Day.OnWeekday(weekday, which);
    }
}
