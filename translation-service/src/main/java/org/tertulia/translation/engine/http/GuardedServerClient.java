package org.tertulia.translation.engine.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tertulia.translation.engine.EngineFailed;
import org.tertulia.translation.engine.EngineFailed.Cause;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * A server that translates, within its limits: whatever goes wrong is an {@link EngineFailed}, soon. While it keeps failing,
 * or for as long as it asks for, it is left alone.
 */
final class GuardedServerClient {

    /** Many times the longest text, in the wordiest form; of lists of languages, some thousand. */
    private static final int MAX_ANSWER_BYTES = 256 * 1024;

    /** The breaker looks at so many texts, the last ones. */
    private static final int LOOKED_AT = 10;

    /** And opens after no fewer than these. */
    private static final int AT_LEAST = 4;

    private static final int TRIED_AFTER_PAUSE = 2;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A server may ask for a pause, but not to be forgotten. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** What a server answers that can not keep up: too many requests, and not available. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    /** What it answers when it does not like this one text: bad request, too large, not processable. */
    private static final Set<Integer> REFUSED_TEXT = Set.of(400, 413, 422);

    /** Who waits for a text goes after some two seconds, and has waited long then, whatever the limit. */
    private static final Duration LONG = Duration.ofSeconds(2);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final WebClient web;
    private final Duration timeLimit;
    private final Duration longEnough;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RateLimiter budget;

    GuardedServerClient(String name, URI url, LimitsProperties limits) {
        this.web =
                WebClient.builder()
                        .baseUrl(url.toString())
                        .codecs(it -> it.defaultCodecs().maxInMemorySize(MAX_ANSWER_BYTES))
                        .build();
        this.timeLimit = limits.timeLimit();
        this.longEnough = Collections.min(List.of(timeLimit.dividedBy(2), LONG));
        this.breaker = CircuitBreaker.of(name, breakerConfig(limits));
        this.bulkhead =
                Bulkhead.of(
                        name,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(limits.maxConcurrent())
                                .maxWaitDuration(Duration.ZERO)
                                .build());
        this.budget =
                RateLimiter.of(
                        name,
                        RateLimiterConfig.custom()
                                .limitForPeriod(limits.perMinute())
                                .limitRefreshPeriod(MINUTE)
                                .timeoutDuration(Duration.ZERO)
                                .build());
    }

    private static CircuitBreakerConfig breakerConfig(LimitsProperties limits) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(LOOKED_AT)
                .minimumNumberOfCalls(AT_LEAST)
                .waitDurationInOpenState(limits.pause())
                .permittedNumberOfCallsInHalfOpenState(TRIED_AFTER_PAUSE)
                .ignoreException(GuardedServerClient::saysNothingOfTheServer)
                .build();
    }

    /** It was not asked, or did not like this text. That it refuses us altogether would be said of each. */
    private static boolean saysNothingOfTheServer(Throwable error) {
        return switch (error) {
            case BulkheadFullException _, RequestNotPermitted _ -> true;
            case EngineFailed failed ->
                    failed.getCause() instanceof WebClientResponseException answer
                            && REFUSED_TEXT.contains(answer.getStatusCode().value());
            default -> false;
        };
    }

    WebClient web() {
        return web;
    }

    /**
     * A text to be translated. One that is given up counts against the server as one that took too long, once it has had half
     * of its time, or two seconds.
     */
    <T> Mono<T> translating(Mono<T> call) {
        return waitedFor(bounded(call))
                .transformDeferred(RateLimiterOperator.of(budget))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(GuardedServerClient::failure)
                .doOnError(this::restWhenAsked);
    }

    /** Whoever goes after long enough has not been answered, and the breaker would not learn of it. */
    private <T> Mono<T> waitedFor(Mono<T> call) {
        return Mono.defer(
                () -> {
                    var begun = System.nanoTime();
                    return call.doFinally(end -> learnIfGivenUp(end, begun));
                });
    }

    private void learnIfGivenUp(SignalType end, long begun) {
        var taken = System.nanoTime() - begun;
        if (end == SignalType.CANCEL && taken >= longEnough.toNanos()) {
            breaker.onError(taken, TimeUnit.NANOSECONDS, new TimeoutException("It was given up"));
        }
    }

    /** Something else that is asked, which costs nothing. */
    <T> Mono<T> bounded(Mono<T> call) {
        return call.timeout(timeLimit)
                .switchIfEmpty(Mono.error(() -> Placeholders.garbled("The answer is empty")))
                .onErrorMap(GuardedServerClient::failure);
    }

    private void restWhenAsked(Throwable error) {
        if (error.getCause() instanceof WebClientResponseException answer
                && BUSY.contains(answer.getStatusCode().value())) {
            var asked = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
            // The other form, a date, is not worth our clocks' agreeing.
            if (asked != null && SECONDS.matcher(asked).matches()) {
                var pause = Duration.ofSeconds(Math.max(1, Integer.parseInt(asked)));
                breaker.transitionToOpenStateFor(
                        pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            }
        }
    }

    private static Throwable failure(Throwable error) {
        return switch (error) {
            case EngineFailed already -> already;
            case TimeoutException late -> failed(Cause.TIMEOUT, late);
            case WebClientResponseException answer -> failed(cause(answer), answer);
            case WebClientRequestException away -> failed(Cause.UNAVAILABLE, away);
            case CallNotPermittedException open -> failed(Cause.UNAVAILABLE, open);
            case BulkheadFullException full -> failed(Cause.UNAVAILABLE, full);
            case RequestNotPermitted spent -> failed(Cause.UNAVAILABLE, spent);
            default -> failed(Cause.GARBLED, error);
        };
    }

    private static Cause cause(WebClientResponseException answer) {
        var status = answer.getStatusCode();
        if (status.is2xxSuccessful()) {
            return Cause.GARBLED;
        }
        return status.is4xxClientError() && !BUSY.contains(status.value())
                ? Cause.REFUSED
                : Cause.UNAVAILABLE;
    }

    /** Without what the server said: it may repeat the text, or the key. */
    private static EngineFailed failed(Cause cause, Throwable error) {
        return new EngineFailed(cause, described(error), error);
    }

    private static String described(Throwable error) {
        return error instanceof WebClientResponseException answer
                ? "It answered " + answer.getStatusCode().value()
                : error.getClass().getSimpleName();
    }
}
