package org.tertulia.message.webpages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A web site on the loopback address, of which a test decides what it answers. What was not told to it is a 404. */
public final class PageSite {

    private final HttpServer server;
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private PageSite(HttpServer server) {
        this.server = server;
    }

    /** A request, with its headers as {@code name: value} in lower case. */
    public record Asked(String target, List<String> headers) {}

    public static PageSite start() {
        try {
            return started(HttpServer.create(nowhereYet(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PageSite secure(SSLContext tls) {
        try {
            var server = HttpsServer.create(nowhereYet(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return started(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress nowhereYet() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static PageSite started(HttpServer server) {
        var site = new PageSite(server);
        server.createContext("/", site::handle);
        server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.start();
        return site;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String target) {
        return "http://127.0.0.1:%d%s".formatted(port(), target);
    }

    /** Answers this path with a page. */
    public PageSite page(String path, String html) {
        return answer(path, 200, Map.of("Content-Type", "text/html; charset=utf-8"), utf8(html));
    }

    public PageSite redirect(String path, String location) {
        return answer(path, 302, Map.of("Location", location), new byte[0]);
    }

    public PageSite answer(String path, int status, Map<String, String> headers, byte[] body) {
        return on(
                path,
                exchange -> {
                    headers.forEach(exchange.getResponseHeaders()::set);
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                });
    }

    /** Does this when the path is asked for; the exchange is closed after it. */
    public PageSite on(String path, HttpHandler handler) {
        pages.put(path, handler);
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void stop() {
        server.stop(0);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            asked.add(new Asked(uri.toString(), headers(exchange)));
            pages.getOrDefault(uri.getPath(), other -> other.sendResponseHeaders(404, -1))
                    .handle(exchange);
        }
    }

    private static List<String> headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .flatMap(
                        header ->
                                header.getValue().stream()
                                        .map(
                                                value ->
                                                        header.getKey().toLowerCase(Locale.ROOT)
                                                                + ": "
                                                                + value))
                .toList();
    }
}
