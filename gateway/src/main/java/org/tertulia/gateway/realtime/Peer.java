package org.tertulia.gateway.realtime;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * One end of a proxied WebSocket.
 *
 * @param connection its channel
 * @param in what it sends
 * @param out what it is sent
 */
record Peer(Connection connection, WebsocketInbound in, WebsocketOutbound out) {

    /** A peer that does not take its close frame by then is cut off. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    /** A peer that has one object for all three. */
    static Peer of(Connection connection) {
        return new Peer(connection, (WebsocketInbound) connection, (WebsocketOutbound) connection);
    }

    /** Takes over all that {@code other} sends; ends when that ends. */
    Mono<Void> take(Peer other) {
        return FramePump.pump(other.in.receiveFrames(), connection.channel());
    }

    /** How it closed; empty when it just went away. */
    Mono<WebSocketCloseStatus> closeStatus() {
        return in.receiveCloseStatus().onErrorComplete();
    }

    /** Closes it with {@code status}, or without one for {@link WebSocketCloseStatus#EMPTY}. */
    Mono<Void> close(WebSocketCloseStatus status) {
        var sent =
                status.equals(WebSocketCloseStatus.EMPTY)
                        ? out.sendClose()
                        : out.sendClose(status.code(), status.reasonText());
        return sent.timeout(CLOSE_PATIENCE)
                .onErrorResume(_ -> Mono.fromRunnable(connection::dispose));
    }
}
