package org.tertulia.gateway.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tertulia.gateway.media.MediaPaths;
import reactor.core.publisher.Mono;

/**
 * Puts the security headers on every answer, over whatever a service sent. Only the page with the API
 * documents may use inline styles, which Swagger UI needs, and the one that ends digests; no page may run
 * inline scripts, be framed, or load anything from elsewhere. The app may show what the person has picked or recorded and not
 * sent yet ({@code blob:}), and ask for the microphone.
 *
 * <p>What people have sent is never of our origin: it comes in a sandbox, whatever the service says.
 * A policy of the service stands beside ours then; browsers keep to both, so it can only forbid more.
 */
@Component
@Order(EdgeOrder.SECURITY_HEADERS)
final class SecurityHeadersFilter implements WebFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String PERMISSIONS = "Permissions-Policy";
    private static final String NO_MICROPHONE = "microphone=()";
    private static final String NOWHERE =
            "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    /** What is answered, as far as browsers are to treat it differently. */
    private enum Surface {
        APP(
                "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; form-action 'self'; "
                        + NOWHERE,
                "microphone=(self)"),
        DOCS(
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                        + " form-action 'none'; "
                        + NOWHERE,
                NO_MICROPHONE),
        API("default-src 'none'; form-action 'none'; " + NOWHERE, NO_MICROPHONE),
        /** The one page that a service has: a form, which needs no script, sent to where the page is from. */
        FORM(
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; " + NOWHERE,
                NO_MICROPHONE),
        CONTENT(
                "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; "
                        + NOWHERE,
                NO_MICROPHONE);

        private final String policy;
        private final String permissions;

        Surface(String policy, String microphone) {
            this.policy = policy;
            this.permissions = "camera=(), geolocation=(), " + microphone + ", payment=(), usb=()";
        }
    }

    private static final Map<String, String> ALWAYS =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private static final PathPattern CONTENT =
            PathPatternParser.defaultInstance.parse(MediaPaths.CONTENT);

    private static final PathPattern FORM =
            PathPatternParser.defaultInstance.parse("/api/v1/notifications/email/unsubscribe");

    private static final String HSTS = "Strict-Transport-Security";
    private static final String ONE_YEAR = "max-age=31536000";

    private final ClientConnections connections;

    SecurityHeadersFilter(ClientConnections connections) {
        this.connections = connections;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        var surface = surface(exchange.getRequest().getPath());
        var secure = connections.of(exchange.getRequest()).secure();
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> write(response.getHeaders(), surface, secure)));
        return chain.filter(exchange);
    }

    private static void write(HttpHeaders headers, Surface surface, boolean secure) {
        ALWAYS.forEach(headers::set);
        headers.set(PERMISSIONS, surface.permissions);
        if (surface == Surface.FORM) {
            // A form of a page that tells nobody where it is comes from the origin "null", which is
            // nobody's.
            headers.set("Referrer-Policy", "same-origin");
        }
        var policies = new ArrayList<>(List.of(surface.policy));
        if (surface == Surface.CONTENT) {
            policies.addAll(headers.getOrEmpty(POLICY));
        }
        headers.put(POLICY, policies);
        if (secure) {
            headers.set(HSTS, ONE_YEAR);
        } else {
            headers.remove(HSTS);
        }
    }

    private static Surface surface(RequestPath requested) {
        var path = requested.value();
        if (path.equals("/docs") || path.startsWith("/docs/")) {
            return Surface.DOCS;
        }
        if (!path.startsWith("/api/")) {
            return Surface.APP;
        }
        if (FORM.matches(requested.pathWithinApplication())) {
            return Surface.FORM;
        }
        return CONTENT.matches(requested.pathWithinApplication()) ? Surface.CONTENT : Surface.API;
    }
}
