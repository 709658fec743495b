package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.digits;
import static org.tertulia.scheduler.phrases.Parser.token;
import static org.tertulia.scheduler.phrases.Parser.words;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** What both languages write in digits. */
final class Written {

    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    private static final int LAST_MONTH = 12;
    private static final int LAST_DAY = 31;
    private static final int CENTURY = 2000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    /** Two digits. */
    private static final Parser<Integer> MINUTES =
            token(
                            token -> token.isNumber() && token.text().length() == 2,
                            token -> Optional.of(token.number()))
                    .when(minute -> minute <= LAST_MINUTE);

    /** An hour in digits, of the 24-hour clock if it begins with a zero or is none of twelve. */
    static final Parser<Clock> HOUR = hour(minutesAre(0));

    /** {@code 15:30}, {@code 9.30} where a time is expected, {@code 15h30}. */
    static final Parser<Clock> HOUR_AND_MINUTES =
            anyOf(hour(sign(":").then(MINUTES.glued())), hour(sign("h").then(MINUTES.glued())));

    static final Parser<Clock> HOUR_DOT_MINUTES = hour(sign(".").then(MINUTES.glued()));

    /** {@code 15h}, which may be a time or a duration. */
    static final Parser<Clock> HOUR_H = HOUR.before(sign("h")).map(Clock::exact);

    /** Whether it is the afternoon; with or without full stops and spaces. */
    static final Parser<Boolean> MERIDIEM =
            anyOf(
                    words("am", "a . m .", "a . m").map(_ -> false),
                    words("pm", "p . m .", "p . m").map(_ -> true));

    /** A year in four digits. */
    static final Parser<Integer> YEAR = digits(FIRST_YEAR, LAST_YEAR);

    /** {@code 2027-01-05}, ISO 8601; also with the {@code T} before a time. */
    static final Parser<Day> ISO_DATE =
            YEAR.and(sign("-").then(twoDigits(LAST_MONTH)), List::of)
                    .and(
                            sign("-").then(twoDigits(LAST_DAY)),
                            (start, day) ->
                                    Day.OnDate.of(
                                            start.getLast(), day, OptionalInt.of(start.getFirst())))
                    .flatMap(date -> date)
                    .before(sign("t").maybe());

    private Written() {}

    /** {@code 3/4}, {@code 3/4/2027}, {@code 3-4-2027}: two numbers, and what a language makes of them. */
    static Parser<Fragment> numericDate(
            BiFunction<Integer, Integer, Parser<? extends Fragment>> meaning) {
        return (sentence, from) ->
                digits(1, LAST_DAY)
                        .and(sign("/").then(digits(1, LAST_DAY).glued()), meaning)
                        .at(sentence, from)
                        .flatMap(
                                found ->
                                        Parser.<Fragment>anyOf(found.value())
                                                .at(sentence, found.end()));
    }

    /** The year after {@code 3/4}, if there is one: four digits or two. */
    static Parser<OptionalInt> slashYear() {
        return sign("/")
                .then(anyOf(YEAR, twoDigits(LAST_MINUTE).map(year -> CENTURY + year)).glued())
                .map(OptionalInt::of)
                .or(OptionalInt.empty());
    }

    /** A time with am or pm said after it, or as it is. */
    static Parser<Clock> withMeridiem(Parser<Clock> clock) {
        return anyOf(
                clock,
                clock.and(MERIDIEM, (time, afternoon) -> time.in(afternoon)).flatMap(time -> time));
    }

    /** A time that is one because am or pm is said after it. */
    static Parser<Clock> onlyWithMeridiem(Parser<Clock> clock) {
        return clock.and(MERIDIEM, (time, afternoon) -> time.in(afternoon)).flatMap(time -> time);
    }

    private static Parser<Clock> hour(Parser<Integer> minutes) {
        return token(Token::isNumber, Optional::of)
                .and(minutes, Written::clock)
                .flatMap(clock -> clock);
    }

    private static Optional<Clock> clock(Token hour, int minutes) {
        var written = hour.text();
        if (written.length() > 2 || hour.number() > LAST_HOUR) {
            return Optional.empty();
        }
        var clock = Clock.of(hour.number(), minutes);
        return written.startsWith("0") ? clock.map(Clock::exact) : clock;
    }

    static Parser<String> sign(String text) {
        return words(text).glued();
    }

    private static Parser<Integer> minutesAre(int minutes) {
        return (_, from) -> Optional.of(new Parsed<>(minutes, from));
    }

    private static Parser<Integer> twoDigits(int most) {
        return MINUTES.glued().when(number -> number >= 1 && number <= most);
    }
}
