package org.tertulia.media.collecting;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tertulia.media.access.ReplicaProgress;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.starter.id.MediaId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes files that nobody can come to any more: those that were never sent, those whose messages are all deleted, and pictures that others came after.
 * Goes through all files, a bounded number in one sweep, and begins anew after the last one.
 *
 * <p>It takes two steps: first everybody is told that a file is gone, so that nobody can send it any more, and only later
 * it is, if nobody uses it. One that was sent at the moment of the first step is so found by its event and stays.
 * Since that is known from events, nothing is done while some that were published have not arrived: after a long outage
 * files would seem to be orphans that were sent meanwhile. Instances may do this at the same time.
 */
@Component
final class Orphans {

    /** Of one sweep: so that it takes some hundredths of a second however many files there are. */
    private static final int PAGES = 20;

    private static final UUID BEGINNING = new UUID(0, 0);

    private final OrphanRepository files;
    private final MediaFiles deletion;
    private final ReplicaProgress progress;
    private final Clock clock;
    private final CollectingProperties properties;
    private volatile UUID place = BEGINNING;

    Orphans(
            OrphanRepository files,
            MediaFiles deletion,
            ReplicaProgress progress,
            Clock clock,
            CollectingProperties properties) {
        this.files = files;
        this.deletion = deletion;
        this.progress = progress;
        this.clock = clock;
        this.properties = properties;
    }

    /** Goes on from where the sweep before ended; to how many files it deleted. */
    Mono<Long> collect() {
        return progress.isUpToDate()
                .filter(Boolean::booleanValue)
                .flatMap(_ -> pages())
                .defaultIfEmpty(0L);
    }

    private Mono<Long> pages() {
        return Mono.defer(this::page)
                .repeat(PAGES - 1L)
                .takeUntil(_ -> place.equals(BEGINNING))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> page() {
        return files.findPage(place, longAgo(), properties.batch())
                .flatMap(
                        page ->
                                Flux.fromIterable(page.orphans())
                                        .concatMap(this::withdraw)
                                        .thenMany(Flux.fromIterable(page.withdrawn()))
                                        .concatMap(this::delete)
                                        .count()
                                        .doOnNext(_ -> place = next(page)));
    }

    private OrphanRepository.LongAgo longAgo() {
        var now = clock.instant();
        return new OrphanRepository.LongAgo(
                now.minus(properties.unattachedFor()),
                now.minus(properties.deletedFor()),
                now.minus(properties.withdrawnFor()));
    }

    private UUID next(OrphanRepository.Page page) {
        return page.examined() < properties.batch() ? BEGINNING : page.last();
    }

    /** The place moves on before it is tried, so that a file that can not be changed does not stop all others for good. */
    private Mono<Boolean> withdraw(MediaId id) {
        place = id.value();
        return deletion.withdrawUnused(id);
    }

    private Mono<Boolean> delete(MediaId id) {
        place = id.value();
        return deletion.deleteWithdrawn(id)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> files.forget(id).thenReturn(true));
    }
}
