package org.tertulia.notification.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often somebody gets a digest; one with nothing to tell is not sent. */
public enum DigestRhythm {
    /** Never. */
    @JsonProperty("off")
    OFF,
    /** An hour after the one before. */
    @JsonProperty("hourly")
    HOURLY,
    /** Once a day, at a time by the clock of the person's zone. */
    @JsonProperty("daily")
    DAILY;

    private static final Duration HOUR = Duration.ofHours(1);

    /** As it is stored. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rhythm of this text. */
    public static DigestRhythm of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /**
     * When the next digest after a moment is due; null for never. In place of a time that the clock leaves out comes the
     * first one that there is; of one that it has twice the first counts, as for reminders and quiet hours.
     */
    public @Nullable Instant next(Instant after, LocalTime at, ZoneId zone) {
        return switch (this) {
            case OFF -> null;
            case HOURLY -> after.plus(HOUR);
            case DAILY -> {
                var today = after.atZone(zone).toLocalDate();
                var first = moment(today.atTime(at), zone);
                yield first.isAfter(after) ? first : moment(today.plusDays(1).atTime(at), zone);
            }
        };
    }

    private static Instant moment(LocalDateTime local, ZoneId zone) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }
}
