package org.tertulia.load.bench;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * One round in one room: sends a number of messages, and takes down when each arrives at each socket.
 * Receipts come from many threads.
 */
final class Round {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double NANOS_PER_SECOND = 1e9;

    private final int id;
    private final int messages;
    private final int sockets;
    private final Latencies latencies;
    private final AtomicIntegerArray receipts;
    private final CountDownLatch complete;
    private final Semaphore window;
    private final Set<Translation> translations = ConcurrentHashMap.newKeySet();
    private volatile long lastReceipt;
    private volatile int frameBytes;

    /**
     * Prepares a round.
     *
     * @param underWay how many messages may be on their way at a time; one is done when every socket
     *     has it
     */
    Round(int id, int messages, int sockets, int underWay) {
        this.id = id;
        this.messages = messages;
        this.sockets = sockets;
        this.latencies = new Latencies(messages * sockets);
        this.receipts = new AtomicIntegerArray(messages);
        this.complete = new CountDownLatch(messages);
        this.window = new Semaphore(underWay);
    }

    /** A frame came at one socket; those of other rounds and other kinds do not count. */
    void received(ByteBuf frame) {
        var stamp = Stamp.find(frame);
        if (stamp == null || stamp.round() != id || stamp.number() >= messages) {
            return;
        }
        var now = System.nanoTime();
        latencies.add(now - stamp.sentAt());
        frameBytes = frame.readableBytes();
        if (receipts.incrementAndGet(stamp.number()) == sockets) {
            lastReceipt = now;
            window.release();
            complete.countDown();
        }
    }

    /** A translation of a message of this round, at a socket. */
    private record Translation(int message, int socket) {}

    /** The translation of a message came at one socket; again it does not count. */
    void translated(ByteBuf frame, int socket) {
        var stamp = Stamp.find(frame);
        if (stamp != null && stamp.round() == id) {
            translations.add(new Translation(stamp.number(), socket));
        }
    }

    /** How many translations came so far. */
    int translations() {
        return translations.size();
    }

    /** How long each delivery took. */
    Latencies latencies() {
        return latencies;
    }

    /**
     * Sends all, each as soon as there is room or, when a pause is given, at its time, and waits until
     * all have arrived everywhere.
     *
     * @throws BenchFailure when they do not
     */
    FanOut run(Room room, int textLength, Duration pause) throws InterruptedException {
        var start = System.nanoTime();
        for (var number = 0; number < messages; number++) {
            if (!window.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                break;
            }
            awaitTime(start + number * pause.toNanos());
            room.say(new Stamp(id, number, System.nanoTime()).text(textLength));
        }
        if (!complete.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new BenchFailure(
                    "%s: only %d of %d deliveries within %s. %s"
                            .formatted(
                                    room.name(),
                                    latencies.count(),
                                    messages * sockets,
                                    LIMIT,
                                    room.trouble()));
        }
        var seconds = (lastReceipt - start) / NANOS_PER_SECOND;
        return new FanOut(
                messages * (double) sockets / seconds,
                latencies.percentileMillis(0.5),
                latencies.percentileMillis(0.99));
    }

    /** How long a frame was as it came. */
    int frameBytes() {
        return frameBytes;
    }

    private static void awaitTime(long time) {
        for (var left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
