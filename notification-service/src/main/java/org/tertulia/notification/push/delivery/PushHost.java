package org.tertulia.notification.push.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import org.tertulia.starter.egress.OutgoingHttp;
import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

/**
 * One push service: its circuit breaker, and connections that nobody else's requests go over, since one that was made for
 * another name proves nothing of this one.
 */
final class PushHost {

    private final CircuitBreaker breaker;
    private final ConnectionProvider connections;
    private final OutgoingHttp http;

    PushHost(CircuitBreaker breaker, ConnectionProvider connections, OutgoingHttp http) {
        this.breaker = breaker;
        this.connections = connections;
        this.http = http;
    }

    OutgoingHttp http() {
        return http;
    }

    /** Asks it, unless it keeps failing. */
    Mono<PushOutcome> guard(Mono<PushOutcome> asking) {
        return Mono.defer(
                () ->
                        breaker.tryAcquirePermission()
                                ? counted(asking)
                                : Mono.just(new PushOutcome.Resting()));
    }

    private Mono<PushOutcome> counted(Mono<PushOutcome> asking) {
        var began = breaker.getCurrentTimestamp();
        return asking.doOnNext(outcome -> count(began, outcome))
                .doOnError(error -> breaker.onError(elapsed(began), unit(), error))
                .doOnCancel(breaker::releasePermission);
    }

    private void count(long began, PushOutcome outcome) {
        if (outcome instanceof PushOutcome.Later later && later.broken()) {
            breaker.onError(elapsed(began), unit(), new IllegalStateException(later.reason()));
        } else {
            breaker.onSuccess(elapsed(began), unit());
        }
    }

    private long elapsed(long began) {
        return breaker.getCurrentTimestamp() - began;
    }

    private TimeUnit unit() {
        return breaker.getTimestampUnit();
    }

    void close() {
        connections.dispose();
    }
}
