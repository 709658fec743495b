package org.tertulia.gateway.routes;

import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tertulia.gateway.media.Passage;
import org.tertulia.gateway.media.Passages;
import org.tertulia.gateway.media.RequestTimeout;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes in the whole body before a service is asked. So a body over the limit reaches no service, a
 * slow sender occupies none, and a request whose connection was refused can be sent again. Answers
 * payload-too-large, or request-timeout when the body does not come. Uploads are let through as they are.
 */
@Component
final class RequestBodyFilter implements GlobalFilter, Ordered {

    /** Guessed: a phone on a bad line sends 64 KiB in a few seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final RouteProperties properties;

    RequestBodyFilter(RouteProperties properties) {
        this.properties = properties;
    }

    /** Ahead of everything that sends. */
    @Override
    public int getOrder() {
        return -100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (Passages.of(exchange.getAttributes()) == Passage.UPLOAD) {
            return chain.filter(exchange);
        }
        var headers = exchange.getRequest().getHeaders();
        var declared = headers.getContentLength();
        if (declared > limit()) {
            return Mono.error(tooLarge());
        }
        if (!Passages.hasBody(headers)) {
            return chain.filter(exchange);
        }
        return body(exchange.getRequest())
                .map(bytes -> carrying(exchange, bytes))
                .flatMap(chain::filter);
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), limit())
                .map(RequestBodyFilter::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(PATIENCE, Mono.error(RequestBodyFilter::tooSlow))
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge());
    }

    private int limit() {
        return Math.toIntExact(properties.maxBody().toBytes());
    }

    private static byte[] bytes(DataBuffer joined) {
        var bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }

    private static ServerWebExchange carrying(ServerWebExchange exchange, byte[] body) {
        var factory = exchange.getResponse().bufferFactory();
        return exchange.mutate().request(new Taken(exchange.getRequest(), factory, body)).build();
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemTypes.PAYLOAD_TOO_LARGE,
                "A body may have " + properties.maxBody().toBytes() + " bytes here.");
    }

    private static ProblemException tooSlow() {
        return new RequestTimeout("The body did not arrive within " + PATIENCE.toSeconds() + " s.");
    }

    /** A request whose body can be read again and again. */
    private static final class Taken extends ServerHttpRequestDecorator {

        private final DataBufferFactory factory;
        private final byte[] body;
        private final HttpHeaders headers = new HttpHeaders();

        Taken(ServerHttpRequest request, DataBufferFactory factory, byte[] body) {
            super(request);
            this.factory = factory;
            this.body = body;
            headers.addAll(request.getHeaders());
            headers.remove(HttpHeaders.TRANSFER_ENCODING);
            headers.setContentLength(body.length);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0
                    ? Flux.empty()
                    : Flux.defer(() -> Flux.just(factory.wrap(body)));
        }
    }
}
