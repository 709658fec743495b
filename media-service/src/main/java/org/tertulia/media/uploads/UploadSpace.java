package org.tertulia.media.uploads;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.media.files.Media;
import org.tertulia.media.store.Garbage;
import org.tertulia.media.uploads.SpaceRepository.Space;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/** Room for uploads. It is taken for all of a file when its upload begins, so that none ends for want of it. */
@Component
final class UploadSpace {

    private final SpaceRepository spaces;
    private final UploadRepository uploads;
    private final Garbage garbage;
    private final UploadProperties properties;
    private final TransactionalOperator transactions;

    UploadSpace(
            SpaceRepository spaces,
            UploadRepository uploads,
            Garbage garbage,
            UploadProperties properties,
            TransactionalOperator transactions) {
        this.spaces = spaces;
        this.uploads = uploads;
        this.garbage = garbage;
        this.properties = properties;
        this.transactions = transactions;
    }

    Duration expiry() {
        return properties.expiry();
    }

    /** What the person has. */
    Mono<Space> of(UserId person) {
        return spaces.find(person);
    }

    /** Begins by {@code insert}, if there is room. Two that begin at once are told one after the other. */
    Mono<Void> take(Upload upload, Mono<Void> insert) {
        if (upload.bytes() > properties.maxSize().toBytes()) {
            return Mono.error(new FileTooLarge(properties.maxSize().toBytes()));
        }
        return spaces.lock(upload.ownerId())
                .then(Mono.defer(() -> spaces.find(upload.ownerId())))
                .doOnNext(space -> require(space, upload.bytes()))
                .then(insert)
                .as(transactions::transactional);
    }

    private void require(Space space, long bytes) {
        if (space.open() >= properties.maxOpen()) {
            throw new TooManyUploads(properties.maxOpen());
        }
        var quota = properties.quota().toBytes();
        if (space.bytes() + bytes > quota) {
            throw new QuotaExceeded(quota, space.bytes());
        }
    }

    /** Gives an upload up, and notes what came of it to be taken out of the store; whether it was open. */
    Mono<Boolean> giveBack(Upload upload) {
        return uploads.setState(upload.id(), UploadState.GONE)
                .flatMap(
                        wasOpen ->
                                wasOpen
                                        ? garbage.add(
                                                        Media.prefix(upload.id()),
                                                        upload.objectKey(),
                                                        upload.multipartId())
                                                .then(garbage.add(upload.piecesPrefix()))
                                                .thenReturn(true)
                                        : Mono.just(false))
                .as(transactions::transactional);
    }
}
