package org.tertulia.media.store;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.publisher.SynchronousSink;

/**
 * Sees to it that whoever waits for bytes of the store gets some, or an error: its client does not always tell that a
 * connection has ended in the middle of an object (aws-sdk-java-v2, issue 6949). Who does not ask for more may take any
 * time.
 */
final class ReadWatch {

    private final Duration limit;
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private long arrivedBefore = -1;

    private ReadWatch(Duration limit) {
        this.limit = limit;
    }

    /** The bytes; fails with {@link TimeoutException} when none come for once to twice this long though some are wanted. */
    static Flux<ByteBuffer> over(Publisher<ByteBuffer> bytes, Duration limit) {
        return Flux.defer(
                () -> {
                    var watch = new ReadWatch(limit);
                    return Flux.from(bytes)
                            .doOnRequest(watch::want)
                            .doOnNext(_ -> watch.arrive())
                            .takeUntilOther(watch.standstill());
                });
    }

    private void want(long count) {
        wanted.accumulateAndGet(count, Operators::addCap);
    }

    private void arrive() {
        wanted.decrementAndGet();
        arrived.incrementAndGet();
    }

    private Flux<Long> standstill() {
        return Flux.interval(limit).handle(this::look);
    }

    /** Two looks make a standstill: bytes are wanted at both, and none came between them. */
    private void look(long number, SynchronousSink<Long> sink) {
        var now = wanted.get() > 0 ? arrived.get() : -1;
        if (now >= 0 && now == arrivedBefore) {
            sink.error(new TimeoutException("The store sends no more of an object"));
        }
        arrivedBefore = now;
    }
}
