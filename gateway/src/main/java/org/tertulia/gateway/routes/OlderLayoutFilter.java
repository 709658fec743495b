package org.tertulia.gateway.routes;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives requests of the older path layout today's path, and nothing else. It runs before everything
 * that looks at the path, so that limits, tokens and routes know one layout only.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OlderLayoutFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        var today = OlderLayout.today(path);
        return chain.filter(today.equals(path) ? exchange : at(exchange, today));
    }

    private static ServerWebExchange at(ServerWebExchange exchange, String path) {
        return exchange.mutate().request(request -> request.path(path)).build();
    }
}
