package org.tertulia.message.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Spreads clients that are sent away together: each gets a part of the window of its own, as long as the others',
 * and a random moment of it. Any thread may ask.
 */
final class ReconnectTurns {

    private final ReconnectWindow window;
    private final int clients;
    private final AtomicInteger given = new AtomicInteger();

    ReconnectTurns(ReconnectWindow window, int clients) {
        this.window = window;
        this.clients = Math.max(1, clients);
    }

    /** How long the next client waits. Whoever comes after all of them begins a second round. */
    Duration next(RandomGenerator random) {
        var turn = Math.floorMod(given.getAndIncrement(), clients);
        return window.at((turn + random.nextDouble()) / clients);
    }
}
