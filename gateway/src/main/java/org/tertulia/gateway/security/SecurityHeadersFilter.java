package org.tertulia.gateway.security;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts the security headers on every answer, over whatever a service sent. Only the page with the API
 * documents may use inline styles, which Swagger UI needs; no page may run inline scripts, be framed,
 * or load anything from elsewhere.
 */
@Component
@Order(EdgeOrder.SECURITY_HEADERS)
final class SecurityHeadersFilter implements WebFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOWHERE =
            "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final String APP_POLICY = "default-src 'self'; form-action 'self'; " + NOWHERE;
    private static final String DOCS_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " form-action 'none'; "
                    + NOWHERE;
    private static final String API_POLICY = "default-src 'none'; form-action 'none'; " + NOWHERE;

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Permissions-Policy",
                            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private static final String HSTS = "Strict-Transport-Security";
    private static final String ONE_YEAR = "max-age=31536000";

    private final ClientConnections connections;

    SecurityHeadersFilter(ClientConnections connections) {
        this.connections = connections;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        var path = exchange.getRequest().getPath().value();
        var secure = connections.of(exchange.getRequest()).secure();
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> write(response.getHeaders(), path, secure)));
        return chain.filter(exchange);
    }

    private static void write(HttpHeaders headers, String path, boolean secure) {
        ALWAYS.forEach(headers::set);
        headers.set(POLICY, policy(path));
        if (secure) {
            headers.set(HSTS, ONE_YEAR);
        } else {
            headers.remove(HSTS);
        }
    }

    private static String policy(String path) {
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return DOCS_POLICY;
        }
        return path.startsWith("/api/") ? API_POLICY : APP_POLICY;
    }
}
