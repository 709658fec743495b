package org.tertulia.notification.quiet;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;

/**
 * Body of {@code PUT /notifications/quiet-hours}.
 *
 * @param enabled whether they count
 * @param from when they begin, {@code 22:00}
 * @param to when they end, {@code 08:00}; the day after, when that is not after {@code from}
 * @param days on which they begin
 * @param zone the name of the IANA time zone whose clock counts
 */
record QuietHoursRequest(
        @NotNull Boolean enabled,
        @NotNull String from,
        @NotNull String to,
        @NotNull @Size(min = 1, max = 7) List<@NotNull Weekday> days,
        @NotNull String zone) {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** What is wished. Fails with validation-failed. */
    QuietPlan plan() {
        var begins = time("from", from);
        var ends = time("to", to);
        var chosen = EnumSet.copyOf(days);
        if (!QuietPlan.ends(begins, ends, chosen)) {
            throw refused("to", "must be another time than from, or one of the days be left out");
        }
        return new QuietPlan(enabled, begins, ends, chosen, zoneId());
    }

    private static LocalTime time(String field, String text) {
        if (!TIME.matcher(text).matches()) {
            throw refused(field, "must be a time of day such as 22:00");
        }
        return LocalTime.parse(text);
    }

    private ZoneId zoneId() {
        if (!ZONES.contains(zone)) {
            throw refused("zone", "must be the name of an IANA time zone, such as Europe/Madrid");
        }
        return ZoneId.of(zone);
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemTypes.VALIDATION_FAILED, "A value is not allowed.")
                .field(field, message);
    }
}
