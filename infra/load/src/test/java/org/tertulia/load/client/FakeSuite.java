package org.tertulia.load.client;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.JsonNode;

/** A suite of one person and no mind of its own: the test says what each connection gets. */
final class FakeSuite implements AutoCloseable {
    static final UUID ME = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final WebsocketServerSpec SPEC =
            WebsocketServerSpec.builder().protocols("tertulia.v1").build();

    private final LinkedBlockingQueue<FakeConnection> connections = new LinkedBlockingQueue<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final DisposableServer server;
    private volatile String log = "{\"items\":[],\"lastSeq\":0}";
    private volatile int logStatus = 200;
    private volatile int upgradeStatus = 101;

    FakeSuite() {
        server =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .route(
                                routes ->
                                        routes.post("/api/v1/auth/register", this::token)
                                                .post("/api/v1/auth/refresh", this::refresh)
                                                .get("/api/v1/chats/{id}/log", this::log)
                                                .get("/api/v1/realtime", this::realtime))
                        .bindNow(LIMIT);
    }

    Api api() {
        return new Api(URI.create("http://127.0.0.1:" + server.port()));
    }

    /** The next connection that was not given yet. */
    FakeConnection awaitConnection() throws InterruptedException {
        return Objects.requireNonNull(
                connections.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS), "no connection");
    }

    int refreshes() {
        return refreshes.get();
    }

    void setLog(String json) {
        log = json;
    }

    void refuseLogsWith(int status) {
        logStatus = status;
        log = "{}";
    }

    void refuseUpgradesWith(int status) {
        upgradeStatus = status;
    }

    private Publisher<Void> realtime(HttpServerRequest request, HttpServerResponse response) {
        if (upgradeStatus != 101) {
            return response.status(upgradeStatus).send();
        }
        var token = request.requestHeaders().get(HttpHeaderNames.AUTHORIZATION);
        return response.sendWebsocket((in, out) -> converse(in, out, token), SPEC);
    }

    private Publisher<Void> converse(
            WebsocketInbound in, WebsocketOutbound out, @Nullable String token) {
        var connection = new FakeConnection(out, token);
        connections.add(connection);
        in.receive().asString().subscribe(connection.received::add, error -> {});
        return out.sendString(connection.outgoing.asFlux()).then(connection.ended.asMono());
    }

    private Publisher<Void> token(HttpServerRequest request, HttpServerResponse response) {
        return json(response, tokenView());
    }

    private Publisher<Void> refresh(HttpServerRequest request, HttpServerResponse response) {
        refreshes.incrementAndGet();
        return json(response, tokenView());
    }

    private Publisher<Void> log(HttpServerRequest request, HttpServerResponse response) {
        return json(response.status(logStatus), log);
    }

    private static Publisher<Void> json(HttpServerResponse response, String body) {
        return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .sendString(Mono.just(body));
    }

    private String tokenView() {
        return Json.write(
                Map.of(
                        "accessToken",
                        "token-" + refreshes.get(),
                        "tokenType",
                        "Bearer",
                        "expiresIn",
                        300,
                        "refreshToken",
                        "refresh",
                        "user",
                        Map.of("id", ME, "handle", "ana", "displayName", "Ana"),
                        "sessionId",
                        ME));
    }

    @Override
    public void close() {
        server.disposeNow(LIMIT);
    }

    /** One connection, from the server's side. */
    static final class FakeConnection {
        private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final Sinks.Many<String> outgoing = Sinks.many().unicast().onBackpressureBuffer();
        private final Sinks.Empty<Void> ended = Sinks.empty();
        private final WebsocketOutbound out;
        private final @Nullable String token;

        FakeConnection(WebsocketOutbound out, @Nullable String token) {
            this.out = out;
            this.token = token;
        }

        @Nullable String token() {
            return token;
        }

        void send(String frame) {
            outgoing.tryEmitNext(frame).orThrow();
        }

        /** Says hello with these chats, each {@code chatId: lastSeq}. */
        FakeConnection hello(Map<UUID, Long> chats) {
            var list =
                    chats.entrySet().stream()
                            .map(it -> Frames.summary(it.getKey(), it.getValue()))
                            .toList();
            send(Frames.hello(list));
            return this;
        }

        /** The next frame of a kind; frames of other kinds before it are passed over. */
        JsonNode awaitFrame(String op) throws InterruptedException {
            while (true) {
                var text = received.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                var frame = Json.tree(Objects.requireNonNull(text, "no frame " + op));
                if (frame.path("op").asString().equals(op)) {
                    return frame;
                }
            }
        }

        void close(int code) {
            out.sendClose(code, "because").subscribe();
        }

        void drop() {
            out.withConnection(
                    connection -> {
                        var unused = connection.channel().close();
                    });
        }
    }
}
