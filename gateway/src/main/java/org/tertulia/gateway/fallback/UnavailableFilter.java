package org.tertulia.gateway.fallback;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * The fallback of every route: whatever way a service is away becomes a service-unavailable problem
 * with {@code Retry-After}. An answer that breaks off after its head is out can only be cut, and must be:
 * a service that was reset looks like a client that has left, whose answer the framework takes for
 * complete, and the client would wait for the rest.
 */
@Component
final class UnavailableFilter implements GlobalFilter, Ordered {

    /** A restarted service is routed to again within this. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Around what writes the answer, since that is where a body breaks off. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorMap(
                        error -> UpstreamFailure.of(error) != UpstreamFailure.OTHER,
                        error -> unavailable(exchange, error));
    }

    private static Throwable unavailable(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            cut(exchange.getResponse());
            return error;
        }
        ServerWebExchangeUtils.reset(exchange);
        var what =
                switch (UpstreamFailure.of(error)) {
                    case TIMED_OUT -> "does not answer in time";
                    case NOT_SENT, NO_INSTANCE -> "is not there";
                    case PERHAPS_SENT -> "broke off";
                    case OTHER -> "failed";
                };
        return new ProblemException(
                        ProblemTypes.SERVICE_UNAVAILABLE,
                        "The " + service(exchange) + " " + what + ". Try again in a moment.")
                .retryAfter(RETRY_AFTER);
    }

    private static void cut(ServerHttpResponse response) {
        if (ServerHttpResponseDecorator.getNativeResponse(response)
                instanceof Connection connection) {
            var _ = connection.channel().close();
        }
    }

    private static String service(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        URI uri = route.getUri();
        var host =
                uri.getHost() == null
                        ? URI.create(uri.getSchemeSpecificPart()).getHost()
                        : uri.getHost();
        return host.toLowerCase(Locale.ROOT);
    }
}
