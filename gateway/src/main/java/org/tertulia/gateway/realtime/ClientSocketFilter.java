package org.tertulia.gateway.realtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Completes the handshake with the client once message-service has accepted, with the subprotocol it
 * chose, and relays until both sides are closed. When the gateway stops, clients are told 1012 before
 * the server goes down: they may come back at once.
 */
@Component
final class ClientSocketFilter implements GlobalFilter, Ordered, SmartLifecycle {

    static final String SERVICE = ClientSocketFilter.class.getName() + ".service";

    private static final WebSocketCloseStatus GATEWAY_RESTART =
            new WebSocketCloseStatus(1012, "gateway restart");

    private final RealtimeProperties properties;
    private final AtomicInteger open;
    private volatile Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    ClientSocketFilter(RealtimeProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.open = meters.gauge("gateway.realtime.open", new AtomicInteger());
    }

    /** Where ordinary answers are written as well. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .then(Mono.defer(() -> upgrade(exchange)))
                .doOnError(_ -> release(exchange))
                .doOnCancel(() -> release(exchange));
    }

    /** Done when the handshake is; the relay goes on by itself from there. */
    private Mono<Void> upgrade(ServerWebExchange exchange) {
        Peer service = exchange.getAttribute(SERVICE);
        if (service == null) {
            return Mono.empty();
        }
        HttpServerResponse response =
                ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        var accept =
                Mono.defer(
                        () ->
                                response.sendWebsocket(
                                        (in, _) -> relay(new Peer((Connection) in), service),
                                        specification(service)));
        return exchange.getResponse()
                .setComplete()
                .then(accept)
                .subscribeOn(ClientLoop.of(exchange.getResponse()));
    }

    private WebsocketServerSpec specification(Peer service) {
        var specification =
                WebsocketServerSpec.builder()
                        .handlePing(true)
                        .maxFramePayloadLength(properties.clientFrameBytes());
        var protocol = service.subprotocol();
        if (protocol != null) {
            specification.protocols(protocol);
        }
        return specification.build();
    }

    private Mono<Void> relay(Peer client, Peer service) {
        StallGuard.watch(client.connection(), properties.stall());
        var stop =
                stopping.asMono()
                        .then(Mono.defer(() -> client.close(GATEWAY_RESTART)))
                        .or(client.connection().onTerminate());
        return Mono.when(RealtimeRelay.between(client, service), stop)
                .doOnSubscribe(_ -> open.incrementAndGet())
                .doFinally(
                        _ -> {
                            open.decrementAndGet();
                            service.connection().dispose();
                        });
    }

    /** The client left between the two handshakes. */
    private static void release(ServerWebExchange exchange) {
        Peer service = exchange.getAttribute(SERVICE);
        if (service != null) {
            service.connection().dispose();
        }
    }

    @Override
    public void start() {
        stopping = Sinks.empty();
        running = true;
    }

    /** Comes before the server's own shutdown, which would wait for the sockets. */
    @Override
    public void stop() {
        running = false;
        stopping.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
