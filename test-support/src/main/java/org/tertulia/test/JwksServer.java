package org.tertulia.test;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Publishes a JWK set on a free port of the loopback address, by daemon threads: it never keeps a JVM alive. The set
 * can be replaced, as when keys rotate.
 */
public final class JwksServer implements AutoCloseable {

    private static final String PATH = "/.well-known/jwks.json";

    private final HttpServer server;
    private volatile JWKSet keys;

    private JwksServer(JWKSet keys) {
        this.keys = keys;
        this.server = LoopbackServer.start(PATH, this::answer);
    }

    /** A running server that publishes the public halves of these keys. */
    public static JwksServer publishing(JWKSet keys) {
        return new JwksServer(keys);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = keys.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Where the set is. */
    public URI uri() {
        return LoopbackServer.uri(server, PATH);
    }

    /** Publishes these keys instead, from the next request on. */
    public void replace(JWKSet others) {
        keys = others;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
