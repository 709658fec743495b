package org.tertulia.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A push service on the loopback address, of which a test decides what it answers; without that, 201. */
final class FakePushService implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A message. */
    record Received(String path, Map<String, List<String>> headers, List<Byte> content) {

        String header(String name) {
            return Objects.requireNonNull(headers.get(name), name).getFirst();
        }

        byte[] body() {
            var bytes = new byte[content.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = content.get(i);
            }
            return bytes;
        }
    }

    /** Status 0: none at all, until the end. */
    private record Answer(int status, String retryAfter) {}

    FakePushService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.start();
    }

    String endpoint(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next messages of this path are answered so, one after the other, and then with 201. */
    void answer(String path, int... statuses) {
        for (var status : statuses) {
            queue(path).add(new Answer(status, ""));
        }
    }

    void answerLater(String path, int status, String retryAfter) {
        queue(path).add(new Answer(status, retryAfter));
    }

    private Queue<Answer> queue(String path) {
        return answers.computeIfAbsent(path, _ -> new ArrayDeque<>());
    }

    List<Received> received(String path) {
        return received.stream().filter(it -> it.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var bytes = exchange.getRequestBody().readAllBytes();
            var content = new CopyOnWriteArrayList<Byte>();
            var boxed = new Byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                boxed[i] = bytes[i];
            }
            content.addAll(List.of(boxed));
            Answer answer;
            synchronized (this) {
                answer = queue(path).poll();
                received.add(new Received(path, Map.copyOf(exchange.getRequestHeaders()), content));
            }
            send(exchange, answer == null ? new Answer(201, "") : answer);
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        if (!answer.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), -1);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
