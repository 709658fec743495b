package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.EnglishWords.NUMBER;
import static org.tertulia.scheduler.phrases.EnglishWords.NUMBER_WORD;
import static org.tertulia.scheduler.phrases.Fragment.bare;
import static org.tertulia.scheduler.phrases.Fragment.one;
import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.word;
import static org.tertulia.scheduler.phrases.Parser.words;

import java.util.List;
import java.util.Map;

/** Times of day in English: "half past 3", "at nine thirty", "5pm". */
final class EnglishClock {

    private static final int QUARTER = 15;
    private static final int HALF = 30;
    private static final int FIRST_SPOKEN_MINUTE = 10;
    private static final int LAST_MINUTE = 59;

    private static final Map<String, PartOfDay> PARTS =
            Map.of(
                    "morning", PartOfDay.MORNING,
                    "afternoon", PartOfDay.AFTERNOON,
                    "evening", PartOfDay.EVENING,
                    "night", PartOfDay.NIGHT);

    static final Parser<PartOfDay> PART = word(PARTS);

    private static final Parser<Clock> HOUR =
            anyOf(Written.HOUR, NUMBER_WORD.flatMap(hour -> Clock.of(hour, 0)));

    private static final Parser<Integer> COUNTED =
            NUMBER.when(minutes -> minutes >= 1 && minutes <= LAST_MINUTE);

    /** "Half past", "quarter to", "20 minutes past": how much is added to the hour. */
    private static final Parser<Integer> PAST =
            anyOf(
                    words("half past").map(_ -> HALF),
                    words("quarter past", "a quarter past").map(_ -> QUARTER),
                    words("quarter to", "a quarter to").map(_ -> -QUARTER),
                    COUNTED.before(words("minutes past")),
                    COUNTED.before(words("minutes to")).map(minutes -> -minutes));

    /** The same without the word "minutes", which is a time only after "at". In digits "9 to 10" is from nine to ten. */
    private static final Parser<Integer> SHORTLY_PAST =
            anyOf(
                    COUNTED.before(words("past")),
                    NUMBER_WORD.before(words("to")).map(minutes -> -minutes));

    private static final Parser<Clock> SPOKEN =
            anyOf(
                    HOUR.before(words("o'clock", "oclock").maybe()),
                    past(anyOf(PAST, SHORTLY_PAST)),
                    NUMBER_WORD
                            .and(
                                    NUMBER_WORD.when(minute -> minute >= FIRST_SPOKEN_MINUTE),
                                    Clock::of)
                            .flatMap(clock -> clock),
                    Written.HOUR_AND_MINUTES,
                    Written.HOUR_DOT_MINUTES);

    private static final Parser<Clock> AT = words("at").then(Written.withMeridiem(SPOKEN));

    private static final Parser<Clock> NAMED =
            anyOf(
                    words("noon", "at noon", "midday", "at midday", "12 noon", "at 12 noon")
                            .map(_ -> Clock.NOON),
                    words("midnight", "at midnight", "12 midnight", "at 12 midnight")
                            .map(_ -> Clock.MIDNIGHT));

    private static final Parser<Fragment> DURING =
            anyOf(
                            words("in the").then(PART.when(part -> part != PartOfDay.NIGHT)),
                            words("at night").map(_ -> PartOfDay.NIGHT))
                    .map(Fragment.During::new);

    static final Parser<List<Fragment>> PHRASES =
            anyOf(
                    one(AT),
                    one(HOUR.before(words("o'clock", "oclock"))),
                    one(Written.withMeridiem(past(PAST))),
                    one(Written.onlyWithMeridiem(SPOKEN)),
                    one(Written.withMeridiem(Written.HOUR_AND_MINUTES)),
                    bare(Written.HOUR_H),
                    one(NAMED),
                    one(DURING),
                    words("this")
                            .then(PART.when(part -> part != PartOfDay.NIGHT))
                            .map(EnglishClock::today),
                    words("tonight").map(_ -> today(PartOfDay.NIGHT)));

    private EnglishClock() {}

    private static Parser<Clock> past(Parser<Integer> minutes) {
        return minutes.and(NUMBER.when(hour -> hour <= 12), (past, hour) -> Clock.of(hour, past))
                .flatMap(clock -> clock);
    }

    private static List<Fragment> today(PartOfDay part) {
        return List.of(new Day.InDays(0), new Fragment.During(part));
    }
}
