package org.tertulia.load.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the connections of some rooms alive until it is closed, while another room is measured: a slow one can take
 * longer than the suite waits for a sign of life.
 */
final class KeepAlive implements AutoCloseable {
    /** A third of the time after which the suite takes a silent connection for dead. */
    private static final Duration EVERY = Duration.ofSeconds(20);

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    private KeepAlive() {}

    /** From now on. */
    static KeepAlive of(List<Room> rooms) {
        var alive = new KeepAlive();
        var _ =
                alive.clock.scheduleWithFixedDelay(
                        () -> rooms.forEach(Room::keepAlive),
                        EVERY.toSeconds(),
                        EVERY.toSeconds(),
                        TimeUnit.SECONDS);
        return alive;
    }

    /** Returns when nothing is under way any more. */
    @Override
    public void close() {
        clock.close();
    }
}
