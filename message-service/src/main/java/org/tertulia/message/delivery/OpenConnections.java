package org.tertulia.message.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections this instance has, and so over how long their clients are to come back when it goes: no
 * more of them in a second than the other instances can take.
 */
final class OpenConnections {

    private static final long MILLIS_PER_SECOND = 1_000;

    private final AtomicInteger count = new AtomicInteger();
    private final DeliveryProperties properties;

    OpenConnections(DeliveryProperties properties) {
        this.properties = properties;
    }

    void opened() {
        count.incrementAndGet();
    }

    void ended() {
        count.decrementAndGet();
    }

    int count() {
        return count.get();
    }

    /** Within what time each client that loses this instance comes back, at a moment of its own choice. */
    ReconnectWindow window() {
        return window(count.get());
    }

    /** The same with so many connections. */
    ReconnectWindow window(int connections) {
        var needed = connections * MILLIS_PER_SECOND / properties.reconnectsPerSecond();
        var spread = Math.max(properties.reconnectSpread().toMillis(), needed);
        var latest =
                Math.max(
                        properties.reconnectMin().toMillis(), properties.reconnectMax().toMillis());
        var min = properties.reconnectMin();
        return new ReconnectWindow(
                min, Duration.ofMillis(Math.min(min.toMillis() + spread, latest)));
    }

    /** When a single client is to come back. */
    Duration delay() {
        return window().at(ThreadLocalRandom.current().nextDouble());
    }

    /** When all the clients are to come back, who are sent away together. */
    ReconnectTurns turns() {
        return new ReconnectTurns(window(), count.get());
    }
}
