package org.tertulia.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows mails on a port of the loopback address, to who asks for it by a loopback name. */
final class PageListener implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    /** Of what came in a mail: it is of no origin, runs nothing, sends nothing and loads nothing. */
    private static final String FOREIGN_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline';"
                    + " img-src data:; form-action 'none'; frame-ancestors 'self'";

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern MAIL = Pattern.compile("/mails/(\\d{1,18})(?:/(html|source))?");
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";

    /**
     * What is answered.
     *
     * @param status of HTTP
     * @param type the media type
     * @param policy the content security policy
     * @param body the bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, String type, String policy, byte[] body) {
        private Answer(int status, String type, String text) {
            this(status, type, POLICY, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Mailbox mailbox;

    /**
     * Listens from now on.
     *
     * @param port 0 for any
     */
    PageListener(int port, Mailbox mailbox) throws IOException {
        this.mailbox = mailbox;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Content-Security-Policy", answer.policy());
            Map.of(
                            "X-Content-Type-Options", "nosniff",
                            "Referrer-Policy", "same-origin",
                            "Cache-Control", "no-store",
                            "Cross-Origin-Resource-Policy", "same-origin")
                    .forEach(exchange.getResponseHeaders()::set);
            if (answer.status() == 303) {
                exchange.getResponseHeaders().set("Location", "/");
            }
            exchange.sendResponseHeaders(
                    answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        if (path.equals("/healthz")) {
            return new Answer(200, TEXT, "ok");
        }
        if (!isLoopbackName(exchange.getRequestHeaders().getFirst("Host"))) {
            return new Answer(403, TEXT, "Ask for localhost.");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET" -> page(path);
            case "POST" -> path.equals("/clear") ? cleared(exchange) : missing();
            default -> new Answer(405, TEXT, "GET or POST.");
        };
    }

    private static boolean isLoopbackName(@Nullable String host) {
        return host != null && HOSTS.contains(host.replaceFirst(":\\d+$", ""));
    }

    /** A form of another page may not: browsers tell where it is from. */
    private Answer cleared(HttpExchange exchange) {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        var host = exchange.getRequestHeaders().getFirst("Host");
        if (origin != null && !origin.equals("http://" + host)) {
            return new Answer(403, TEXT, "Not from another page.");
        }
        mailbox.clear();
        return new Answer(303, TEXT, "");
    }

    private Answer page(String path) {
        if (path.equals("/")) {
            return new Answer(200, HTML, MailPages.list(mailbox.mails()));
        }
        if (path.equals("/mails.json")) {
            return new Answer(200, "application/json", MailJson.list(mailbox.mails()));
        }
        var asked = MAIL.matcher(path);
        if (!asked.matches()) {
            return missing();
        }
        return mailbox.find(Long.parseLong(asked.group(1)))
                .map(mail -> part(mail, asked.group(2)))
                .orElseGet(PageListener::missing);
    }

    private static Answer part(CaughtMail mail, @Nullable String part) {
        if (part == null) {
            return new Answer(200, HTML, MailPages.one(mail));
        }
        if (part.equals("source")) {
            return new Answer(200, TEXT, FOREIGN_POLICY, mail.source());
        }
        var html = mail.content().html();
        return html == null
                ? missing()
                // In its frame a link would lead to a page that may not be framed.
                : new Answer(
                        200,
                        HTML,
                        FOREIGN_POLICY,
                        ("<!doctype html><base target=\"_blank\">\n" + html)
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static Answer missing() {
        return new Answer(404, TEXT, "There is nothing here, or not any more.");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
