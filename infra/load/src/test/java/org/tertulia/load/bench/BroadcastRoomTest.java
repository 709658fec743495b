package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The measuring itself, on the baseline: its own server process and real sockets. */
class BroadcastRoomTest {
    private static final int SOCKETS = 20;
    private static final int MESSAGES = 50;

    @Test
    void everyMessageShouldArriveAtEverySocketOnce() throws InterruptedException {
        try (var room = BroadcastRoom.baseline(SOCKETS)) {
            var round = new Round(1, MESSAGES, SOCKETS, 4);
            room.enter(round);
            var result = round.run(room, 300, Duration.ZERO);

            assertThat(round.frameBytes()).isEqualTo(300);
            assertThat(result.deliveriesPerSecond()).isPositive();
            assertThat(result.p50Millis()).isPositive().isLessThanOrEqualTo(result.p99Millis());
            assertThat(room.trouble()).isEmpty();
        }
    }

    @Test
    void aPacedRoundShouldTakeItsTime() throws InterruptedException {
        try (var room = BroadcastRoom.baseline(SOCKETS)) {
            var round = new Round(2, 20, SOCKETS, 20);
            room.enter(round);
            var result = round.run(room, 300, Duration.ofMillis(20));

            assertThat(result.deliveriesPerSecond()).isLessThan(20 * SOCKETS / 0.38);
        }
    }
}
