package org.tertulia.media.store;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ReadWatchTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void bytesThatNeverComeShouldBeAnError() {
        StepVerifier.withVirtualTime(() -> ReadWatch.over(bytes(1).concatWith(Flux.never()), LIMIT))
                .expectNextCount(1)
                .expectNoEvent(LIMIT)
                .thenAwait(LIMIT.multipliedBy(2))
                .verifyError(TimeoutException.class);
    }

    @Test
    void slowBytesShouldArrive() {
        StepVerifier.withVirtualTime(
                        () -> ReadWatch.over(bytes(5).delayElements(LIMIT.minusMillis(1)), LIMIT))
                .thenAwait(LIMIT.multipliedBy(5))
                .expectNextCount(5)
                .verifyComplete();
    }

    @Test
    void nobodyShouldHaveToAskForMore() {
        StepVerifier.withVirtualTime(() -> ReadWatch.over(bytes(5), LIMIT), 0)
                .expectSubscription()
                .thenRequest(2)
                .expectNextCount(2)
                .expectNoEvent(LIMIT.multipliedBy(10))
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(3)
                .verifyComplete();
    }

    private static Flux<ByteBuffer> bytes(int count) {
        return Flux.range(0, count).map(_ -> ByteBuffer.allocate(1));
    }
}
