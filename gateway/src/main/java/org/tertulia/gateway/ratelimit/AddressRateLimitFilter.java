package org.tertulia.gateway.ratelimit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tertulia.gateway.media.MediaPaths;
import org.tertulia.gateway.security.ClientConnections;
import org.tertulia.gateway.security.EdgeOrder;
import reactor.core.publisher.Mono;

/** Limits what comes from one address, before anything is spent on it. Answers rate-limited. */
@Component
@Order(EdgeOrder.ADDRESS_LIMIT)
final class AddressRateLimitFilter implements WebFilter {

    private record Narrow(RateLimit limit, Set<HttpMethod> methods, PathPattern path) {

        boolean covers(ServerHttpRequest request) {
            return methods.contains(request.getMethod())
                    && path.matches(request.getPath().pathWithinApplication());
        }
    }

    private static final Set<HttpMethod> POST = Set.of(HttpMethod.POST);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Patterns, not text: a route matches {@code %6cogin} as well. */
    private static final List<Narrow> NARROW =
            List.of(
                    new Narrow(RateLimit.LOGIN, POST, pattern("/api/v1/auth/login")),
                    new Narrow(RateLimit.REGISTER, POST, pattern("/api/v1/auth/register")),
                    new Narrow(RateLimit.REFRESH, POST, pattern("/api/v1/auth/refresh")),
                    new Narrow(
                            RateLimit.MAIL_LINK,
                            POST,
                            pattern("/api/v1/notifications/email/confirmations")),
                    new Narrow(
                            RateLimit.MAIL_LINK,
                            POST,
                            pattern("/api/v1/notifications/email/unsubscribe")),
                    new Narrow(RateLimit.CALENDAR, READS, pattern("/api/v1/reminders/feed/*.ics")));

    private static final PathPattern CONTENT = pattern(MediaPaths.CONTENT);

    private final RateLimits limits;
    private final ClientConnections connections;

    AddressRateLimitFilter(RateLimits limits, ClientConnections connections) {
        this.limits = limits;
        this.connections = connections;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!limits.enabled()) {
            return chain.filter(exchange);
        }
        var request = exchange.getRequest();
        var verdicts = verdicts(request);
        RateLimitHeaders.announce(request, exchange.getResponse(), verdicts);
        return verdicts.stream().allMatch(Verdict::allowed)
                ? chain.filter(exchange)
                : Mono.error(RateLimitHeaders.problem(verdicts));
    }

    private List<Verdict> verdicts(ServerHttpRequest request) {
        var network = connections.of(request).network();
        var verdicts = new ArrayList<Verdict>();
        verdicts.add(
                limits.take(isContent(request) ? RateLimit.CONTENT : RateLimit.ADDRESS, network));
        for (var narrow : NARROW) {
            if (narrow.covers(request)) {
                verdicts.add(limits.take(narrow.limit(), network));
            }
        }
        return verdicts;
    }

    /** Whether {@code request} is for the bytes of a file. */
    static boolean isContent(ServerHttpRequest request) {
        return READS.contains(request.getMethod())
                && CONTENT.matches(request.getPath().pathWithinApplication());
    }

    private static PathPattern pattern(String text) {
        return PathPatternParser.defaultInstance.parse(text);
    }
}
