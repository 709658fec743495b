package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tertulia.load.client.Handshake;
import org.tertulia.load.client.Socket;
import org.tertulia.load.client.UpgradeRefused;

/** Many sockets that take down what they get. */
final class Ears {
    private static final int OPENING_AT_ONCE = 32;
    private static final int OPEN_WITHIN_SECONDS = 60;
    private static final Duration ADMITTED_WITHIN = Duration.ofSeconds(50);
    private static final int PAUSE_SECONDS = 1;
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final ByteBuf TRANSLATION =
            Unpooled.unreleasableBuffer(
                    Unpooled.copiedBuffer("{\"op\":\"message.translated\"", StandardCharsets.UTF_8)
                            .asReadOnly());

    private final List<Socket> sockets = new ArrayList<>();
    private final ConcurrentHashMap<Integer, Integer> closes = new ConcurrentHashMap<>();
    private final AtomicInteger ears = new AtomicInteger();
    private volatile @Nullable Round round;
    private volatile boolean closing;

    /** How one of them is opened: the future has its socket once that gets what is said. */
    interface Door {
        CompletableFuture<Socket> open(int number, Socket.Listener ear);
    }

    /** Opens plain WebSockets, some at a time, and waits until all are open. */
    void open(URI address, int count, IntFunction<Handshake> handshake)
            throws InterruptedException {
        open(count, (number, ear) -> Socket.start(address, handshake.apply(number), ear));
    }

    /** Opens them, some at a time, and waits until all are open; slower when asked to. */
    void open(int count, Door door) throws InterruptedException {
        var room = new Semaphore(OPENING_AT_ONCE);
        var opening = new ArrayList<CompletableFuture<Socket>>();
        for (var i = 0; i < count; i++) {
            room.acquire();
            var end = System.nanoTime() + ADMITTED_WITHIN.toNanos();
            opening.add(attempt(door, i, end).whenComplete((socket, error) -> room.release()));
        }
        for (var future : opening) {
            try {
                sockets.add(future.get(OPEN_WITHIN_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException e) {
                throw new BenchFailure(
                        "Socket %d of %d did not open: %s"
                                .formatted(sockets.size() + 1, count, reason(e)));
            }
        }
    }

    /**
     * Again while the server is busy. The suite's gateway lets an address ask for so many sockets a
     * minute, and then for some a second.
     */
    private CompletableFuture<Socket> attempt(Door door, int number, long end) {
        return door.open(number, new Ear())
                .exceptionallyCompose(
                        error ->
                                isBusy(error) && System.nanoTime() < end
                                        ? pause().thenCompose(done -> attempt(door, number, end))
                                        : CompletableFuture.failedFuture(error));
    }

    private static boolean isBusy(Throwable error) {
        var cause = error instanceof CompletionException ? error.getCause() : error;
        return cause instanceof UpgradeRefused refused && LATER.contains(refused.status());
    }

    private static CompletableFuture<Void> pause() {
        var later = CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS);
        return CompletableFuture.runAsync(() -> {}, later);
    }

    /** A time-out has no words of its own. */
    private static String reason(Exception e) {
        return e.getCause() == null ? e.toString() : e.getCause().toString();
    }

    void enter(Round next) {
        round = next;
    }

    /** In the order in which they were asked for. */
    List<Socket> sockets() {
        return sockets;
    }

    /** How many were closed by the other side, by close code; empty when none was. */
    String trouble() {
        return closes.entrySet().stream()
                .map(it -> "%d sockets closed with %d".formatted(it.getValue(), it.getKey()))
                .collect(Collectors.joining(", "));
    }

    void close() {
        closing = true;
        sockets.forEach(Socket::close);
    }

    /** It has the stamp of the message that it translates, and is not that message. */
    private static boolean isTranslation(ByteBuf frame) {
        var length = TRANSLATION.readableBytes();
        return frame.readableBytes() > length
                && ByteBufUtil.equals(frame, frame.readerIndex(), TRANSLATION, 0, length);
    }

    private final class Ear implements Socket.Listener {
        private final int number = ears.getAndIncrement();

        @Override
        public void frame(ByteBuf content) {
            var current = round;
            if (current == null) {
                return;
            }
            if (isTranslation(content)) {
                current.translated(content, number);
            } else {
                current.received(content);
            }
        }

        @Override
        public void closed(int code, String reason) {
            if (!closing) {
                closes.merge(code, 1, Integer::sum);
            }
        }
    }
}
