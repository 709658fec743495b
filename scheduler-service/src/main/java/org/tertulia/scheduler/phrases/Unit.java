package org.tertulia.scheduler.phrases;

import java.time.Duration;
import java.time.Period;

/** What time is counted in. */
enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR;

    /** So many of them. */
    Later times(int count) {
        return switch (this) {
            case SECOND -> new Later(Period.ZERO, Duration.ofSeconds(count));
            case MINUTE -> new Later(Period.ZERO, Duration.ofMinutes(count));
            case HOUR -> new Later(Period.ZERO, Duration.ofHours(count));
            case DAY -> new Later(Period.ofDays(count), Duration.ZERO);
            case WEEK -> new Later(Period.ofWeeks(count), Duration.ZERO);
            case MONTH -> new Later(Period.ofMonths(count), Duration.ZERO);
            case YEAR -> new Later(Period.ofYears(count), Duration.ZERO);
        };
    }

    /** The FREQ of a rule that comes once in each of them. */
    String frequency() {
        return switch (this) {
            case SECOND -> "SECONDLY";
            case MINUTE -> "MINUTELY";
            case HOUR -> "HOURLY";
            case DAY -> "DAILY";
            case WEEK -> "WEEKLY";
            case MONTH -> "MONTHLY";
            case YEAR -> "YEARLY";
        };
    }
}
