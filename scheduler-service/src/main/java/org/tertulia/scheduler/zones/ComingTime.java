package org.tertulia.scheduler.zones;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** A time to come, as precise as it is stored. */
public final class ComingTime {

    private ComingTime() {}

    /**
     * The time, in microseconds. Fails with validation-failed for one that is not to come, or too far away.
     *
     * @param field the name of the field in the problem
     * @param horizon how far from now it may be
     * @param named the horizon in words, such as "within ten years"
     */
    public static Instant of(
            String field, Instant time, Instant now, Duration horizon, String named) {
        if (!time.isAfter(now) || time.isAfter(now.plus(horizon))) {
            var message = "must be in the future, " + named;
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED,
                            "The field %s %s.".formatted(field, message))
                    .field(field, message);
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
