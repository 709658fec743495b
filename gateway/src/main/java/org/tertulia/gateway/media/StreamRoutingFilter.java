package org.tertulia.gateway.media;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tertulia.gateway.media.BodyFlow.Side;
import org.tertulia.gateway.media.MediaTraffic.Direction;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Asks services for files, and passes files on to them, in the way the gateway asks for everything, but with limits that
 * suit bodies of any length: what ends a transfer is that nothing moves.
 */
@Component
final class StreamRoutingFilter extends NettyRoutingFilter {

    private final MediaTraffic traffic;

    StreamRoutingFilter(
            HttpClient client,
            ObjectProvider<List<HttpHeadersFilter>> headersFilters,
            HttpClientProperties clientProperties,
            MediaTraffic traffic) {
        super(client, headersFilters, clientProperties);
        this.traffic = traffic;
    }

    /** Ahead of the one for everything, which leaves alone what was asked already. */
    @Override
    public int getOrder() {
        return ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return switch (Passages.of(exchange.getAttributes())) {
            case WHOLE -> chain.filter(exchange);
            case DOWNLOAD -> super.filter(exchange, chain);
            case UPLOAD ->
                    Passages.hasBody(exchange.getRequest().getHeaders())
                            ? upload(exchange, chain)
                            : super.filter(exchange, chain);
        };
    }

    private Mono<Void> upload(ServerWebExchange exchange, GatewayFilterChain chain) {
        var flow = traffic.begin(Direction.UP);
        var request = new FlowingRequest(exchange.getRequest(), flow);
        var passing = super.filter(exchange.mutate().request(request).build(), chain);
        return traffic.counted(Direction.UP, flow.watched(passing, this::giveUp));
    }

    /** What came is kept by the service; the client asks it how much that was. */
    private Mono<Void> giveUp(Side side) {
        return Mono.error(
                traffic.clientStalled(Direction.UP, side)
                        ? new RequestTimeout(
                                "Nothing of the body came for %d s."
                                        .formatted(traffic.stall().toSeconds()))
                        : new TimeoutException("The service takes nothing of the body."));
    }

    /**
     * The client of this request. A download is watched by its flow and by nothing else. Of an upload the time to the
     * answer counts from its last byte on; nothing of it is sent a second time, since it can be read only once.
     */
    @Override
    protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
        var client = super.getHttpClient(route, exchange);
        if (Passages.of(exchange.getAttributes()) == Passage.DOWNLOAD) {
            return client.responseTimeout(null);
        }
        var patient = client.responseTimeout(traffic.answer());
        return exchange.getRequest() instanceof FlowingRequest request
                ? patient.disableRetry(true)
                        .doOnRequest((_, connection) -> request.leadsTo(connection.channel()))
                : patient;
    }
}
