package org.tertulia.media.uploads;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tertulia.starter.problem.Infrastructure;
import reactor.core.publisher.Mono;

/**
 * Sees to uploads that nobody goes on with: those that are whole become files, those whose time is up are given up, and
 * those that have long been either are forgotten.
 */
@Component
public final class LeftOverUploads {

    private static final Logger log = LoggerFactory.getLogger(LeftOverUploads.class);

    /** Whoever sent the last byte is about to make it a file. */
    private static final Duration WHOLE_FOR = Duration.ofMinutes(1);

    private final UploadRepository uploads;
    private final UploadLease lease;
    private final Completion completion;
    private final UploadSpace space;
    private final Clock clock;

    LeftOverUploads(
            UploadRepository uploads,
            UploadLease lease,
            Completion completion,
            UploadSpace space,
            Clock clock) {
        this.uploads = uploads;
        this.lease = lease;
        this.completion = completion;
        this.space = space;
        this.clock = clock;
    }

    /** Sees to at most so many; to how many it did. One that fails is left for the next time. */
    public Mono<Long> collect(int limit) {
        return Mono.fromSupplier(clock::instant)
                .flatMapMany(now -> uploads.findLeftOver(now, now.minus(WHOLE_FOR), limit))
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(this::settle)
                .count()
                .flatMap(count -> forget().thenReturn(count));
    }

    private Mono<Boolean> settle(Upload found) {
        return lease.hold(found.id(), (current, _) -> settled(current))
                .filter(Boolean::booleanValue)
                .onErrorResume(error -> later(found, error));
    }

    private static Mono<Boolean> later(Upload found, Throwable error) {
        if (!(error instanceof UploadLocked)) {
            log.warn("The upload {} could not be seen to: {}", found.id(), error.toString());
        }
        return Mono.empty();
    }

    private Mono<Boolean> settled(Upload current) {
        if (current.isWhole()) {
            return completion
                    .complete(current)
                    .thenReturn(true)
                    .onErrorResume(error -> givenUp(current, error));
        }
        return current.isExpired(clock.instant()) ? space.giveBack(current) : Mono.just(false);
    }

    /** What can not be made a file until its time is up, although everything is there, never can. */
    private Mono<Boolean> givenUp(Upload current, Throwable error) {
        return Infrastructure.isAway(error) || clock.instant().isBefore(current.expiresAt())
                ? Mono.error(error)
                : space.giveBack(current);
    }

    /** An upload that was given up is told to be so for as long again. */
    private Mono<Long> forget() {
        return uploads.deleteFinished(clock.instant().minus(space.expiry()));
    }
}
