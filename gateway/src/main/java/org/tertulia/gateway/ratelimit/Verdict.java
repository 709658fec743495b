package org.tertulia.gateway.ratelimit;

import java.time.Duration;

/**
 * What one limit says to one request.
 *
 * @param limit which limit
 * @param allowance what it allows
 * @param allowed whether there was room
 * @param remaining requests there is room for now
 * @param untilNext until there is room for one more; zero when there is
 * @param untilFull until nothing is used any more
 */
record Verdict(
        RateLimit limit,
        Allowance allowance,
        boolean allowed,
        long remaining,
        Duration untilNext,
        Duration untilFull) {

    /** Member of {@code RateLimit-Policy}, as draft-ietf-httpapi-ratelimit-headers-11 has it. */
    String policy() {
        var window = Math.max(1, allowance.period().toSeconds());
        return "\"%s\";q=%d;w=%d".formatted(limit.id(), allowance.requests(), window);
    }

    /** Member of {@code RateLimit}. */
    String state() {
        return "\"%s\";r=%d;t=%d"
                .formatted(limit.id(), remaining, untilFull.plusMillis(999).toSeconds());
    }
}
