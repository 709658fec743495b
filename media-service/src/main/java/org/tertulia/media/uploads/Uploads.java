package org.tertulia.media.uploads;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.tertulia.starter.id.IdGenerator;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Uploads: begun, gone on with from where they are, and made files when their last byte came. What is told to be
 * received is durable. An upload is its owner's alone; to others it is not there.
 */
@Component
final class Uploads {

    private final UploadRepository stored;
    private final UploadSpace space;
    private final UploadLease lease;
    private final UploadBodies bodies;
    private final Completion completion;
    private final IdGenerator ids;
    private final Clock clock;

    Uploads(
            UploadRepository stored,
            UploadSpace space,
            UploadLease lease,
            UploadBodies bodies,
            Completion completion,
            IdGenerator ids,
            Clock clock) {
        this.stored = stored;
        this.space = space;
        this.lease = lease;
        this.bodies = bodies;
        this.completion = completion;
        this.ids = ids;
        this.clock = clock;
    }

    /** Fails with {@link FileTooLarge}, {@link QuotaExceeded}, {@link TooManyUploads}. */
    Mono<Upload> begin(UserId owner, long bytes, UploadMetadata metadata) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var upload =
                new Upload(
                        new MediaId(ids.next()),
                        owner,
                        metadata.name(),
                        metadata.keepOriginal(),
                        bytes,
                        UploadProperties.partSize(bytes),
                        null,
                        List.of(),
                        List.of(),
                        UploadState.OPEN,
                        now.plus(space.expiry()));
        return space.take(upload, stored.insert(upload, now))
                .then(Mono.defer(() -> bytes == 0 ? find(owner, upload.id()) : Mono.just(upload)));
    }

    /**
     * The upload as it is. One that is whole and was not made a file, since its instance died, is now. Fails with
     * {@link UploadNotFound}, {@link UploadExpired}.
     */
    Mono<Upload> find(UserId owner, MediaId id) {
        return own(owner, id)
                .flatMap(
                        upload ->
                                upload.isWhole() && upload.state() == UploadState.OPEN
                                        ? lease.hold(
                                                id,
                                                (current, _) ->
                                                        completion
                                                                .complete(current)
                                                                .thenReturn(current))
                                        : Mono.just(upload));
    }

    /**
     * Takes in a body from {@code offset} on; the upload as it is durable then. Goes on with what came when the client
     * is gone. Fails with {@link OffsetMismatch}, {@link UploadLocked}, {@link ChecksumMismatch}, or as {@link #find}.
     */
    Mono<Upload> append(
            UserId owner,
            MediaId id,
            long offset,
            @Nullable UploadChecksum checksum,
            Flux<DataBuffer> body) {
        return own(owner, id)
                .then(
                        lease.hold(
                                id,
                                (current, token) ->
                                        at(current, offset)
                                                .flatMap(
                                                        it ->
                                                                bodies.take(
                                                                        it, token, checksum, body))
                                                .flatMap(
                                                        it ->
                                                                completion
                                                                        .complete(it)
                                                                        .thenReturn(it))))
                .cache();
    }

    /**
     * Begins, and takes in a body at once. When that fails, or the client is gone before its end, the upload is given
     * up: the client was never told where it is. Fails as {@link #begin} and {@link #append}.
     */
    Mono<Upload> beginWith(
            UserId owner,
            long bytes,
            UploadMetadata metadata,
            @Nullable UploadChecksum checksum,
            Flux<DataBuffer> body) {
        var cut = new AtomicBoolean();
        return begin(owner, bytes, metadata)
                .flatMap(
                        begun ->
                                append(
                                                owner,
                                                begun.id(),
                                                0,
                                                checksum,
                                                body.doOnError(_ -> cut.set(true)))
                                        .filter(taken -> taken.isWhole() || !cut.get())
                                        .switchIfEmpty(
                                                Mono.error(() -> new UploadNotFound(begun.id())))
                                        .onErrorResume(error -> unbegun(begun, error)))
                .cache();
    }

    private Mono<Upload> unbegun(Upload begun, Throwable error) {
        return end(begun.ownerId(), begun.id()).onErrorComplete().then(Mono.error(error));
    }

    private Mono<Upload> at(Upload current, long offset) {
        if (current.isExpired(clock.instant())) {
            return Mono.error(new UploadExpired(current.id()));
        }
        return current.received() == offset
                ? Mono.just(current)
                : Mono.error(new OffsetMismatch(current.id(), current.received()));
    }

    /** Gives the upload up. Fails as {@link #find}, or with {@link UploadNotFound} when it is a file already. */
    Mono<Void> end(UserId owner, MediaId id) {
        return own(owner, id)
                .filter(upload -> upload.state() == UploadState.OPEN)
                .switchIfEmpty(Mono.error(() -> new UploadNotFound(id)))
                .then(lease.hold(id, (current, _) -> space.giveBack(current).thenReturn(current)))
                .then(stored.delete(id));
    }

    private Mono<Upload> own(UserId owner, MediaId id) {
        return stored.find(id)
                .filter(upload -> upload.ownerId().equals(owner))
                .switchIfEmpty(Mono.error(() -> new UploadNotFound(id)))
                .flatMap(
                        upload ->
                                upload.isExpired(clock.instant())
                                        ? Mono.error(new UploadExpired(id))
                                        : Mono.just(upload));
    }
}
