package org.tertulia.test;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** An HTTP server on a free port of the loopback address, on daemon threads: it never keeps a JVM alive. */
final class LoopbackServer {

    private LoopbackServer() {}

    /** Serves this path and what is below it from now on. */
    static HttpServer start(String path, HttpHandler handler) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(address, 0);
            server.createContext(path, handler);
            var threads = Thread.ofPlatform().daemon().factory();
            server.setExecutor(Executors.newCachedThreadPool(threads));
            // The server's dispatcher is a daemon if the thread that starts it is one.
            Thread.ofPlatform().daemon().start(server::start).join();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static URI uri(HttpServer server, String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }
}
