package org.tertulia.gateway.realtime;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Joins a client and message-service frame by frame, pings and pongs included. What one side sent
 * before it closed reaches the other before the close does, and the close code is the same. A side that
 * takes frames slowly slows the other down; nothing is dropped and nothing piles up.
 */
final class RealtimeRelay {

    private static final Logger log = LoggerFactory.getLogger(RealtimeRelay.class);

    /** The service went away without a word; the client may resume at once. */
    private static final WebSocketCloseStatus SERVICE_RESTART =
            new WebSocketCloseStatus(1012, "message-service went away");

    /** The client went away without a word. */
    private static final WebSocketCloseStatus CLIENT_GONE =
            new WebSocketCloseStatus(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE.code(), "");

    private RealtimeRelay() {}

    /** Runs until both sides are closed; never fails. */
    static Mono<Void> between(Peer client, Peer service) {
        return Mono.when(
                oneWay(client, service, CLIENT_GONE), oneWay(service, client, SERVICE_RESTART));
    }

    private static Mono<Void> oneWay(Peer from, Peer to, WebSocketCloseStatus ifSilent) {
        return to.take(from)
                .then(Mono.defer(() -> from.closeStatus().defaultIfEmpty(ifSilent)))
                .onErrorResume(error -> Mono.just(reason(error, ifSilent)))
                .flatMap(status -> to.close(sendable(status, ifSilent)));
    }

    private static WebSocketCloseStatus reason(Throwable error, WebSocketCloseStatus ifSilent) {
        log.debug("A WebSocket broke off", error);
        return error instanceof CorruptedWebSocketFrameException corrupted
                ? corrupted.closeStatus()
                : ifSilent;
    }

    /** Some codes only stand for what happened and must not be sent (RFC 6455, section 7.4.1). */
    private static WebSocketCloseStatus sendable(
            WebSocketCloseStatus status, WebSocketCloseStatus ifSilent) {
        return status.equals(WebSocketCloseStatus.EMPTY)
                        || WebSocketCloseStatus.isValidStatusCode(status.code())
                ? status
                : ifSilent;
    }
}
