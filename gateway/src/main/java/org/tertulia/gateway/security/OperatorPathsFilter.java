package org.tertulia.gateway.security;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/**
 * Keeps the gateway's metrics to this machine: of {@code /actuator} the public sees the health only.
 * Behind a proxy on the same machine nobody counts as local.
 */
@Component
@Order(EdgeOrder.OPERATOR_PATHS)
final class OperatorPathsFilter implements WebFilter {

    private static final PathPattern ACTUATOR = pattern("/actuator/**");
    private static final PathPattern HEALTH = pattern("/actuator/health/**");

    private final ClientConnections connections;

    OperatorPathsFilter(ClientConnections connections) {
        this.connections = connections;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var hidden = ACTUATOR.matches(path) && !HEALTH.matches(path);
        return hidden && !connections.of(exchange.getRequest()).operator()
                ? Mono.error(new ProblemException(ProblemTypes.NOT_FOUND, "No such path."))
                : chain.filter(exchange);
    }

    private static PathPattern pattern(String text) {
        return PathPatternParser.defaultInstance.parse(text);
    }
}
