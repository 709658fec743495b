package org.tertulia.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.tertulia.gateway.media.BodyFlow.Side;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class BodyFlowTest {

    private static final int PIECE = 8 * 1024;

    /** What a channel holds by default before it says that it is not to be written to. */
    private static final int WATER_MARK = 64 * 1024;

    private static final Duration SOURCE = Duration.ofSeconds(4);
    private static final Duration TARGET = Duration.ofSeconds(8);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final BodyFlow flow = new BodyFlow(SOURCE, TARGET);
    private final AtomicLong asked = new AtomicLong();
    private final Writer writer = new Writer();

    @AfterEach
    void reset() {
        channel.finishAndReleaseAll();
        VirtualTimeScheduler.reset();
    }

    @Test
    void noMoreShouldBeAskedForThanMayWait() {
        flow.paced(pieces(1_000), channel).subscribe(writer);

        assertThat(asked.get()).isBetween(8L, 16L);
        assertThat(writer.written).isEqualTo(asked.get());
        assertThat(channel.unsafe().outboundBuffer().totalPendingWriteBytes())
                .isLessThan(WATER_MARK + 9 * (PIECE + 100));
    }

    @Test
    void whatTheChannelTakesShouldMakeRoom() {
        flow.paced(pieces(100), channel).subscribe(writer);
        while (!writer.complete) {
            var before = writer.written;
            channel.flush();
            assertThat(writer.written).isGreaterThan(before);
        }

        assertThat(writer.written).isEqualTo(100);
        assertThat(channel.pipeline().toMap().values()).noneMatch(Pace.class::isInstance);
    }

    @Test
    void aTakerThatAsksForLittleShouldGetNoMore() {
        writer.wants = 3;
        flow.paced(pieces(100), channel).subscribe(writer);

        assertThat(asked.get()).isEqualTo(3);
    }

    @Test
    void aTakerThatLeavesShouldLeaveNothingBehind() {
        flow.paced(pieces(100), channel).subscribe(writer);
        writer.cancel();
        channel.flush();

        assertThat(writer.written).isLessThanOrEqualTo(16);
        assertThat(channel.pipeline().toMap().values()).noneMatch(Pace.class::isInstance);
    }

    @Test
    void aSourceThatGivesNothingShouldBeTold() {
        var stood = watch(Flux.<DataBuffer>never());

        time.advanceTimeBy(SOURCE);
        assertThat(stood).isEmpty();
        time.advanceTimeBy(SOURCE.dividedBy(4));
        assertThat(stood).containsExactly(Side.SOURCE);
    }

    @Test
    void aChannelThatTakesNothingShouldBeTold() {
        var stood = watch(pieces(1_000));

        time.advanceTimeBy(TARGET);
        assertThat(stood).isEmpty();
        time.advanceTimeBy(SOURCE.dividedBy(4));
        assertThat(stood).containsExactly(Side.TARGET);
    }

    @Test
    void theLastOfABodyShouldBeWatchedUntilItIsTaken() {
        var stood = watch(pieces(2));
        assertThat(writer.complete).isTrue();

        time.advanceTimeBy(TARGET.multipliedBy(2));
        assertThat(stood).containsExactly(Side.TARGET);
    }

    @Test
    void whatIsPassedShouldWaitForItsAnswerInPeace() {
        var stood = watch(pieces(2));
        channel.flush();

        time.advanceTimeBy(TARGET.multipliedBy(9));
        assertThat(stood).isEmpty();
    }

    @Test
    void whateverMovesShouldStandStillNowhere() {
        var stood = watch(pieces(1_000));
        for (var i = 0; i < 20; i++) {
            time.advanceTimeBy(TARGET.dividedBy(2));
            channel.flush();
        }

        assertThat(stood).isEmpty();
    }

    @Test
    void aBodyThatHasNotBegunShouldBeLeftToOthers() {
        var stood = new ArrayList<Side>();
        flow.watched(Mono.never(), side -> Mono.fromRunnable(() -> stood.add(side))).subscribe();

        time.advanceTimeBy(TARGET.multipliedBy(9));
        assertThat(stood).isEmpty();
    }

    private List<Side> watch(Flux<DataBuffer> body) {
        var stood = new ArrayList<Side>();
        flow.watched(Mono.never(), side -> Mono.fromRunnable(() -> stood.add(side))).subscribe();
        flow.paced(body, channel).subscribe(writer);
        return stood;
    }

    private Flux<DataBuffer> pieces(int count) {
        return Flux.range(0, count)
                .<DataBuffer>map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[PIECE]))
                .doOnRequest(asked::addAndGet);
    }

    /** Writes what it gets, and leaves the flushing to the test. */
    private final class Writer extends BaseSubscriber<DataBuffer> {

        private int wants = 128;
        private int written;
        private boolean complete;

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(wants);
        }

        @Override
        protected void hookOnNext(DataBuffer piece) {
            written++;
            var _ =
                    channel.write(Unpooled.wrappedBuffer(new byte[piece.readableByteCount()]))
                            .addListener(_ -> request(1));
        }

        @Override
        protected void hookOnComplete() {
            complete = true;
        }

        @Override
        protected void hookOnError(Throwable error) {
            throw new AssertionError(error);
        }
    }
}
