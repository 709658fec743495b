package org.tertulia.gateway.security;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.AllowedOrigins;
import reactor.core.publisher.Mono;

/**
 * Refuses a WebSocket to pages of other origins. Browsers ask no permission before an upgrade, so the
 * {@code Origin} must be a known one even if it equals {@code Host} (RFC 6455, section 10.2).
 */
@Component
@Order(EdgeOrder.UPGRADE_ORIGIN)
final class UpgradeOriginFilter implements WebFilter {

    private final AllowedOrigins origins;

    UpgradeOriginFilter(AllowedOrigins origins) {
        this.origins = origins;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var refused =
                "websocket".equalsIgnoreCase(headers.getUpgrade())
                        && !origins.allows(headers.getFirst(HttpHeaders.ORIGIN));
        return refused
                ? Mono.error(
                        new ProblemException(
                                ProblemTypes.FORBIDDEN,
                                "Pages of this origin may not open a WebSocket here."))
                : chain.filter(exchange);
    }
}
