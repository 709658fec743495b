package org.tertulia.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Another service, of which a test decides what it answers. The service under test finds it by its service id:
 *
 * <pre>{@code
 * static final StubService authService = StubService.named("auth-service");
 *
 * @DynamicPropertySource
 * static void whereAuthServiceIs(DynamicPropertyRegistry properties) {
 *     authService.register(properties);
 * }
 * }</pre>
 *
 * What was not told to it is answered with 404. It runs on daemon threads until the JVM ends.
 */
public final class StubService {

    private final String serviceId;
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private StubService(String serviceId) {
        this.serviceId = serviceId;
        this.server = LoopbackServer.start("/", this::handle);
    }

    /**
     * A request that came in.
     *
     * @param method such as {@code GET}
     * @param uri path and query
     * @param authorization the header of that name, or null
     * @param body the body as text, empty when there was none
     */
    public record Received(String method, URI uri, @Nullable String authorization, String body) {}

    private record Answer(int status, String contentType, String body) {}

    /** A running stub for this service id. */
    public static StubService named(String serviceId) {
        return new StubService(serviceId);
    }

    /** Makes the service under test find the stub instead of asking Eureka. */
    public void register(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.cloud.discovery.client.simple.instances.%s[0].uri".formatted(serviceId),
                () -> uri().toString());
    }

    /** Where the stub listens. */
    public URI uri() {
        return LoopbackServer.uri(server, "");
    }

    /** Answers this path (without query) with JSON from now on. */
    public void answer(String method, String path, int status, String json) {
        var type = status < 400 ? "application/json" : "application/problem+json";
        answers.put(method + " " + path, new Answer(status, type, json));
    }

    /** Forgets all answers and requests. */
    public void reset() {
        answers.clear();
        received.clear();
    }

    /** The requests so far, in order of arrival. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            var uri = exchange.getRequestURI();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            received.add(new Received(method, uri, authorization, body));
            var unknown = new Answer(404, "application/problem+json", "{\"status\":404}");
            send(exchange, answers.getOrDefault(method + " " + uri.getPath(), unknown));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
