package org.tertulia.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ReadGateTest {

    private final ReadGate gate = new ReadGate(3);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void neverShouldMoreThanTheLimitBeInside() {
        var sum =
                Flux.range(1, 200)
                        .flatMap(i -> gate.through(read(i)), 200)
                        .reduce(0, Integer::sum)
                        .block(Duration.ofSeconds(20));

        assertThat(sum).isEqualTo(200 * 201 / 2);
        assertThat(most.get()).isEqualTo(3);
    }

    @Test
    void aFailedReadShouldLeaveTheGate() {
        Flux.range(1, 50)
                .flatMap(
                        i ->
                                gate.through(Mono.<Integer>error(new IllegalStateException()))
                                        .onErrorComplete())
                .blockLast(Duration.ofSeconds(20));

        assertThat(gate.through(read(7)).block(Duration.ofSeconds(5))).isEqualTo(7);
    }

    @Test
    void anEmptyReadShouldLeaveTheGate() {
        Flux.range(1, 50)
                .flatMap(i -> gate.through(Mono.empty()))
                .blockLast(Duration.ofSeconds(20));

        assertThat(gate.through(read(7)).block(Duration.ofSeconds(5))).isEqualTo(7);
    }

    private Mono<Integer> read(int value) {
        return Mono.defer(
                () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    return Mono.delay(Duration.ofMillis(2))
                            .map(tick -> value)
                            .doOnNext(v -> inside.decrementAndGet());
                });
    }
}
