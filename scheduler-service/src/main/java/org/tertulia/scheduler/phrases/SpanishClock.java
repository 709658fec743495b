package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.Fragment.bare;
import static org.tertulia.scheduler.phrases.Fragment.one;
import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.word;
import static org.tertulia.scheduler.phrases.Parser.words;
import static org.tertulia.scheduler.phrases.SpanishWords.NUMBER;
import static org.tertulia.scheduler.phrases.SpanishWords.NUMBER_WORD;

import java.util.List;
import java.util.Map;

/** Times of day in Spanish: "a las nueve y cuarto de la noche". */
final class SpanishClock {

    private static final int QUARTER = 15;
    private static final int HALF = 30;
    private static final int LAST_MINUTE = 59;

    private static final Map<String, PartOfDay> PARTS =
            Map.of(
                    "manana", PartOfDay.MORNING,
                    "tarde", PartOfDay.AFTERNOON,
                    "noche", PartOfDay.NIGHT,
                    "madrugada", PartOfDay.SMALL_HOURS);

    static final Parser<PartOfDay> PART = word(PARTS);

    private static final Parser<Fragment.During> DURING =
            anyOf(
                            words("de la", "por la", "en la", "a la").then(PART),
                            words("de madrugada").map(_ -> PartOfDay.SMALL_HOURS),
                            words("de noche").map(_ -> PartOfDay.NIGHT),
                            words("del mediodia").map(_ -> PartOfDay.NOON))
                    .map(Fragment.During::new);

    /** What is added to the hour, or taken from it. */
    private static final Parser<Integer> MINUTES =
            anyOf(
                    words("y media").map(_ -> HALF),
                    words("y cuarto").map(_ -> QUARTER),
                    words("menos cuarto").map(_ -> -QUARTER),
                    words("y", "con").then(minutes()),
                    words("menos").then(minutes()).map(minutes -> -minutes));

    private static final Parser<Clock> SPOKEN =
            anyOf(
                            Written.HOUR,
                            NUMBER.and(MINUTES, Clock::of).flatMap(clock -> clock),
                            NUMBER_WORD.flatMap(hour -> Clock.of(hour, 0)),
                            Written.HOUR_AND_MINUTES,
                            Written.HOUR_DOT_MINUTES)
                    .before(words("en punto", "horas", "hs", "h").maybe());

    private static final Parser<Clock> AT =
            words("a las", "a la").then(Written.withMeridiem(SPOKEN));

    /** "Las tres de la tarde"; without the part of the day it would be three of anything. */
    private static final Parser<List<Fragment>> THE_HOUR =
            words("las", "la").then(SPOKEN).and(DURING, List::of);

    private static final Parser<Clock> NAMED =
            anyOf(
                    words("mediodia", "a mediodia", "al mediodia").map(_ -> Clock.NOON),
                    words("medianoche", "a medianoche", "a la medianoche")
                            .map(_ -> Clock.MIDNIGHT));

    /** Written or spoken, alone or with what it needs to be a time. */
    static final Parser<List<Fragment>> PHRASES =
            anyOf(
                    one(AT),
                    THE_HOUR,
                    one(words("las", "la").then(Written.onlyWithMeridiem(SPOKEN))),
                    one(Written.onlyWithMeridiem(SPOKEN)),
                    one(
                            Written.withMeridiem(Written.HOUR_AND_MINUTES)
                                    .before(words("horas", "hs", "h").maybe())),
                    bare(Written.HOUR_H),
                    one(NAMED),
                    one(DURING),
                    words("esta")
                            .then(PART)
                            .map(part -> List.of(new Day.InDays(0), new Fragment.During(part))));

    private SpanishClock() {}

    private static Parser<Integer> minutes() {
        return NUMBER.when(minutes -> minutes >= 1 && minutes <= LAST_MINUTE)
                .before(words("minutos").maybe());
    }
}
