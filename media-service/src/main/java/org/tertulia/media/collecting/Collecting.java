package org.tertulia.media.collecting;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tertulia.media.store.Garbage;
import org.tertulia.media.uploads.LeftOverUploads;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees to what is left over, again and again: uploads that nobody goes on with, files that no message has, and objects
 * that were noted to be taken out of the store. Each has a round of its own, so that a store that is away holds up
 * nothing else. What fails is tried in the next round. Instances may do this at the same time.
 */
@Component
final class Collecting implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Collecting.class);

    /** Of one round. */
    private static final int MAX_BATCHES = 20;

    private final LeftOverUploads uploads;
    private final Orphans orphans;
    private final Garbage garbage;
    private final CollectingProperties properties;
    private final MeterRegistry meters;
    private @Nullable Disposable running;

    Collecting(
            LeftOverUploads uploads,
            Orphans orphans,
            Garbage garbage,
            CollectingProperties properties,
            MeterRegistry meters) {
        this.uploads = uploads;
        this.orphans = orphans;
        this.garbage = garbage;
        this.properties = properties;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        running =
                Flux.merge(
                                again("uploads", this::collectUploads),
                                again("files", this::collectFiles),
                                again("garbage", this::collectGarbage))
                        .subscribe();
    }

    private Flux<Long> again(String what, Supplier<Mono<Long>> round) {
        return Flux.interval(properties.every())
                .onBackpressureDrop()
                .concatMap(_ -> Mono.defer(round).onErrorResume(e -> later(what, e)), 1);
    }

    /** One round through the uploads; how many it saw to. */
    Mono<Long> collectUploads() {
        return counted("uploads", inBatches(() -> uploads.collect(properties.batch())));
    }

    /** One round through the files; how many it deleted. */
    Mono<Long> collectFiles() {
        return counted("files", orphans.collect());
    }

    /** One round through the notes; how many it followed. */
    Mono<Long> collectGarbage() {
        return counted("garbage", inBatches(() -> garbage.collect(properties.batch())));
    }

    private Mono<Long> inBatches(Supplier<Mono<Long>> batch) {
        return Mono.defer(batch)
                .repeat(MAX_BATCHES - 1L)
                .takeUntil(done -> done < properties.batch())
                .reduce(0L, Long::sum);
    }

    private Mono<Long> counted(String what, Mono<Long> round) {
        return round.doOnNext(count -> meters.counter("media.collect." + what).increment(count));
    }

    private static Mono<Long> later(String what, Throwable error) {
        log.warn("The {} were not collected, and will be later: {}", what, error.toString());
        return Mono.empty();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
