package org.tertulia.gateway.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers every address of the web app with its one page, which then shows the right view: a link into
 * a chat works when it is opened anew. Addresses of files and of the gateway's other parts are not its.
 */
@Component
@Order(0)
final class SinglePageFilter implements WebFilter {

    /** First segments that are not the app's; {@code /v1} is the older layout of the API. */
    private static final Set<String> NOT_THE_APP =
            Set.of("api", "v1", "docs", "assets", "actuator", ".well-known", "livez", "readyz");

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final @Nullable PageHandler page;

    SinglePageFilter() {
        var index = new ClassPathResource("static/index.html");
        this.page = index.exists() ? PageHandler.of(index) : null;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return page != null && isForTheApp(exchange.getRequest())
                ? page.write(exchange)
                : chain.filter(exchange);
    }

    private static boolean isForTheApp(ServerHttpRequest request) {
        return READS.contains(request.getMethod())
                && isView(segments(request))
                && acceptsHtml(request);
    }

    private static boolean isView(List<String> segments) {
        if (segments.isEmpty() || segments.equals(List.of("index.html"))) {
            return true;
        }
        return !NOT_THE_APP.contains(segments.getFirst()) && !segments.getLast().contains(".");
    }

    private static List<String> segments(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(PathSegment.class::cast)
                .map(PathSegment::valueToMatch)
                .toList();
    }

    private static boolean acceptsHtml(ServerHttpRequest request) {
        var accepted = request.getHeaders().getAccept();
        return accepted.isEmpty()
                || accepted.stream().anyMatch(MediaType.TEXT_HTML::isCompatibleWith);
    }
}
