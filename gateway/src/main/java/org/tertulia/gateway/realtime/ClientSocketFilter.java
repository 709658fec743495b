package org.tertulia.gateway.realtime;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tertulia.gateway.realtime.ServiceAnswer.Refused;
import org.tertulia.gateway.realtime.ServiceAnswer.Upgraded;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Gives the client the answer of message-service. A 101 ends the HTTP exchange as any other answer does;
 * then the connection is taken from HTTP and joined with the service's.
 */
@Component
final class ClientSocketFilter implements GlobalFilter, Ordered {

    static final String ANSWER = ClientSocketFilter.class.getName() + ".answer";

    private final OpenSockets sockets;

    ClientSocketFilter(OpenSockets sockets) {
        this.sockets = sockets;
    }

    /** Where ordinary answers are written as well. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .then(Mono.defer(() -> answer(exchange)))
                .doOnError(_ -> release(exchange))
                .doOnCancel(() -> release(exchange));
    }

    private Mono<Void> answer(ServerWebExchange exchange) {
        ServiceAnswer answer = exchange.getAttribute(ANSWER);
        return switch (answer) {
            case null -> Mono.empty();
            case Refused refused -> refuse(exchange, refused);
            case Upgraded upgraded -> upgrade(exchange, upgraded.socket());
        };
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, Refused refused) {
        var response = exchange.getResponse();
        var body = response.bufferFactory().wrap(refused.response().content().nioBuffer());
        return response.writeWith(Mono.just(body));
    }

    /** Done when the 101 is written. The client is not read from then on until the service is. */
    private Mono<Void> upgrade(ServerWebExchange exchange, ServiceHandshake service) {
        var client = ClientChannel.of(exchange.getResponse());
        HttpServerResponse response =
                ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        var accept =
                Mono.defer(
                        () -> {
                            client.config().setAutoRead(false);
                            return response.chunkedTransfer(false)
                                    .header(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                                    .header(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                                    .then();
                        });
        return exchange.getResponse()
                .setComplete()
                .then(accept)
                .doOnSuccess(_ -> joinAfter((Connection) response, client, service))
                .subscribeOn(Schedulers.fromExecutor(client.eventLoop()));
    }

    private void joinAfter(Connection exchange, Channel client, ServiceHandshake service) {
        exchange.onTerminate().subscribe(null, null, () -> sockets.join(client, service));
    }

    /** The client left between the two handshakes. */
    private static void release(ServerWebExchange exchange) {
        if (exchange.getAttribute(ANSWER) instanceof Upgraded upgraded) {
            upgraded.socket().close();
        }
    }
}
