package org.tertulia.scheduler.zones;

import java.time.ZoneId;
import java.util.Set;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/** The zones that people live in. Offsets are none of them: reminders are thought of in local time. */
public final class TimeZones {

    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private TimeZones() {}

    /**
     * A zone by its IANA name. Fails with validation-failed for anything else.
     *
     * @param field the name of the field in the problem
     */
    public static ZoneId of(String field, String name) {
        if (!NAMES.contains(name)) {
            var message = "must be the name of an IANA time zone, such as Europe/Madrid";
            throw new ProblemException(
                            ProblemTypes.VALIDATION_FAILED,
                            "The field %s %s.".formatted(field, message))
                    .field(field, message);
        }
        return ZoneId.of(name);
    }
}
