package org.tertulia.test;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/**
 * Publishes a JWK set on a free port of the loopback address, by daemon threads: it never keeps a JVM alive. The set
 * can be replaced, as when keys rotate.
 */
public final class JwksServer implements AutoCloseable {

    private static final String PATH = "/.well-known/jwks.json";

    private final HttpServer server;
    private volatile JWKSet keys;

    private JwksServer(HttpServer server, JWKSet keys) {
        this.server = server;
        this.keys = keys;
    }

    /** A running server that publishes the public halves of these keys. */
    public static JwksServer publishing(JWKSet keys) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var jwks = new JwksServer(server, keys);
            server.createContext(
                    PATH,
                    exchange -> {
                        try (exchange) {
                            var body = jwks.keys.toString().getBytes(StandardCharsets.UTF_8);
                            exchange.getResponseHeaders().set("Content-Type", "application/json");
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                        }
                    });
            server.setExecutor(
                    Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
            // The server's dispatcher thread inherits whether it is a daemon from the thread that
            // starts it.
            Thread.ofPlatform().daemon().start(server::start).join();
            return jwks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the set is. */
    public URI uri() {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH));
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
