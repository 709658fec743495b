package org.tertulia.media.uploads;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tertulia.media.files.Media;
import org.tertulia.media.files.MediaFiles;
import org.tertulia.media.files.MediaState;
import org.tertulia.media.previews.PreviewQueue;
import org.tertulia.media.store.Garbage;
import reactor.core.publisher.Mono;

/** Ends an upload and begins its file, in one transaction. Of several attempts one does. */
@Component
final class FileCreation {

    private final UploadRepository uploads;
    private final MediaFiles files;
    private final PreviewQueue queue;
    private final Garbage garbage;
    private final TransactionalOperator transactions;

    FileCreation(
            UploadRepository uploads,
            MediaFiles files,
            PreviewQueue queue,
            Garbage garbage,
            TransactionalOperator transactions) {
        this.uploads = uploads;
        this.files = files;
        this.queue = queue;
        this.garbage = garbage;
        this.transactions = transactions;
    }

    /** Whether this attempt is the one that did. */
    Mono<Boolean> create(Media media, String pieces) {
        return uploads.setState(media.id(), UploadState.COMPLETED)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> stored(media, pieces))
                .defaultIfEmpty(false)
                .as(transactions::transactional);
    }

    private Mono<Boolean> stored(Media media, String pieces) {
        return files.create(media)
                .filter(isNew -> isNew && media.state() == MediaState.PROCESSING)
                .flatMap(_ -> queue.add(media.id()))
                .then(garbage.add(pieces))
                .thenReturn(true);
    }
}
