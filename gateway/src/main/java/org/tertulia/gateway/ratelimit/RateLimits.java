package org.tertulia.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts requests in token buckets, one for each limit and caller. Memory is bounded: a caller who was
 * away for a whole period has a full bucket again, so his old one is forgotten.
 */
@Component
final class RateLimits {

    private record Caller(RateLimit limit, String key) {}

    private final RateLimitProperties properties;
    private final TimeMeter time;
    private final Cache<Caller, Bucket> buckets;

    @Autowired
    RateLimits(RateLimitProperties properties) {
        this(properties, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(RateLimitProperties properties, TimeMeter time) {
        this.properties = properties;
        this.time = time;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(properties.maxBuckets())
                        .expireAfterAccess(longestPeriod(properties))
                        .build();
    }

    boolean enabled() {
        return properties.enabled();
    }

    /** Takes one request from what {@code key} may ask under {@code limit}. */
    Verdict take(RateLimit limit, String key) {
        var allowance = properties.allowance(limit);
        var bucket = buckets.get(new Caller(limit, key), _ -> bucket(allowance));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Verdict(
                limit,
                allowance,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    private Bucket bucket(Allowance allowance) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(
                        limit ->
                                limit.capacity(allowance.requests())
                                        .refillGreedy(allowance.requests(), allowance.period()))
                .build();
    }

    private static Duration longestPeriod(RateLimitProperties properties) {
        return Arrays.stream(RateLimit.values())
                .map(limit -> properties.allowance(limit).period())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
