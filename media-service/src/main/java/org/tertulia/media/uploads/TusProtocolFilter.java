package org.tertulia.media.uploads;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What tus 1.0 wants of every request and every answer, errors included. */
@Component
final class TusProtocolFilter implements WebFilter {

    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";

    private final UploadProperties properties;

    TusProtocolFilter(UploadProperties properties) {
        this.properties = properties;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!request.getPath().value().startsWith(TusController.PATH)) {
            return chain.filter(exchange);
        }
        var headers = exchange.getResponse().getHeaders();
        headers.set(RESUMABLE, VERSION);
        headers.set("Tus-Version", VERSION);
        headers.set("Tus-Max-Size", Long.toString(properties.maxSize().toBytes()));
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        var speaks = VERSION.equals(request.getHeaders().getFirst(RESUMABLE));
        return speaks || HttpMethod.OPTIONS.equals(request.getMethod())
                ? chain.filter(exchange)
                : Mono.error(new WrongTusVersion());
    }
}
