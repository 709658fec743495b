package org.tertulia.media.uploads;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many bytes all uploads together may hold that are not in the store yet. Who gets no room stops reading from its
 * client; everybody who has some gives it back within seconds, by writing it to the store.
 */
@Component
final class UploadMemory {

    /** Guessed: short beside the time that a piece takes to be written. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final long most;
    private final AtomicLong held = new AtomicLong();

    UploadMemory(UploadProperties properties, MeterRegistry meters) {
        this.most = properties.memory().toBytes();
        Gauge.builder("media.upload.memory", held, AtomicLong::get)
                .baseUnit("bytes")
                .description("Bytes that came and are not in the store yet")
                .register(meters);
    }

    /** A share for one request, which must close it. */
    Share share() {
        return new Share();
    }

    private boolean take(long bytes) {
        var now = held.get();
        while (now + bytes <= most) {
            if (held.compareAndSet(now, now + bytes)) {
                return true;
            }
            now = held.get();
        }
        return false;
    }

    /** What one request holds. It may be closed by one thread while another is still at work for it. */
    final class Share {

        private long bytes;
        private boolean closed;

        /** Whether there was room for so many more bytes; then they are held. */
        synchronized boolean tryHold(long more) {
            if (closed || !take(more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        /** Completes when so many more bytes are held. */
        Mono<Void> hold(long more) {
            return Mono.fromSupplier(() -> tryHold(more))
                    .filter(Boolean::booleanValue)
                    .repeatWhenEmpty(again -> again.delayElements(LOOK_EVERY))
                    .then();
        }

        /** Gives all of it back. */
        synchronized void release() {
            held.addAndGet(-bytes);
            bytes = 0;
        }

        /** Gives all of it back, and takes nothing any more. */
        synchronized void close() {
            release();
            closed = true;
        }
    }
}
