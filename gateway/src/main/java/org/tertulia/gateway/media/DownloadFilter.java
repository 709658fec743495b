package org.tertulia.gateway.media;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets the answers of {@link Passage#DOWNLOAD} routes flow. */
@Component
final class DownloadFilter implements GlobalFilter, Ordered {

    private final MediaTraffic traffic;

    DownloadFilter(MediaTraffic traffic) {
        this.traffic = traffic;
    }

    /** Around what writes the answer. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (Passages.of(exchange.getAttributes()) != Passage.DOWNLOAD) {
            return chain.filter(exchange);
        }
        var response = new FlowingResponse(exchange.getResponse(), traffic);
        return chain.filter(exchange.mutate().response(response).build());
    }
}
