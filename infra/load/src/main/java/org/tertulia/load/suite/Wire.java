package org.tertulia.load.suite;

import io.netty.buffer.ByteBuf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.Api;
import org.tertulia.load.client.ClientFrame;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.ServerFrame;
import org.tertulia.load.client.Socket;

/** One bare WebSocket: frames out, frames in, in the order they come, and nothing by itself. */
final class Wire implements AutoCloseable, Socket.Listener {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final LinkedBlockingQueue<ServerFrame> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Socket socket;

    private Wire(URI address, Handshake handshake) {
        this.socket = Socket.open(address, handshake, this);
    }

    static Wire open(URI address, Handshake handshake) {
        return new Wire(address, handshake);
    }

    /** A connection of a person that has said hello. */
    static Wire open(Api api, Person person) {
        var wire = open(api.realtime(), Handshake.withHeader(person.accessToken()));
        wire.await(ServerFrame.Hello.class);
        return wire;
    }

    @Nullable String protocol() {
        return socket.protocol();
    }

    void send(ClientFrame frame) {
        socket.send(frame);
    }

    void send(String text) {
        socket.send(text);
    }

    /** The next frame of a kind; others before it are passed over. */
    <F extends ServerFrame> F await(Class<F> kind) {
        return await(kind, it -> true);
    }

    /** The next frame of a kind that fits; others before it are passed over. */
    <F extends ServerFrame> F await(Class<F> kind, Predicate<F> fits) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            var frame = next(end - System.nanoTime(), kind);
            if (kind.isInstance(frame) && fits.test(kind.cast(frame))) {
                return kind.cast(frame);
            }
        }
    }

    private ServerFrame next(long nanos, Class<?> kind) {
        try {
            var frame = frames.poll(nanos, TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new AssertionError("No %s within %s".formatted(kind.getSimpleName(), LIMIT));
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The code with which the server ends the connection. */
    int awaitClose() {
        try {
            return closed.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The connection was not closed within " + LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void frame(ByteBuf content) {
        frames.add(ServerFrame.parse(content.toString(StandardCharsets.UTF_8)));
    }

    @Override
    public void closed(int code, String reason) {
        closed.complete(code);
    }

    @Override
    public void close() {
        socket.close();
    }
}
