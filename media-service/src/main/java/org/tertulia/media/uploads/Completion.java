package org.tertulia.media.uploads;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tertulia.media.files.Media;
import org.tertulia.media.store.ObjectStore;
import org.tertulia.media.types.ContentType;
import org.tertulia.media.types.TypeDetector;
import reactor.core.publisher.Mono;

/**
 * Makes a file of an upload that is whole. What the file is, its content says. May be repeated after a crash at any
 * place: there is one file, announced once.
 */
@Component
final class Completion {

    private final ObjectStore store;
    private final TypeDetector types;
    private final FileCreation creation;
    private final Clock clock;
    private final MeterRegistry meters;

    Completion(
            ObjectStore store,
            TypeDetector types,
            FileCreation creation,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.types = types;
        this.creation = creation;
        this.clock = clock;
        this.meters = meters;
    }

    /** For who holds the upload's lease. Nothing happens to an upload that is not whole, or is a file already. */
    Mono<Void> complete(Upload upload) {
        if (upload.state() != UploadState.OPEN || !upload.isWhole()) {
            return Mono.empty();
        }
        return assembled(upload)
                .then(Mono.defer(() -> type(upload)))
                .flatMap(type -> announced(upload, type))
                .filter(isNew -> isNew)
                .doOnNext(_ -> counted(upload))
                .then();
    }

    private Mono<Void> assembled(Upload upload) {
        var multipart = upload.multipartId();
        if (multipart != null) {
            return store.completeParts(upload.objectKey(), multipart, upload.partTags());
        }
        return upload.bytes() > 0
                ? Mono.empty()
                : store.put(upload.objectKey(), Mono.just(List.<ByteBuffer>of()));
    }

    private Mono<ContentType> type(Upload upload) {
        var length = (int) Math.min(upload.bytes(), TypeDetector.HEAD);
        if (length == 0) {
            return Mono.just(types.detect(new byte[0]));
        }
        return store.read(upload.objectKey(), 0, length - 1)
                .collect(
                        () -> ByteBuffer.allocate(length),
                        (head, bytes) -> head.put(bytes.duplicate()))
                .map(head -> types.detect(bytes(head.flip())));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private Mono<Boolean> announced(Upload upload, ContentType type) {
        var original =
                new Media.Original(upload.objectKey(), upload.bytes(), 1, upload.keepOriginal());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return creation.create(
                Media.uploaded(upload.id(), upload.ownerId(), upload.name(), type, original, now),
                upload.piecesPrefix());
    }

    private void counted(Upload upload) {
        meters.counter("media.upload.complete").increment();
        meters.counter("media.upload.bytes").increment((double) upload.bytes());
    }
}
