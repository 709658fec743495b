package org.tertulia.gateway.ratelimit;

import java.security.Principal;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tertulia.gateway.media.MediaPaths;
import org.tertulia.gateway.security.EdgeOrder;
import reactor.core.publisher.Mono;

/** Limits what one person asks from wherever, after the token is checked. Answers rate-limited. */
@Component
@Order(EdgeOrder.PERSON_LIMIT)
final class PersonRateLimitFilter implements WebFilter {

    private static final PathPattern UPLOADS =
            PathPatternParser.defaultInstance.parse(MediaPaths.UPLOADS);

    /** What makes engines work; languages, preferences and words do not. */
    private static final List<PathPattern> TRANSLATIONS =
            List.of(
                    PathPatternParser.defaultInstance.parse("/api/v1/translate"),
                    PathPatternParser.defaultInstance.parse("/api/v1/translate/batch"),
                    PathPatternParser.defaultInstance.parse("/api/v1/chats/*/translations"));

    private final RateLimits limits;

    PersonRateLimitFilter(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!limits.enabled()) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .map(person -> verdicts(exchange, person))
                .defaultIfEmpty(List.of())
                .flatMap(verdicts -> proceed(exchange, chain, verdicts));
    }

    private List<Verdict> verdicts(ServerWebExchange exchange, String person) {
        var request = exchange.getRequest();
        if (AddressRateLimitFilter.isContent(request)) {
            return List.of();
        }
        var verdict = limits.take(limit(request), person);
        return isTranslation(request)
                ? List.of(verdict, limits.take(RateLimit.TRANSLATION, person))
                : List.of(verdict);
    }

    private static boolean isTranslation(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        return TRANSLATIONS.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static RateLimit limit(ServerHttpRequest request) {
        if ("websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            return RateLimit.REALTIME;
        }
        var upload = UPLOADS.matches(request.getPath().pathWithinApplication());
        return upload ? RateLimit.UPLOAD : RateLimit.PERSON;
    }

    private static Mono<Void> proceed(
            ServerWebExchange exchange, WebFilterChain chain, List<Verdict> verdicts) {
        RateLimitHeaders.announce(exchange.getRequest(), exchange.getResponse(), verdicts);
        return verdicts.stream().allMatch(Verdict::allowed)
                ? chain.filter(exchange)
                : Mono.error(RateLimitHeaders.problem(verdicts));
    }
}
