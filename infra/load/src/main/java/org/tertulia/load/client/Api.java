package org.tertulia.load.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * REST calls to one address: the gateway, or a service itself. Every answer is given as it came; only
 * the absence of one is an exception ({@link Unreachable}). Nothing is tried twice.
 */
public final class Api {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    private final URI base;

    /** Calls go to this scheme, host and port. */
    public Api(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /** Where the WebSocket of this address is. */
    public URI realtime() {
        var address = base.resolve("/api/v1/realtime").toString();
        return URI.create(address.replaceFirst("^http", "ws"));
    }

    public Answer get(String path, @Nullable String token) {
        return call("GET", path, token, null);
    }

    public Answer post(String path, @Nullable String token, @Nullable Object body) {
        return call("POST", path, token, body);
    }

    public Answer put(String path, @Nullable String token, @Nullable Object body) {
        return call("PUT", path, token, body);
    }

    public Answer delete(String path, @Nullable String token) {
        return call("DELETE", path, token, null);
    }

    /** A call with JSON, or with no body when {@code body} is null. */
    public Answer call(String method, String path, @Nullable String token, @Nullable Object body) {
        var headers =
                token == null
                        ? Map.<String, String>of()
                        : Map.of("Authorization", "Bearer " + token);
        return call(method, path, headers, body);
    }

    /** A call with headers of the caller's own. */
    public Answer call(
            String method, String path, Map<String, String> headers, @Nullable Object body) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_WITHIN);
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(Json.write(body)));
        }
        return send(request.build());
    }

    /**
     * A call with a body of the caller's own.
     *
     * @param patience how long it may take
     */
    public Answer send(
            String method,
            String path,
            Map<String, String> headers,
            BodyPublisher body,
            Duration patience) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(patience);
        headers.forEach(request::header);
        return send(request.method(method, body).build());
    }

    /** Asks for what may be large; the body is the caller's to read and to close. */
    public Download open(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_WITHIN);
        headers.forEach(request::header);
        var response = exchange(request.build(), BodyHandlers.ofInputStream());
        return new Download(response.statusCode(), response.headers(), response.body());
    }

    private static Answer send(HttpRequest request) {
        var response = exchange(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new Unreachable(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(request.method() + " " + request.uri(), e);
        }
    }
}
