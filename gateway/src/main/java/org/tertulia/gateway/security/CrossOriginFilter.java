package org.tertulia.gateway.security;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import org.tertulia.starter.security.AllowedOrigins;
import reactor.core.publisher.Mono;

/**
 * CORS for the API: the page's own origin and the allowed ones, without cookies. A request of any
 * other origin is refused as a whole, since a write would take effect even if its answer stays unread.
 */
@Component
@Order(EdgeOrder.CROSS_ORIGIN)
final class CrossOriginFilter implements WebFilter {

    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration rules;

    CrossOriginFilter(AllowedOrigins origins) {
        this.rules = new Rules(origins);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!API.matches(request.getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        if (!processor.process(rules, exchange)) {
            return Mono.error(
                    new ProblemException(
                            ProblemTypes.FORBIDDEN, "Pages of this origin may not ask here."));
        }
        return CorsUtils.isPreFlightRequest(request)
                ? exchange.getResponse().setComplete()
                : chain.filter(exchange);
    }

    private static final class Rules extends CorsConfiguration {

        private static final Duration REMEMBERED = Duration.ofMinutes(30);

        private static final List<String> METHODS =
                List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

        private static final List<String> ASKED =
                List.of(
                        "Authorization",
                        "Content-Type",
                        "Idempotency-Key",
                        "If-Match",
                        "If-None-Match",
                        "If-Range",
                        "Range",
                        "traceparent");

        private static final List<String> ANSWERED =
                List.of(
                        "Accept-Ranges",
                        "Content-Disposition",
                        "Content-Range",
                        "ETag",
                        "Location",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Retry-After");

        /** What a client of tus 1.0 asks with. */
        private static final List<String> TUS_ASKED =
                List.of(
                        "Tus-Resumable",
                        "Upload-Checksum",
                        "Upload-Length",
                        "Upload-Metadata",
                        "Upload-Offset");

        /** What it is answered with. */
        private static final List<String> TUS_ANSWERED =
                List.of(
                        "Tus-Checksum-Algorithm",
                        "Tus-Extension",
                        "Tus-Max-Size",
                        "Tus-Resumable",
                        "Tus-Version",
                        "Upload-Expires",
                        "Upload-Length",
                        "Upload-Metadata",
                        "Upload-Offset");

        private final AllowedOrigins origins;

        Rules(AllowedOrigins origins) {
            this.origins = origins;
            setAllowedMethods(METHODS);
            setAllowedHeaders(ASKED);
            TUS_ASKED.forEach(this::addAllowedHeader);
            setExposedHeaders(ANSWERED);
            TUS_ANSWERED.forEach(this::addExposedHeader);
            setMaxAge(REMEMBERED);
        }

        @Override
        public @Nullable String checkOrigin(@Nullable String origin) {
            return origin != null && origins.allows(origin) ? origin : null;
        }
    }
}
