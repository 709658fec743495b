package org.tertulia.gateway.fallback;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.stereotype.Component;

/**
 * One circuit breaker for each route and instance: an instance that hangs is left alone for a moment
 * while its route goes on with the others. Answers of a service never open it, whatever their status.
 */
@Component
final class InstanceBreakers {

    private static final int WINDOW = 10;
    private static final int PROBES = 2;

    /** Instances come and go with their ports. */
    private static final int MOST = 1_000;

    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final CircuitBreakerConfig config;
    private final Cache<String, CircuitBreaker> breakers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN).build();

    InstanceBreakers(UpstreamProperties properties) {
        this.config =
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(properties.failuresToRest())
                        .failureRateThreshold(100f * properties.failuresToRest() / WINDOW)
                        .waitDurationInOpenState(properties.rest())
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .recordException(error -> UpstreamFailure.of(error).blamesInstance())
                        .build();
    }

    CircuitBreaker of(String route, ServiceInstance instance) {
        var name = route + "@" + UpstreamCall.address(instance);
        return breakers.get(name, key -> CircuitBreaker.of(key, config));
    }
}
