package org.tertulia.media.uploads;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tertulia.media.store.ObjectStore;
import org.tertulia.media.uploads.Upload.Piece;
import org.tertulia.starter.id.IdGenerator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes bytes of an upload durable: first in the store, then in the database. Pieces have keys that are used once. */
@Component
final class UploadSaving {

    private final ObjectStore store;
    private final UploadRepository uploads;
    private final UploadProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    UploadSaving(
            ObjectStore store,
            UploadRepository uploads,
            UploadProperties properties,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The upload with what the store calls its parts. That is recorded before there is a part, so that none is left
     * behind.
     */
    Mono<Upload> begun(Upload upload, UUID token) {
        if (upload.isOnePart() || upload.multipartId() != null) {
            return Mono.just(upload);
        }
        return store.beginParts(upload.objectKey())
                .map(upload::withMultipart)
                .flatMap(begun -> save(begun, token));
    }

    /** Writes the pieces and these bytes after them as the next part. */
    Mono<Upload> writePart(Upload upload, List<ByteBuffer> rest) {
        var content =
                Flux.fromIterable(upload.pieces())
                        .concatMap(piece -> store.readAll(piece.key()))
                        .collectList()
                        .map(
                                pieces -> {
                                    var all = new ArrayList<>(pieces);
                                    all.addAll(rest);
                                    return List.copyOf(all);
                                });
        var multipart = upload.multipartId();
        var tag =
                multipart == null
                        ? store.put(upload.objectKey(), content).thenReturn("")
                        : store.writePart(
                                upload.objectKey(), multipart, upload.nextPart(), content);
        return tag.map(upload::withPart);
    }

    /** Writes these bytes as a piece. */
    Mono<Upload> writePiece(Upload upload, List<ByteBuffer> bytes) {
        var length = bytes.stream().mapToLong(ByteBuffer::remaining).sum();
        var key = upload.piecesPrefix() + upload.received() + "-" + ids.next();
        return store.put(key, Mono.just(bytes))
                .then(Mono.fromSupplier(() -> upload.withPiece(new Piece(key, length))));
    }

    /** Records what is durable, which also lets it expire later. Fails with {@link UploadLocked} when the lease is lost. */
    Mono<Upload> save(Upload upload, UUID token) {
        return Mono.fromSupplier(() -> upload.until(now().plus(properties.expiry())))
                .flatMap(later -> uploads.save(later, token).filter(held -> held).map(_ -> later))
                .switchIfEmpty(Mono.error(() -> new UploadLocked(upload.id())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What stays behind when this fails goes with the upload. */
    Mono<Void> delete(List<Piece> pieces) {
        return store.delete(pieces.stream().map(Piece::key).toList()).onErrorComplete();
    }
}
