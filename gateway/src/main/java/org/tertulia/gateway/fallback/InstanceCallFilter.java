package org.tertulia.gateway.fallback;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asks the chosen instance, if it does not rest, for as long as the deadline of the call leaves. A call without a deadline
 * passes no breaker: it might hold for hours one of the few permissions by which a breaker finds out that its instance
 * is well again.
 */
@Component
final class InstanceCallFilter implements GlobalFilter, Ordered {

    private final InstanceBreakers breakers;

    InstanceCallFilter(InstanceBreakers breakers) {
        this.breakers = breakers;
    }

    /** As soon as the instance is known. */
    @Override
    public int getOrder() {
        return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var call = UpstreamCall.of(exchange.getAttributes());
        Response<ServiceInstance> chosen =
                exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        if (call == null || chosen == null) {
            return chain.filter(exchange);
        }
        var instance = Objects.requireNonNull(chosen.getServer());
        call.asks(instance);
        if (call.isOpenEnded()) {
            return chain.filter(exchange);
        }
        return guarded(breakers.of(route(exchange), instance), call, chain.filter(exchange));
    }

    private static Mono<Void> guarded(
            CircuitBreaker breaker, UpstreamCall call, Mono<Void> asking) {
        if (!breaker.tryAcquirePermission()) {
            return Mono.error(new InstanceResting(breaker.getName()));
        }
        var began = breaker.getCurrentTimestamp();
        return call.limited(asking, Duration.ZERO)
                .doOnSuccess(_ -> breaker.onSuccess(elapsed(breaker, began), unit(breaker)))
                .doOnError(error -> breaker.onError(elapsed(breaker, began), unit(breaker), error))
                .doOnCancel(breaker::releasePermission);
    }

    private static long elapsed(CircuitBreaker breaker, long began) {
        return breaker.getCurrentTimestamp() - began;
    }

    private static TimeUnit unit(CircuitBreaker breaker) {
        return breaker.getTimestampUnit();
    }

    private static String route(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route.getId();
    }
}
