package org.tertulia.gateway.fallback;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tertulia.gateway.media.MediaProperties;
import org.tertulia.gateway.media.Passages;
import reactor.core.publisher.Mono;

/**
 * Asks the next instance when one is not there: always when nothing was sent, and when the connection
 * broke only for requests that may be repeated. A timeout is final, since no time is left then. The body of an
 * upload may take any time; whether it moves is watched where it passes.
 */
@Component
final class FailoverFilter implements GlobalFilter, Ordered {

    private static final Logger log = LoggerFactory.getLogger(FailoverFilter.class);

    /** Idempotent methods (RFC 9110, section 9.2.2). */
    private static final Set<HttpMethod> REPEATABLE =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.OPTIONS,
                    HttpMethod.PUT,
                    HttpMethod.DELETE);

    /** The call itself keeps the deadline; this is for the register, should it not answer. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final UpstreamProperties properties;
    private final MediaProperties media;
    private final MeterRegistry meters;

    FailoverFilter(UpstreamProperties properties, MediaProperties media, MeterRegistry meters) {
        this.properties = properties;
        this.media = media;
        this.meters = meters;
    }

    /** Around the choice of an instance. */
    @Override
    public int getOrder() {
        return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI service =
                exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        var call = UpstreamCall.begin(exchange.getAttributes(), limit(exchange));
        return call.limited(ask(exchange, chain, service, null), GRACE);
    }

    /** To the head of the answer. A queue in the background waits for that of an upload, and nobody else. */
    private @Nullable Duration limit(ServerWebExchange exchange) {
        return switch (Passages.of(exchange.getAttributes())) {
            case WHOLE, DOWNLOAD -> properties.deadline();
            case UPLOAD ->
                    Passages.hasBody(exchange.getRequest().getHeaders()) ? null : media.answer();
        };
    }

    private Mono<Void> ask(
            ServerWebExchange exchange,
            GatewayFilterChain chain,
            URI service,
            @Nullable Throwable before) {
        return Mono.defer(() -> chain.filter(addressed(exchange, service)))
                .onErrorResume(error -> next(exchange, chain, service, error, before));
    }

    private Mono<Void> next(
            ServerWebExchange exchange,
            GatewayFilterChain chain,
            URI service,
            Throwable error,
            @Nullable Throwable before) {
        var failure = UpstreamFailure.of(error);
        if (failure == UpstreamFailure.NO_INSTANCE && before != null) {
            return Mono.error(before);
        }
        note(exchange, failure, error);
        return mayAskAnother(exchange.getRequest(), failure)
                ? ask(exchange, chain, service, error)
                : Mono.error(error);
    }

    private static boolean mayAskAnother(ServerHttpRequest request, UpstreamFailure failure) {
        return switch (failure) {
            case NOT_SENT -> true;
            case PERHAPS_SENT -> isRepeatable(request);
            case TIMED_OUT, NO_INSTANCE, OTHER -> false;
        };
    }

    /** Repeated after it took effect, a conditional request would contradict itself with a 412. */
    private static boolean isRepeatable(ServerHttpRequest request) {
        return REPEATABLE.contains(request.getMethod())
                && !request.getHeaders().containsHeader(HttpHeaders.IF_MATCH);
    }

    /** The exchange as it was before an instance was chosen. */
    private static ServerWebExchange addressed(ServerWebExchange exchange, URI service) {
        ServerWebExchangeUtils.reset(exchange);
        exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, service);
        return exchange;
    }

    private void note(ServerWebExchange exchange, UpstreamFailure failure, Throwable error) {
        if (exchange.getAttributes().remove(ServerWebExchangeUtils.GATEWAY_OBSERVATION_ATTR)
                instanceof Observation observation) {
            observation.error(error).stop();
        }
        if (failure == UpstreamFailure.OTHER) {
            return;
        }
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var kind = failure.name().toLowerCase(Locale.ROOT);
        meters.counter("gateway.upstream.fail", "route", route.getId(), "kind", kind).increment();
        log.info("Route {}: {}: {}", route.getId(), kind, error.toString());
    }
}
