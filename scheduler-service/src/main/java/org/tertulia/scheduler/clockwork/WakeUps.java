package org.tertulia.scheduler.clockwork;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Wakes who sleeps until something is due, when what may be due earlier was stored. Of this instance only. */
@Component
public final class WakeUps {

    private final AtomicLong count = new AtomicLong();
    private final Sinks.Many<Long> told = Sinks.many().multicast().directBestEffort();

    /** Says that something was committed. Cheap, from any thread, as often as one likes. */
    public void wake() {
        // Best effort: who does not listen compares the counts before it sleeps.
        told.emitNext(
                count.incrementAndGet(),
                (type, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    /** How often somebody was to be woken so far. */
    public long count() {
        return count.get();
    }

    /** Completes as soon as the count is another than this. */
    public Mono<Void> after(long seen) {
        return Flux.merge(told.asFlux(), Mono.fromSupplier(count::get))
                .filter(now -> now != seen)
                .next()
                .then();
    }
}
