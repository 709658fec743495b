package org.tertulia.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.test.StepVerifier;

class UploadMemoryTest {

    private static final long ALL = 8 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UploadMemory memory =
            new UploadMemory(
                    UploadFixtures.properties(
                            DataSize.ofBytes(ALL), Duration.ofSeconds(5), Duration.ofSeconds(15)),
                    meters);

    @Test
    void thereShouldBeRoomForSoMuchAndNoMore() {
        var one = memory.share();
        var other = memory.share();

        assertThat(one.tryHold(ALL - 10)).isTrue();
        assertThat(other.tryHold(11)).isFalse();
        assertThat(other.tryHold(10)).isTrue();
        assertThat(held()).isEqualTo(ALL);
    }

    @Test
    void whoWaitsShouldGetRoomWhenAnotherGivesItBack() {
        var one = memory.share();
        var other = memory.share();
        one.tryHold(ALL);

        StepVerifier.create(other.hold(100))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(100))
                .then(one::release)
                .expectComplete()
                .verify(LIMIT);

        assertThat(held()).isEqualTo(100);
    }

    @Test
    void whoIsCancelledWhileWaitingShouldHoldNothing() {
        var one = memory.share();
        var other = memory.share();
        one.tryHold(ALL);

        StepVerifier.create(other.hold(100)).expectSubscription().thenCancel().verify(LIMIT);
        other.close();
        one.close();

        assertThat(held()).isZero();
    }

    @Test
    void aClosedShareShouldTakeNothing() {
        var share = memory.share();
        share.tryHold(100);
        share.close();

        assertThat(share.tryHold(1)).isFalse();
        assertThat(held()).isZero();
    }

    /** A request is cut off by one thread while another is taking room for it. */
    @RepeatedTest(200)
    void nothingShouldStayHeldWhoeverComesFirst() throws Exception {
        var share = memory.share();
        var start = new CyclicBarrier(2);
        var taking =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    await(start);
                                    for (var i = 0; i < 50; i++) {
                                        share.tryHold(100);
                                    }
                                });
        await(start);
        share.close();
        taking.join();

        assertThat(held()).isZero();
    }

    private double held() {
        return meters.get("media.upload.memory").gauge().value();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
