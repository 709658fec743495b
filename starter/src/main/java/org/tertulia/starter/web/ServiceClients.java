package org.tertulia.starter.web;

import java.time.Duration;
import org.springframework.cloud.client.circuitbreaker.ReactiveCircuitBreakerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/** Calls to other services: found by discovery, bounded in time, behind a circuit breaker each. */
public final class ServiceClients {

    /** How long a call may take before it counts as failed. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final WebClient direct;
    private final WebClient loadBalanced;
    private final ReactiveCircuitBreakerFactory<?, ?> breakers;

    ServiceClients(
            WebClient direct,
            WebClient loadBalanced,
            ReactiveCircuitBreakerFactory<?, ?> breakers) {
        this.direct = direct;
        this.loadBalanced = loadBalanced;
        this.breakers = breakers;
    }

    /** A client whose relative paths go to an instance of {@code serviceId}. */
    public WebClient to(String serviceId) {
        return loadBalanced.mutate().baseUrl("http://" + serviceId).build();
    }

    /** A client whose host names are service ids. */
    public WebClient loadBalanced() {
        return loadBalanced;
    }

    /** A client that takes host names as they are. */
    public WebClient direct() {
        return direct;
    }

    /**
     * {@code call}, given up after {@link #TIMEOUT} and not even begun while the service keeps failing.
     * Answers of 4xx pass through as {@link WebClientResponseException}; everything else that goes wrong
     * is a service-unavailable {@link ProblemException}.
     */
    public <T> Mono<T> guard(String serviceId, Mono<T> call) {
        return breakers.create(serviceId)
                .run(call.timeout(TIMEOUT), error -> Mono.error(translated(serviceId, error)));
    }

    private static Throwable translated(String serviceId, Throwable error) {
        if (error instanceof WebClientResponseException e && e.getStatusCode().is4xxClientError()) {
            return e;
        }
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "The " + serviceId + " is away for the moment.")
                .retryAfter(TIMEOUT);
    }
}
