package org.tertulia.test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of a WebSocket that speaks JSON frames, single or in compressed batches, other than the one our code is built on. Set up, then {@link
 * #open()}, or {@link #refusal()} when it is not to be let in.
 */
public final class TestSocket {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final String PROTOCOL = "tertulia.v1";

    private final URI uri;
    private final @Nullable String authorization;
    private final @Nullable String offeredToken;
    private final @Nullable String origin;

    private TestSocket(
            URI uri,
            @Nullable String authorization,
            @Nullable String offeredToken,
            @Nullable String origin) {
        this.uri = uri;
        this.authorization = authorization;
        this.offeredToken = offeredToken;
        this.origin = origin;
    }

    /** A socket of the service at this port of the loopback address. */
    public static TestSocket to(int port, String path) {
        var uri = URI.create("ws://127.0.0.1:%d%s".formatted(port, path));
        return new TestSocket(uri, null, null, null);
    }

    /** Sends the token as {@code Authorization} header. */
    public TestSocket headerToken(String token) {
        return new TestSocket(uri, "Bearer " + token, null, origin);
    }

    /** Sends the token as the second subprotocol, as browsers must. */
    public TestSocket subprotocolToken(String token) {
        return new TestSocket(uri, null, "bearer." + token, origin);
    }

    /** Sends this {@code Origin}. */
    public TestSocket origin(String from) {
        return new TestSocket(uri, authorization, offeredToken, from);
    }

    /** Opens the socket and keeps what it receives from then on. */
    public Connection open() {
        var connection = new Connection();
        var socket = builder().buildAsync(uri, connection).join();
        connection.opened(socket);
        return connection;
    }

    /** Tries to open the socket; the HTTP status it is refused with. Fails when it is let in. */
    public int refusal() {
        return answer().statusCode();
    }

    /** Tries to open the socket; the answer it is refused with. Fails when it is let in. */
    public HttpResponse<?> answer() {
        try {
            builder().buildAsync(uri, new Connection()).join().abort();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse();
            }
            throw e;
        }
        throw new AssertionError(uri + " opened its socket");
    }

    private WebSocket.Builder builder() {
        var builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        return offeredToken == null
                ? builder.subprotocols(PROTOCOL)
                : builder.subprotocols(PROTOCOL, offeredToken);
    }

    /**
     * A compressed batch.
     *
     * @param frames how many frames were in it
     * @param plainBytes how long its text was
     * @param bytes how long it was as it came
     */
    public record Batch(int frames, int plainBytes, int bytes) {}

    /** An open socket. Frames are kept in their order; waiting never takes longer than 15 seconds. */
    public static final class Connection implements WebSocket.Listener, AutoCloseable {

        private static final Duration PATIENCE = Duration.ofSeconds(15);
        private static final JsonMapper JSON = JsonMapper.builder().build();

        /** The JDK's socket refuses a frame while another one is being written. */
        private final ReentrantLock sending = new ReentrantLock();

        private final StringBuilder partial = new StringBuilder();
        private final ByteArrayOutputStream partialBatch = new ByteArrayOutputStream();
        private final List<JsonNode> frames = new ArrayList<>();
        private final List<Batch> batches = new ArrayList<>();
        private @Nullable WebSocket socket;
        private @Nullable Integer closeCode;
        private @Nullable Throwable failure;

        private Connection() {}

        private synchronized void opened(WebSocket opened) {
            socket = opened;
        }

        private synchronized WebSocket socket() {
            if (socket == null) {
                throw new IllegalStateException("The socket is not open");
            }
            return socket;
        }

        /** The subprotocol the server chose. */
        public String subprotocol() {
            return socket().getSubprotocol();
        }

        /** Sends one text frame; from any thread, one after the other. */
        public void send(String json) {
            sending.lock();
            try {
                socket().sendText(json, true).orTimeout(10, TimeUnit.SECONDS).join();
            } finally {
                sending.unlock();
            }
        }

        /** Everything received so far. */
        public synchronized List<JsonNode> frames() {
            return List.copyOf(frames);
        }

        /** The batches received so far; their frames are among {@link #frames()}, in their place. */
        public synchronized List<Batch> batches() {
            return List.copyOf(batches);
        }

        /** The first frame with this {@code op}. */
        public JsonNode await(String op) {
            return await(frame -> op.equals(frame.path("op").asString()));
        }

        /** The first frame that matches, of those received before and yet to come. */
        public JsonNode await(Predicate<JsonNode> matching) {
            return await(1, matching).getFirst();
        }

        /** The first {@code count} frames that match, in their order; each is looked at once. */
        public synchronized List<JsonNode> await(int count, Predicate<JsonNode> matching) {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            var found = new ArrayList<JsonNode>();
            var seen = 0;
            while (true) {
                for (; seen < frames.size() && found.size() < count; seen++) {
                    var frame = frames.get(seen);
                    if (matching.test(frame)) {
                        found.add(frame);
                    }
                }
                if (found.size() == count) {
                    return List.copyOf(found);
                }
                waitUntil(deadline, () -> "%d matching frames among %s".formatted(count, frames));
            }
        }

        /** The code the server closes the socket with; 1006 when the connection breaks without one. */
        public synchronized int awaitClose() {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (closeCode == null) {
                waitUntil(deadline, () -> "the socket to be closed");
            }
            return closeCode;
        }

        private void waitUntil(long deadline, Supplier<String> what) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Waited in vain for " + what.get(), failure);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** Breaks the connection without a close frame, as a lost network does. */
        public void abort() {
            socket().abort();
        }

        @Override
        public void close() {
            socket().abort();
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(JSON.readTree(partial.toString()));
                partial.setLength(0);
                notifyAll();
            }
            from.request(1);
            return null;
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onBinary(
                WebSocket from, ByteBuffer data, boolean last) {
            var part = new byte[data.remaining()];
            data.get(part);
            partialBatch.writeBytes(part);
            if (last) {
                unpack(partialBatch.toByteArray());
                partialBatch.reset();
                notifyAll();
            }
            from.request(1);
            return null;
        }

        private void unpack(byte[] compressed) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                var text = gzip.readAllBytes();
                var batch = JSON.readTree(text);
                if (!batch.path("op").asString().equals("batch")) {
                    throw new AssertionError("A binary message that is no batch: " + batch);
                }
                var inside = batch.path("frames").valueStream().toList();
                frames.addAll(inside);
                batches.add(new Batch(inside.size(), text.length, compressed.length));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized @Nullable CompletionStage<?> onClose(
                WebSocket from, int code, String reason) {
            closeCode = code;
            notifyAll();
            return null;
        }

        @Override
        public synchronized void onError(WebSocket from, Throwable error) {
            failure = error;
            closeCode = 1006;
            notifyAll();
        }
    }
}
