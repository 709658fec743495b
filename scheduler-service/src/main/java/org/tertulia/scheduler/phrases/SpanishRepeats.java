package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.Fragment.one;
import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.words;
import static org.tertulia.scheduler.phrases.SpanishDays.DAY_OF_MONTH;
import static org.tertulia.scheduler.phrases.SpanishWords.MONTH;
import static org.tertulia.scheduler.phrases.SpanishWords.NUMBER;
import static org.tertulia.scheduler.phrases.SpanishWords.ORDINAL;
import static org.tertulia.scheduler.phrases.SpanishWords.UNIT;
import static org.tertulia.scheduler.phrases.SpanishWords.WEEKDAY;
import static org.tertulia.scheduler.phrases.SpanishWords.WEEKDAYS_OR_ONE;

import java.time.DayOfWeek;
import java.util.List;

/** What repeats, in Spanish: "todos los lunes y miércoles", "el último viernes de cada mes". */
final class SpanishRepeats {

    private static final Parser<Repeats> COUNTED =
            anyOf(
                    words("cada").then(NUMBER.or(1).and(UNIT, Repeats::every)),
                    words("todos los dias", "a diario", "diariamente")
                            .map(_ -> Repeats.every(1, Unit.DAY)),
                    words("todas las horas").map(_ -> Repeats.every(1, Unit.HOUR)),
                    words("todas las semanas", "semanalmente")
                            .map(_ -> Repeats.every(1, Unit.WEEK)),
                    words("todos los meses", "mensualmente").map(_ -> Repeats.every(1, Unit.MONTH)),
                    words("todos los anos", "anualmente").map(_ -> Repeats.every(1, Unit.YEAR)));

    private static final Parser<List<DayOfWeek>> SOME_WEEKDAYS =
            WEEKDAYS_OR_ONE
                    .map(List::of)
                    .repeated(
                            words(",", "y", ", y", "y los", "y cada", "y todos los"),
                            Weekdays::and,
                            Day.DAYS_OF_A_WEEK);

    private static final Parser<Repeats> ON_WEEKDAYS =
            anyOf(
                    words("cada", "todos los", "los")
                            .then(SOME_WEEKDAYS)
                            .map(days -> Repeats.weekly(1, days)),
                    words("cada dos", "cada 2")
                            .then(WEEKDAYS_OR_ONE)
                            .map(day -> Repeats.weekly(2, List.of(day))),
                    words("de", "todos los dias de")
                            .maybe()
                            .then(WEEKDAY.before(words("a")).and(WEEKDAY, Weekdays::through))
                            .map(days -> Repeats.weekly(1, days)),
                    words(
                                    "entre semana",
                                    "cada dia laborable",
                                    "todos los dias laborables",
                                    "los dias laborables",
                                    "cada dia entre semana",
                                    "todos los dias entre semana")
                            .map(_ -> Repeats.weekly(1, Weekdays.WORKING)),
                    words("los fines de semana", "todos los fines de semana", "cada fin de semana")
                            .map(_ -> Repeats.weekly(1, Weekdays.WEEKEND)));

    private static final Parser<String> OF_EACH_MONTH = words("de cada mes", "de todos los meses");

    private static final Parser<Repeats> IN_MONTHS =
            anyOf(
                    words("el", "cada")
                            .maybe()
                            .then(ORDINAL.and(WEEKDAY, Repeats::monthly))
                            .before(OF_EACH_MONTH),
                    words("cada")
                            .then(ORDINAL.and(WEEKDAY, Repeats::monthly))
                            .before(words("de mes", "del mes")),
                    words("el ultimo dia").before(OF_EACH_MONTH).map(_ -> Repeats.monthly(-1)),
                    words("el primer dia").before(OF_EACH_MONTH).map(_ -> Repeats.monthly(1)),
                    words("el", "el dia", "cada dia")
                            .then(DAY_OF_MONTH)
                            .before(OF_EACH_MONTH)
                            .map(Repeats::monthly));

    private static final Parser<Repeats> IN_YEARS =
            anyOf(
                            words("cada", "cada dia")
                                    .then(
                                            DAY_OF_MONTH
                                                    .before(words("de"))
                                                    .and(MONTH, Repeats::yearlyOn)),
                            words("el", "el dia")
                                    .then(
                                            DAY_OF_MONTH
                                                    .before(words("de"))
                                                    .and(MONTH, Repeats::yearlyOn))
                                    .before(words("de cada ano", "de todos los anos")))
                    .flatMap(date -> date);

    private static final Parser<List<Fragment>> IN_PARTS =
            anyOf(
                    words("cada").then(SpanishClock.PART).map(SpanishRepeats::daily),
                    words("todas las mananas").map(_ -> daily(PartOfDay.MORNING)),
                    words("todas las tardes").map(_ -> daily(PartOfDay.AFTERNOON)),
                    words("todas las noches").map(_ -> daily(PartOfDay.NIGHT)));

    static final Parser<List<Fragment>> PHRASES =
            anyOf(one(COUNTED), one(ON_WEEKDAYS), one(IN_MONTHS), one(IN_YEARS), IN_PARTS);

    private SpanishRepeats() {}

    private static List<Fragment> daily(PartOfDay part) {
        return List.of(Repeats.every(1, Unit.DAY), new Fragment.During(part));
    }
}
