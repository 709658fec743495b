package org.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tertulia.gateway.testing.ClosedPort;
import org.tertulia.gateway.testing.GatewayTest;
import org.tertulia.gateway.testing.SocketClient;
import org.tertulia.gateway.testing.TestRegister;
import org.tertulia.gateway.testing.Upstream;
import org.tertulia.test.TestTokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

@GatewayTest
class RealtimeIT {

    private static final UUID ANA = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");
    private static final Duration SOON = Duration.ofSeconds(3);

    @LocalServerPort private int port;
    @Autowired private TestRegister register;
    @Autowired private WebTestClient client;

    private final List<HttpHeaders> handshakes = new CopyOnWriteArrayList<>();
    private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
    private Upstream service;

    /** What the service does with a socket; a test replaces it. */
    private interface Behaviour {
        Publisher<Void> handle(WebsocketInbound in, WebsocketOutbound out);
    }

    private volatile Behaviour behaviour = RealtimeIT::echo;

    @BeforeEach
    void startService() {
        service = Upstream.answering(this::accept);
        register.clear();
        register.list("message-service", service.port());
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    private Publisher<Void> accept(HttpServerRequest request, HttpServerResponse response) {
        var headers = new HttpHeaders();
        request.requestHeaders().forEach(header -> headers.add(header.getKey(), header.getValue()));
        handshakes.add(headers);
        var specification =
                WebsocketServerSpec.builder()
                        .protocols("tertulia.v1")
                        .maxFramePayloadLength(1 << 20)
                        .build();
        return response.sendWebsocket(
                (in, out) -> {
                    in.receiveCloseStatus().subscribe(status -> closeCodes.add(status.code()));
                    return behaviour.handle(in, out);
                },
                specification);
    }

    private static Publisher<Void> echo(WebsocketInbound in, WebsocketOutbound out) {
        return out.sendString(in.aggregateFrames(1 << 20).receive().asString());
    }

    @Test
    void framesShouldPassBothWays() throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            socket.send("¿quién anda ahí?");

            assertThat(socket.next()).isEqualTo("¿quién anda ahí?");
        }
    }

    @Test
    void onlyTheProtocolShouldBeAnsweredAndTheTokenBePassedOn() throws Exception {
        var token = TestTokens.bearerSubprotocol(ANA);
        try (var socket = connect("tertulia.v1", token)) {
            assertThat(socket.subprotocol()).isEqualTo("tertulia.v1");
        }
        var headers = handshakes.getFirst();
        assertThat(headers.getFirst("Sec-WebSocket-Protocol")).isEqualTo("tertulia.v1," + token);
        assertThat(headers.containsHeader("Origin")).isFalse();
        assertThat(headers.getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(headers.get("Sec-WebSocket-Key")).hasSize(1);
        assertThat(headers.containsHeader("traceparent")).isTrue();
    }

    @Test
    void theOrderOfTheOfferShouldNotMatter() throws Exception {
        try (var socket = connect(TestTokens.bearerSubprotocol(ANA), "tertulia.v1")) {
            assertThat(socket.subprotocol()).isEqualTo("tertulia.v1");
        }
    }

    @Test
    void theTokenMayComeInTheHeader() throws Exception {
        try (var socket =
                SocketClient.to(port)
                        .header("Authorization", TestTokens.bearer(ANA))
                        .protocols("tertulia.v1")
                        .connect()) {
            socket.send("here");

            assertThat(socket.next()).isEqualTo("here");
        }
        assertThat(handshakes.getFirst().getFirst("Authorization")).startsWith("Bearer ");
    }

    @Test
    void badTokensShouldBeRefusedBeforeTheUpgrade() {
        TestTokens.forge()
                .badTokens(ANA)
                .forEach(
                        (kind, token) ->
                                assertThat(refusal("tertulia.v1", "bearer." + token))
                                        .as(kind)
                                        .isEqualTo(401));
        assertThat(refusal("tertulia.v1")).isEqualTo(401);
        assertThat(handshakes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token", "bearer"})
    void aTokenInTheUrlShouldNotCount(String parameter) {
        var path = "/api/v1/realtime?" + parameter + "=" + TestTokens.accessToken(ANA);

        assertThatThrownBy(
                        () -> SocketClient.to(port).path(path).protocols("tertulia.v1").connect())
                .isInstanceOfSatisfying(
                        SocketClient.Refused.class, e -> assertThat(e.status()).isEqualTo(401));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://tertulia.example"})
    void pagesOfOtherOriginsShouldBeRefused(String origin) {
        assertThat(refusalFrom(origin)).isEqualTo(403);
        assertThat(refusalFrom("http://127.0.0.1:" + port)).isEqualTo(403);
        assertThat(handshakes).isEmpty();
    }

    @Test
    void pagesOfAnAllowedOriginShouldBeAccepted() throws Exception {
        try (var socket =
                SocketClient.to(port)
                        .header("Origin", "https://tertulia.example")
                        .protocols("tertulia.v1", TestTokens.bearerSubprotocol(ANA))
                        .connect()) {
            socket.send("here");
            assertThat(socket.next()).isEqualTo("here");
        }
        assertThat(handshakes.getFirst().getFirst("Origin")).isEqualTo("https://tertulia.example");
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
    void aFrameBeyondTheLimitShouldCloseBothSidesWith1009() {
        var code =
                HttpClient.create()
                        .headers(
                                headers ->
                                        headers.set("Authorization", TestTokens.bearer(ANA))
                                                .set("Origin", "https://tertulia.example"))
                        .websocket(WebsocketClientSpec.builder().protocols("tertulia.v1").build())
                        .uri("ws://127.0.0.1:" + port + "/api/v1/realtime")
                        .handle(
                                (in, out) ->
                                        out.sendObject(new TextWebSocketFrame("x".repeat(132_000)))
                                                .then()
                                                .then(in.receiveCloseStatus()))
                        .blockLast(SOON);

        assertThat(code).extracting(WebSocketCloseStatus::code).isEqualTo(1009);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(closeCodes).containsExactly(1009));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1011, 1012, 1013, 4001, 4002, 4003, 4008, 4010, 4029})
    void closeCodesOfTheServiceShouldReachTheClientAfterWhatItSaid(int code) throws Exception {
        behaviour =
                (_, out) ->
                        out.sendString(Flux.range(0, 100).map(i -> "word " + i))
                                .then(out.sendClose(code, "because"));
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            assertThat(socket.closeCode(SOON)).isEqualTo(code);
            assertThat(socket.closeReason()).isEqualTo("because");
            assertThat(socket.received()).hasSize(100).last().isEqualTo("word 99");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 4000, 4444})
    void closeCodesOfTheClientShouldReachTheService(int code) throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            socket.close(code);

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(closeCodes).containsExactly(code));
        }
    }

    @Test
    void aClientThatVanishesShouldBeTakenFromTheService() throws Exception {
        var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA));
        socket.vanish();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(closeCodes).containsExactly(1001));
    }

    @Test
    void aServiceThatDiesShouldCloseItsClientsWith1012() throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            service.close();

            assertThat(socket.closeCode(SOON)).isEqualTo(1012);
        }
    }

    @Test
    void aGatewayThatStopsShouldCloseItsClientsWith1012(@Autowired ClientSocketFilter sockets)
            throws Exception {
        try (var socket = connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA))) {
            socket.send("here");
            assertThat(socket.next()).isEqualTo("here");

            sockets.stop();

            assertThat(socket.closeCode(SOON)).isEqualTo(1012);
            Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(closeCodes).hasSize(1));
        } finally {
            sockets.start();
        }
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
    void withoutAnInstanceTheUpgradeShouldBe503() {
        register.clear();

        assertThat(refusal("tertulia.v1", TestTokens.bearerSubprotocol(ANA))).isEqualTo(503);
    }

    @Test
    void aRefusedConnectionShouldBe503OrTheNextInstance() throws Exception {
        register.list("message-service", ClosedPort.refusing());
        assertThat(refusal("tertulia.v1", TestTokens.bearerSubprotocol(ANA))).isEqualTo(503);

        register.list("message-service", ClosedPort.refusing(), service.port());
        for (var i = 0; i < 3; i++) {
            connect("tertulia.v1", TestTokens.bearerSubprotocol(ANA)).close();
        }
    }

    @Test
    void anInstanceThatHangsOrHangsUpShouldBe503InTime() {
        try (var hanging = Upstream.hanging();
                var hangingUp = Upstream.hangingUp()) {
            for (var instance : List.of(hanging, hangingUp)) {
                register.list("message-service", instance.port());
                var began = System.nanoTime();

                assertThat(refusal("tertulia.v1", TestTokens.bearerSubprotocol(ANA)))
                        .isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 503})
    void aRefusalOfTheServiceShouldReachTheClient(int status) {
        try (var refusing =
                Upstream.answering(
                        (_, response) ->
                                response.status(status).header("Retry-After", "7").send())) {
            register.list("message-service", refusing.port());

            assertThat(refusal("tertulia.v1", TestTokens.bearerSubprotocol(ANA))).isEqualTo(status);
        }
    }

    @Test
    void withoutAnUpgradeTheAnswerShouldBeAProblem() {
        client.get()
                .uri("/api/v1/realtime")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(ANA))
                .exchange()
                .expectStatus()
                .isEqualTo(426)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tertulia:problem:upgrade-required");
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

    private SocketClient.Socket connect(String... protocols) throws Exception {
        return SocketClient.to(port).protocols(protocols).connect();
    }

    private int refusal(String... protocols) {
        return refused(SocketClient.to(port).protocols(protocols));
    }

    private int refusalFrom(String origin) {
        return refused(
                SocketClient.to(port)
                        .header("Origin", origin)
                        .protocols("tertulia.v1", TestTokens.bearerSubprotocol(ANA)));
    }

    private static int refused(SocketClient client) {
        try (var socket = client.connect()) {
            throw new AssertionError("Accepted with " + socket.subprotocol());
        } catch (SocketClient.Refused e) {
            return e.status();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
