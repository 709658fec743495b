package org.tertulia.notification.push.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** How long it says; null when it says nothing that can be read. */
    static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        if (SECONDS.matcher(header.strip()).matches()) {
            return Duration.ofSeconds(Long.parseLong(header.strip()));
        }
        try {
            var until =
                    ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
