package org.tertulia.gateway.ratelimit;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Adjusts the limits of {@link RateLimit}.
 *
 * @param enabled whether anything is limited
 * @param scale all limits times this, for load tests and for many people behind one address
 * @param maxBuckets how many addresses and people are counted at a time; the least recent are forgotten
 * @param limits allowances that replace the standard ones
 */
@ConfigurationProperties("tertulia.gateway.ratelimit")
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1") long scale,
        @DefaultValue("200000") long maxBuckets,
        @DefaultValue Map<RateLimit, Allowance> limits) {

    RateLimitProperties {
        limits = Map.copyOf(limits);
    }

    Allowance allowance(RateLimit limit) {
        return limits.getOrDefault(limit, limit.standard()).times(scale);
    }
}
