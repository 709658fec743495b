package org.tertulia.message.delivery;

import java.util.List;
import org.tertulia.message.frames.BatchFrame;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes batches, on threads of its own. So many of them wait at most; what is over that is refused at once, so
 * that a thousand clients that reconnect together fill no memory with what is to be compressed.
 */
final class BatchCompressor {

    private static final int IDLE_SECONDS = 60;

    private final Scheduler threads;

    BatchCompressor(DeliveryProperties properties) {
        this.threads =
                Schedulers.newBoundedElastic(
                        properties.batchThreads(),
                        properties.batchQueue(),
                        "delivery-batch",
                        IDLE_SECONDS,
                        true);
    }

    /**
     * The batch of {@code frames}. Fails with {@link java.util.concurrent.RejectedExecutionException} when there
     * are too many to be made.
     */
    Mono<byte[]> compress(List<byte[]> frames) {
        return Mono.fromCallable(() -> BatchFrame.gzip(frames)).subscribeOn(threads);
    }

    void close() {
        threads.dispose();
    }
}
