package org.tertulia.gateway.media;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * One body on its way from a source to a channel. It goes no faster than the channel takes it, and when nothing moves for
 * too long it is told whom everybody waits for.
 */
final class BodyFlow {

    /** Who may stand still. */
    enum Side {
        SOURCE,
        TARGET
    }

    /** Within a limit the flow is looked at so often; so a limit is kept to a quarter of itself. */
    private static final int LOOKS = 4;

    private final Duration sourceLimit;
    private final Duration targetLimit;
    private final Duration betweenLooks;
    private volatile @Nullable Pace pace;

    // Of the look before; looks come one at a time.
    private long lastPassed = -1;
    private long lastWaiting;
    private int quietLooks;

    BodyFlow(Duration sourceLimit, Duration targetLimit) {
        this.sourceLimit = sourceLimit;
        this.targetLimit = targetLimit;
        var least = sourceLimit.compareTo(targetLimit) < 0 ? sourceLimit : targetLimit;
        this.betweenLooks = least.dividedBy(LOOKS);
    }

    /** {@code body}, asked for more only while {@code channel} may be written to. */
    Flux<DataBuffer> paced(Flux<DataBuffer> body, Channel channel) {
        return body.transform(
                Operators.<DataBuffer, DataBuffer>lift(
                        (_, taker) -> {
                            var begun = new Pace(taker, channel);
                            pace = begun;
                            return begun;
                        }));
    }

    /** What passes the body; replaced by {@code ending} once a side stands still for as long as it may. */
    Mono<Void> watched(Mono<Void> passing, Function<Side, Mono<Void>> ending) {
        var standstill =
                Flux.interval(betweenLooks).<Side>mapNotNull(_ -> look()).next().flatMap(ending);
        return Mono.firstWithSignal(passing, standstill);
    }

    /** The side that has stood still for too long. */
    private @Nullable Side look() {
        var current = pace;
        if (current == null || moved(current)) {
            quietLooks = 0;
            return null;
        }
        quietLooks++;
        if (!current.isUnderWay()) {
            return null;
        }
        var side = current.awaitsSource() ? Side.SOURCE : Side.TARGET;
        var limit = side == Side.SOURCE ? sourceLimit : targetLimit;
        return betweenLooks.multipliedBy(quietLooks).compareTo(limit) >= 0 ? side : null;
    }

    private boolean moved(Pace current) {
        var passed = current.passed();
        var waiting = current.waiting();
        var moved = passed != lastPassed || waiting != lastWaiting;
        lastPassed = passed;
        lastWaiting = waiting;
        return moved;
    }
}
