package org.tertulia.scheduler.phrases;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as it was said.
 *
 * @param minute of the day; of {@link Kind#MIDNIGHT} those after it
 * @param kind how sure it is
 */
record Clock(int minute, Kind kind) implements Fragment {

    static final int MINUTES_OF_AN_HOUR = 60;
    static final int HALF_A_DAY = 12 * MINUTES_OF_AN_HOUR;
    static final int A_DAY = 24 * MINUTES_OF_AN_HOUR;

    /**
     * From seven to twelve an hour of which nothing more is said is that of the 24-hour clock. Before, people mean the
     * afternoon as often as the night, so it is not decided for them.
     */
    private static final int FIRST_CLEAR_HOUR = 7;

    private static final int LAST_HOUR_SAID = 12;
    private static final int LAST_HOUR = 23;

    enum Kind {
        /** Of the 24-hour clock, or with am, pm. */
        EXACT,

        /** An hour from one to twelve, and nothing more. */
        OF_TWELVE,

        /** At the beginning of a day, or at its end. */
        MIDNIGHT
    }

    static final Clock NOON = new Clock(HALF_A_DAY, Kind.EXACT);
    static final Clock MIDNIGHT = new Clock(0, Kind.MIDNIGHT);

    /** An hour from 0 to 23; those up to twelve could be either. Minutes may be negative: a quarter to three. */
    static Optional<Clock> of(int hour, int minutes) {
        if (hour < 0 || hour > LAST_HOUR) {
            return Optional.empty();
        }
        var minute = hour * MINUTES_OF_AN_HOUR + minutes;
        if (hour >= 1 && hour <= LAST_HOUR_SAID) {
            // A quarter to one is in the hour of twelve.
            return Optional.of(
                    new Clock(
                            minute < MINUTES_OF_AN_HOUR ? minute + HALF_A_DAY : minute,
                            Kind.OF_TWELVE));
        }
        return minute < 0 ? Optional.empty() : Optional.of(new Clock(minute, Kind.EXACT));
    }

    /** Written with a leading zero it is of the 24-hour clock. */
    Clock exact() {
        return new Clock(minute, Kind.EXACT);
    }

    /** With am or pm, if that can be said of it. */
    Optional<Clock> in(boolean afternoon) {
        if (kind != Kind.OF_TWELVE) {
            return Optional.empty();
        }
        var early = minute % HALF_A_DAY;
        if (afternoon) {
            return Optional.of(new Clock(early + HALF_A_DAY, Kind.EXACT));
        }
        return Optional.of(
                new Clock(early, early < MINUTES_OF_AN_HOUR ? Kind.MIDNIGHT : Kind.EXACT));
    }

    /**
     * The minutes, counted from the start of a day, that may be meant; those of the next day are {@value #A_DAY} and more.
     * None when it is not said of that part of the day.
     */
    List<Integer> minutes(@Nullable PartOfDay part) {
        return switch (kind) {
            case EXACT -> covered(IntStream.of(minute), part);
            case MIDNIGHT -> part == null || part == PartOfDay.NIGHT ? midnight() : List.of();
            case OF_TWELVE -> part == null ? unsaid() : said(part);
        };
    }

    private List<Integer> unsaid() {
        return minute >= FIRST_CLEAR_HOUR * MINUTES_OF_AN_HOUR
                ? List.of(minute)
                : List.of(minute, minute + HALF_A_DAY);
    }

    private List<Integer> said(PartOfDay part) {
        var early = minute % HALF_A_DAY;
        return part == PartOfDay.NIGHT && early < MINUTES_OF_AN_HOUR
                ? midnight()
                : covered(IntStream.of(early, early + HALF_A_DAY), part);
    }

    private List<Integer> midnight() {
        var after = minute % HALF_A_DAY;
        return List.of(after, after + A_DAY);
    }

    private static List<Integer> covered(IntStream minutes, @Nullable PartOfDay part) {
        return minutes.filter(minute -> part == null || part.covers(minute)).boxed().toList();
    }
}
