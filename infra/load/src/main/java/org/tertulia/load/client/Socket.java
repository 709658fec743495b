package org.tertulia.load.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.websocket.WebsocketInbound;

/**
 * One WebSocket connection. Frames are handed over in the order they came, on the connection's own
 * thread, which must not be held up; {@link Listener#closed} comes last and once.
 */
public final class Socket {
    private static final int LARGEST_FRAME_BYTES = 16 << 20;
    private static final Duration OPEN_WITHIN = Duration.ofSeconds(10);
    private static final Duration CLOSE_FRAME_WITHIN = Duration.ofMillis(500);

    /** What becomes of a connection. */
    public interface Listener {
        /** A text frame; its content is only there during the call. */
        void frame(ByteBuf content);

        /** A compressed batch of frames, see {@link ServerFrame#unpack}; only who asked for it gets one. */
        default void batch(ByteBuf content) {}

        /** The end: a close code, {@link CloseCode#ABNORMAL} when none was sent. */
        void closed(int code, String reason);
    }

    private final Channel channel;
    private final Listener listener;
    private final @Nullable String protocol;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Socket(Channel channel, Listener listener, @Nullable String protocol) {
        this.channel = channel;
        this.listener = listener;
        this.protocol = protocol;
    }

    /**
     * Opens a connection and waits for it.
     *
     * @throws UpgradeRefused when the server answers without upgrading
     * @throws Unreachable when there is no answer within ten seconds
     */
    public static Socket open(URI address, Handshake handshake, Listener listener) {
        var opened = start(address, handshake, listener);
        try {
            return opened.get(OPEN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(address, e);
        } catch (TimeoutException e) {
            var unused = opened.thenAccept(Socket::abort);
            throw new Unreachable("open " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("open " + address, e);
        }
    }

    private static RuntimeException failure(URI address, ExecutionException e) {
        return e.getCause() instanceof UpgradeRefused refused
                ? refused
                : new Unreachable("open " + address, e);
    }

    /** Begins to open a connection; the failure is as {@link #open} tells it, in the future. */
    public static CompletableFuture<Socket> start(
            URI address, Handshake handshake, Listener listener) {
        var opened = new CompletableFuture<Socket>();
        HttpClient.newConnection()
                .doOnChannelInit(
                        (observer, channel, remote) -> {
                            if (handshake.origin() == null) {
                                channel.pipeline().addLast(WithoutOrigin.INSTANCE);
                            }
                        })
                .headers(handshake::fill)
                .websocket(spec(handshake))
                .uri(address)
                .handle((in, out) -> converse(in, listener, opened))
                .subscribe(
                        nothing -> {},
                        error -> opened.completeExceptionally(refusal(error)),
                        () -> opened.completeExceptionally(new IllegalStateException("closed")));
        return opened;
    }

    private static WebsocketClientSpec spec(Handshake handshake) {
        return WebsocketClientSpec.builder()
                .protocols(handshake.protocols())
                .maxFramePayloadLength(LARGEST_FRAME_BYTES)
                .build();
    }

    private static Mono<Void> converse(
            WebsocketInbound in, Listener listener, CompletableFuture<Socket> opened) {
        var status = new AtomicReference<@Nullable WebSocketCloseStatus>();
        return Mono.create(
                done ->
                        in.withConnection(
                                connection -> {
                                    var socket =
                                            new Socket(
                                                    connection.channel(),
                                                    listener,
                                                    in.selectedSubprotocol());
                                    in.receiveCloseStatus().subscribe(status::set, error -> {});
                                    in.aggregateFrames(LARGEST_FRAME_BYTES)
                                            .receiveFrames()
                                            .subscribe(
                                                    frame -> hand(frame, listener),
                                                    error -> socket.ended(status, done::success),
                                                    () -> socket.ended(status, done::success));
                                    opened.complete(socket);
                                }));
    }

    private static void hand(WebSocketFrame frame, Listener listener) {
        switch (frame) {
            case TextWebSocketFrame text -> listener.frame(text.content());
            case BinaryWebSocketFrame binary -> listener.batch(binary.content());
            default -> {}
        }
    }

    private void ended(
            AtomicReference<@Nullable WebSocketCloseStatus> status, Runnable afterwards) {
        if (ended.compareAndSet(false, true)) {
            var told = status.get();
            listener.closed(
                    told == null ? CloseCode.ABNORMAL : told.code(),
                    told == null ? "" : told.reasonText());
        }
        afterwards.run();
    }

    private static Throwable refusal(Throwable error) {
        return error instanceof WebSocketClientHandshakeException refused
                        && refused.response() != null
                ? new UpgradeRefused(
                        refused.response().status().code(), retryAfter(refused.response()), error)
                : error;
    }

    private static Duration retryAfter(HttpResponse response) {
        var seconds = response.headers().getInt(HttpHeaderNames.RETRY_AFTER);
        return Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    /** The subprotocol that the server chose; null when none. */
    public @Nullable String protocol() {
        return protocol;
    }

    /** Sends a frame; what is sent from one thread stays in order. */
    public void send(ClientFrame frame) {
        send(frame.json());
    }

    /** Sends a text frame as it is. */
    public void send(String text) {
        var unused = channel.writeAndFlush(new TextWebSocketFrame(text));
    }

    /** Whether the connection stands, as far as is known. */
    public boolean isOpen() {
        return channel.isActive();
    }

    /** Leaves in good order; does not wait. */
    public void close() {
        var unused =
                channel.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE));
        var unusedToo =
                channel.eventLoop()
                        .schedule(
                                this::abort, CLOSE_FRAME_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Breaks the connection without a word. */
    public void abort() {
        var unused = channel.close();
    }
}
