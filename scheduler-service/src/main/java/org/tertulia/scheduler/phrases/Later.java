package org.tertulia.scheduler.phrases;

import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;

/**
 * So much after now, or before it.
 *
 * @param period days and more, which keep the time of day
 * @param duration hours and less, which are counted as they pass
 */
record Later(Period period, Duration duration) implements Fragment {

    Later plus(Later other) {
        return new Later(period.plus(other.period), duration.plus(other.duration));
    }

    Later ago() {
        return new Later(period.negated(), duration.negated());
    }

    /** Whether it says a day only, so that a time of day can be said with it. */
    boolean isDay() {
        return duration.isZero();
    }

    ZonedDateTime after(ZonedDateTime now) {
        return now.plus(period).plus(duration);
    }
}
