package org.tertulia.starter.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the bearer token of a request: in {@code Authorization}, or, on a WebSocket upgrade, in the
 * offered subprotocol {@code bearer.<jwt>}, since browsers can set no headers there. Never in the
 * URL (RFC 6750, section 5.3).
 */
final class BearerTokenReader implements ServerAuthenticationConverter {

    private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";
    private static final String PREFIX = "bearer.";

    private final ServerBearerTokenAuthenticationConverter header =
            new ServerBearerTokenAuthenticationConverter();

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return header.convert(exchange)
                .switchIfEmpty(Mono.defer(() -> subprotocol(exchange.getRequest())));
    }

    private static Mono<Authentication> subprotocol(ServerHttpRequest request) {
        if (!"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(offered(request)).map(BearerTokenAuthenticationToken::new);
    }

    private static @Nullable String offered(ServerHttpRequest request) {
        for (var line : request.getHeaders().getOrEmpty(SUBPROTOCOLS)) {
            for (var protocol : line.split(",", -1)) {
                var name = protocol.strip();
                if (name.startsWith(PREFIX)) {
                    return name.substring(PREFIX.length());
                }
            }
        }
        return null;
    }
}
