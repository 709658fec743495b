package org.tertulia.media.files;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.media.store.Garbage;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.starter.outbox.Outbox;
import reactor.core.publisher.Mono;

/** The files. Each change is stored and announced in one transaction, under the file's row lock. */
@Component
public final class MediaFiles {

    private final MediaRepository media;
    private final Garbage garbage;
    private final Outbox outbox;
    private final TransactionalOperator transactions;
    private final Clock clock;

    MediaFiles(
            MediaRepository media,
            Garbage garbage,
            Outbox outbox,
            TransactionalOperator transactions,
            Clock clock) {
        this.media = media;
        this.garbage = garbage;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails with {@link MediaNotFound}. */
    public Mono<Media> find(MediaId id) {
        return media.findAll(List.of(id))
                .filter(found -> !found.isEmpty())
                .map(List::getFirst)
                .switchIfEmpty(Mono.error(() -> new MediaNotFound(id)));
    }

    /** Those of {@code ids} that exist, in no particular order. */
    public Mono<List<Media>> findAll(Collection<MediaId> ids) {
        return media.findAll(ids);
    }

    /** Stores a new file, in the caller's transaction; whether it was not there before. */
    public Mono<Boolean> create(Media created) {
        return media.insertIfAbsent(created)
                .flatMap(
                        isNew ->
                                isNew
                                        ? outbox.append(
                                                        MediaEvents.TOPIC,
                                                        MediaEvents.uploaded(created))
                                                .thenReturn(true)
                                        : Mono.just(false));
    }

    /** Stores what was found out of a file, in the caller's transaction. A file that is gone stays gone. */
    public Mono<Void> store(Media processed) {
        return media.update(processed)
                .filter(Boolean::booleanValue)
                .flatMap(
                        _ ->
                                media.replacePreviews(processed.id(), processed.previews())
                                        .thenReturn(true))
                .flatMap(
                        _ ->
                                outbox.append(
                                        MediaEvents.TOPIC,
                                        MediaEvents.processed(processed, now())));
    }

    /**
     * Tells that a file that is not used is gone, and keeps it: a message may have got it a moment ago. Whether it was so.
     */
    public Mono<Boolean> withdrawUnused(MediaId id) {
        var now = now();
        return media.withdrawUnused(id, now)
                .flatMap(owner -> tellDeleted(id, owner, now).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transactions::transactional);
    }

    /** Deletes a file that was withdrawn, with its objects, if it is not used; whether it was so. */
    public Mono<Boolean> deleteWithdrawn(MediaId id) {
        return media.deleteUnused(id)
                .flatMap(_ -> garbage.add(Media.prefix(id)).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transactions::transactional);
    }

    /** Deletes a file that is not used, with its objects, and tells of it; whether it was so. */
    public Mono<Boolean> deleteUnused(MediaId id) {
        return media.deleteUnused(id)
                .flatMap(
                        owner ->
                                tellDeleted(id, owner, now())
                                        .then(garbage.add(Media.prefix(id)))
                                        .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transactions::transactional);
    }

    private Mono<Void> tellDeleted(MediaId id, UserId owner, Instant at) {
        return outbox.append(MediaEvents.TOPIC, MediaEvents.deleted(id, owner, at));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
