package org.tertulia.gateway.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens WebSockets as a client of another make than the gateway's would. */
public final class SocketClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
    private final int port;
    private String path = "/api/v1/realtime";
    private boolean reading = true;

    private SocketClient(int port) {
        this.port = port;
    }

    /** A client of the gateway on this port. */
    public static SocketClient to(int port) {
        return new SocketClient(port);
    }

    /** Asks for this path instead. */
    public SocketClient path(String other) {
        this.path = other;
        return this;
    }

    /** Sends this header with the handshake. */
    public SocketClient header(String name, String value) {
        builder.header(name, value);
        return this;
    }

    /** Offers these subprotocols in this order. */
    public SocketClient protocols(String... protocols) {
        var rest = List.of(protocols).subList(1, protocols.length).toArray(String[]::new);
        builder.subprotocols(protocols[0], rest);
        return this;
    }

    /** Takes nothing of what comes. */
    public SocketClient notReading() {
        this.reading = false;
        return this;
    }

    /** The open socket; fails with {@link Refused}. */
    public Socket connect() {
        var socket = new Socket(http, reading);
        try {
            socket.opened =
                    builder.buildAsync(URI.create("ws://127.0.0.1:" + port + path), socket).join();
            return socket;
        } catch (CompletionException e) {
            http.shutdownNow();
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode());
            }
            throw e;
        }
    }

    /** The answer was not an upgrade. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status) {
            super("Refused with " + status);
            this.status = status;
        }

        /** Status of the answer. */
        public int status() {
            return status;
        }
    }

    /** An open WebSocket. */
    public static final class Socket implements WebSocket.Listener, AutoCloseable {

        private final HttpClient http;
        private final boolean reading;
        private final List<String> received = new CopyOnWriteArrayList<>();
        private final LinkedBlockingQueue<String> unread = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile String reason = "";
        private volatile @Nullable WebSocket opened;

        private Socket(HttpClient http, boolean reading) {
            this.http = http;
            this.reading = reading;
        }

        /** What was agreed on. */
        public String subprotocol() {
            return open().getSubprotocol();
        }

        /** Sends a text frame. */
        public void send(String text) {
            open().sendText(text, true).join();
        }

        /** The next text frame, which must come soon. */
        public String next() throws InterruptedException {
            var text = unread.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (text == null) {
                throw new AssertionError("Nothing came; closed: " + closed);
            }
            return text;
        }

        /** All text frames so far. */
        public List<String> received() {
            return List.copyOf(received);
        }

        /** The code it is closed with, which must happen within {@code limit}. */
        public int closeCode(Duration limit) throws Exception {
            return closed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** The reason that came with the close code. */
        public String closeReason() {
            return reason;
        }

        /** Closes with this code. */
        public void close(int code) {
            open().sendClose(code, "bye").join();
        }

        /** Goes away without a close frame. */
        public void vanish() {
            open().abort();
        }

        @Override
        public void close() {
            open().abort();
            http.shutdownNow();
        }

        private WebSocket open() {
            var socket = opened;
            if (socket == null) {
                throw new IllegalStateException("Not open yet.");
            }
            return socket;
        }

        @Override
        public void onOpen(WebSocket socket) {
            if (reading) {
                socket.request(1);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(partial.toString());
                unread.add(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String why) {
            reason = why;
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
