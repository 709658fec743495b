package org.tertulia.gateway.security;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells the services who asks, in {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. What the
 * client itself wrote into such headers goes no further: services believe the gateway. It comes last,
 * after the filters of the framework that drop these headers.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class ForwardingHeadersFilter implements HttpHeadersFilter {

    private static final Set<String> DROPPED = Set.of("forwarded", "x-real-ip");

    private final ClientConnections connections;

    ForwardingHeadersFilter(ClientConnections connections) {
        this.connections = connections;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var output = new HttpHeaders();
        input.forEach(
                (name, values) -> {
                    if (!isForwarding(name.toLowerCase(Locale.ROOT))) {
                        output.addAll(name, values);
                    }
                });
        var client = connections.of(exchange.getRequest());
        output.set(ClientConnections.FORWARDED_FOR, client.address().getHostAddress());
        output.set(ClientConnections.FORWARDED_PROTO, client.scheme());
        if (client.host() != null) {
            output.set(ClientConnections.FORWARDED_HOST, client.host());
        }
        return output;
    }

    private static boolean isForwarding(String name) {
        return DROPPED.contains(name) || name.startsWith("x-forwarded-");
    }
}
