package org.tertulia.gateway.testing;

import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** A service on the loopback address that does what the test says. */
public final class Upstream implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final DefaultChannelGroup connections =
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    private Upstream(
            int port, BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        this.server =
                HttpServer.create()
                        .host("127.0.0.1")
                        .port(port)
                        .channelGroup(connections)
                        .handle(
                                (request, response) -> {
                                    received.add(request.method() + " " + request.uri());
                                    return handler.apply(request, response);
                                })
                        .bindNow();
    }

    /** Answers each request with what it was: service, method, uri, headers, body. */
    public static Upstream echo(String service) {
        return echo(service, 0);
    }

    /** The same on a port that is known before. */
    public static Upstream echo(String service, int port) {
        return new Upstream(port, (request, response) -> describe(service, request, response));
    }

    /** Answers by {@code handler}. */
    public static Upstream answering(
            BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
        return new Upstream(0, handler);
    }

    /** Takes requests and never answers. */
    public static Upstream hanging() {
        return answering((_, _) -> Mono.never());
    }

    /** Takes requests and closes the connection. */
    public static Upstream hangingUp() {
        return answering(
                (_, response) ->
                        Mono.fromRunnable(() -> response.withConnection(Upstream::hangUp)));
    }

    private static void hangUp(Connection connection) {
        var _ = connection.channel().close();
    }

    /** Where it listens, or listened. */
    public int port() {
        return server.port();
    }

    /** Method and path of the requests so far. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** Goes away at once with all connections, as after kill -9. */
    @Override
    public void close() {
        server.channel().close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
    }

    private static Publisher<Void> describe(
            String service, HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .flatMap(
                        body ->
                                response.header("Content-Type", "application/json")
                                        .sendString(Mono.just(json(service, request, body)))
                                        .then());
    }

    private static String json(String service, HttpServerRequest request, String body) {
        var headers = new TreeMap<String, String>();
        request.requestHeaders()
                .forEach(
                        header ->
                                headers.merge(
                                        header.getKey().toLowerCase(Locale.ROOT),
                                        header.getValue(),
                                        (a, b) -> a + "," + b));
        return JSON.writeValueAsString(
                Map.of(
                        "service", service,
                        "method", request.method().name(),
                        "uri", request.uri(),
                        "headers", headers,
                        "body", body));
    }
}
