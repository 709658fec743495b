package org.tertulia.scheduler.phrases;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Reads sentences of time, Spanish and English, as a person means them, or says why it can not. What it reads is told to the
 * person before anything is done with it; all the same it never guesses: a word that could change the time and is not
 * understood makes it refuse the sentence.
 *
 * <p>Case and accents do not matter. Both languages are read at once; where they differ ({@code 3/4}), the expected one counts.
 *
 * <h2>What is not said</h2>
 *
 * <ul>
 *   <li>A day without a time is {@value #USUAL_HOUR}:00. The morning is 09:00, midday 12:00, "esta tarde" and the afternoon
 *       16:00, the evening 19:00, "esta noche" and "tonight" 20:00.
 *   <li>A time without a day is the next one: today, or tomorrow if it has passed.
 *   <li>An hour from 7 to 12 with nothing more is that of the 24-hour clock: "a las 9" is 09:00. From 1 to 6 it may as well be
 *       the afternoon, and is ambiguous, unless only one of both lies ahead ("hoy a las 3", said at ten). {@code 03:00},
 *       with its zero, is of the 24-hour clock.
 *   <li>Midnight of a day is its beginning or its end, and ambiguous; "a medianoche" alone is the next one.
 *   <li>A day of the week is the next one; said on that same day it may be today, and is ambiguous while that lies ahead. "El
 *       lunes que viene" is the first Monday after today. "Next Friday" is, too, but ambiguous while this week's lies ahead.
 *       "Este jueves", "this Thursday" is the first from today on.
 *   <li>A date without a year is the first from today on. In {@code 3/4} Spanish has the day first; English has either first,
 *       so that it is ambiguous, unless both are the same or one can be no month.
 *   <li>Days, weeks, months and years from now keep the time of day; hours and minutes are counted as they pass.
 *   <li>What repeats is first due at the next time that fits. Without a day ("cada dos semanas") it is counted from today, by
 *       the hour from now. The 31st of a month that has none is its last day.
 * </ul>
 *
 * <p>The text of a reminder may come before or after the time. It must say no time itself, unless it is quoted, or comes after
 * a word such as "que" or "to" that follows a time with its hour.
 *
 * <p>Pure and thread-safe; the time it takes grows with the length of the sentence, which is bounded.
 */
public final class TimePhrases {

    /** Characters of a sentence. */
    public static final int MAX_LENGTH = 1_000;

    /** How far ahead a reminder may be. */
    public static final int MAX_YEARS = 10;

    /** The hour of a day of which no time is said. */
    public static final int USUAL_HOUR = 9;

    private TimePhrases() {}

    /** Reads a time and what it is to remind of: "recuérdame mañana a las 9 regar las plantas". */
    public static Reading readReminder(
            String sentence, Language expected, Instant now, ZoneId zone) {
        return read(sentence, expected, now, zone, true);
    }

    /** Reads a time and nothing else: "mañana a las 9". Anything beside it is not understood. */
    public static Reading readTime(String sentence, Language expected, Instant now, ZoneId zone) {
        return read(sentence, expected, now, zone, false);
    }

    private static Reading read(
            String sentence, Language expected, Instant now, ZoneId zone, boolean needsText) {
        if (sentence.length() > MAX_LENGTH) {
            return new Reading.Refused(Refusal.TOO_LONG, "");
        }
        var found = new Separation(Sentence.of(sentence), Grammar.of(expected)).find();
        return found.read(new Moments(now.atZone(zone)), needsText);
    }
}
