package org.tertulia.message.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedQueueTest {

    @Test
    void itemsShouldComeInTheirOrderUpToTheLimit() {
        var queue = new BoundedQueue<Integer>(10);
        IntStream.range(0, 5).forEach(queue::offer);

        assertThat(queue.take(3)).containsExactly(0, 1, 2);
        assertThat(queue.take(3)).containsExactly(3, 4);
        assertThat(queue.take(3)).isEmpty();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aFullQueueShouldRefuseUntilSomethingIsTaken() {
        var queue = new BoundedQueue<Integer>(2);
        assertThat(queue.offer(1)).isTrue();
        assertThat(queue.offer(2)).isTrue();
        assertThat(queue.offer(3)).isFalse();
        assertThat(queue.size()).isEqualTo(2);
        queue.take(1);
        assertThat(queue.offer(4)).isTrue();
        assertThat(queue.take(5)).containsExactly(2, 4);
    }

    @Test
    void manyThreadsShouldLoseNothingThatWasTaken() throws InterruptedException {
        var queue = new BoundedQueue<Integer>(64);
        var accepted = new AtomicInteger();
        var taken = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int t = 0; t < 4; t++) {
                threads.execute(
                        () ->
                                IntStream.range(0, 20_000)
                                        .filter(queue::offer)
                                        .forEach(i -> accepted.incrementAndGet()));
            }
            threads.shutdown();
            while (!threads.awaitTermination(0, TimeUnit.SECONDS) || !queue.isEmpty()) {
                List<Integer> some = queue.take(16);
                assertThat(some).hasSizeLessThanOrEqualTo(16);
                taken.addAll(some);
            }
        }
        assertThat(taken).hasSize(accepted.get());
        assertThat(queue.size()).isZero();
    }
}
