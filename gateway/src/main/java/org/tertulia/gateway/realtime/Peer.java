package org.tertulia.gateway.realtime;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** One end of a proxied WebSocket: its channel, what it sends and what it is sent. */
final class Peer {

    /** A peer that does not take its close frame by then is cut off. */
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    private final Connection connection;
    private final WebsocketInbound in;
    private final WebsocketOutbound out;

    /** The operations of a WebSocket, which are all three in one. */
    Peer(Connection socket) {
        this.connection = socket;
        this.in = (WebsocketInbound) socket;
        this.out = (WebsocketOutbound) socket;
    }

    Connection connection() {
        return connection;
    }

    /** The subprotocol of its handshake. */
    @Nullable String subprotocol() {
        return in.selectedSubprotocol();
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
