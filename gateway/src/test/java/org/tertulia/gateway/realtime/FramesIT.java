package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tertulia.gateway.testing.SocketClient;
import org.tertulia.test.TestTokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

/** What passes through a socket, how large, and how fast. */
class FramesIT extends RealtimeApi {

    @Test
    void framesShouldPassBothWays() throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            socket.send("¿quién anda ahí?");

            assertThat(socket.next()).isEqualTo("¿quién anda ahí?");
        }
    }

    @Test
    void largeFramesShouldPass() throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            var most = "x".repeat(64 * 1024);
            socket.send(most);
            assertThat(socket.next()).isEqualTo(most);
        }
        behaviour =
                (in, out) ->
                        out.sendObject(new TextWebSocketFrame("y".repeat(900_000))).neverComplete();
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            assertThat(socket.next()).hasSize(900_000);
        }
    }

    @Test
    void compressionShouldBeBetweenClientAndService() throws Exception {
        var text = "¿quién anda ahí? ".repeat(1000);
        var answer =
                HttpClient.create()
                        .headers(
                                headers ->
                                        headers.set("Authorization", TestTokens.bearer(ANA))
                                                .set("Origin", "https://tertulia.example"))
                        .websocket(
                                WebsocketClientSpec.builder()
                                        .protocols("tertulia.v1")
                                        .maxFramePayloadLength(1 << 20)
                                        .compress(true)
                                        .build())
                        .uri("ws://127.0.0.1:" + port + "/api/v1/realtime")
                        .handle(
                                (in, out) ->
                                        out.sendString(Mono.just(text))
                                                .then()
                                                .thenMany(in.receive().asString().take(1)))
                        .blockLast(SOON);

        assertThat(answer).isEqualTo(text);
        assertThat(handshakes.getFirst().getFirst("Sec-WebSocket-Extensions"))
                .contains("permessage-deflate");
    }

    @Test
    void aSlowClientShouldSlowTheServiceDown() throws Exception {
        var produced = new AtomicInteger();
        var frame = "z".repeat(10_000);
        behaviour =
                (_, out) ->
                        out.sendObject(
                                Flux.range(0, 20_000)
                                        .doOnNext(_ -> produced.incrementAndGet())
                                        .map(_ -> new TextWebSocketFrame(frame)));
        try (var socket =
                SocketClient.to(port)
                        .protocols("tertulia.v1", TestTokens.bearerSubprotocol(ANA))
                        .notReading()
                        .connect()) {
            var before = new AtomicInteger(-1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> before.getAndSet(produced.get()) == produced.get());

            assertThat(produced.get()).isLessThan(10_000);
            assertThat(socket.received()).isEmpty();
        }
    }

    @Test
    void manySocketsShouldNotWaitForEachOther() throws Exception {
        behaviour =
                (in, out) ->
                        out.sendString(
                                        in.receive()
                                                .asString()
                                                .concatMap(
                                                        text ->
                                                                Mono.just(text)
                                                                        .delayElement(
                                                                                Duration.ofMillis(
                                                                                        5))))
                                .then();
        var sockets = new CopyOnWriteArrayList<SocketClient.Socket>();
        for (var i = 0; i < 50; i++) {
            sockets.add(connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA)));
        }
        for (var socket : sockets) {
            socket.send("here");
        }
        for (var socket : sockets) {
            assertThat(socket.next()).isEqualTo("here");
            socket.close();
        }
    }
}
